/** The phone field in each browser: all that people and pages meet. */
import { performField } from "../../field/perform.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("../../support/browsers.mjs").Engine} Engine */

/** How many cases that do not hold are told. */
const MOST_TOLD = 10;

/** @type {Row[][]} */
export const FIELD = [
  row("Chromium", "chromium"),
  row("Firefox", "firefox"),
  row("WebKitGTK", "webkit"),
].map((each) => [each]);

/**
 * @param {string} where
 * @param {Engine} engine
 * @returns {Row}
 */
function row(where, engine) {
  /** @type {ReturnType<typeof outcomeOf> | undefined} */
  let outcome;
  const perform = () => {
    outcome ??= outcomeOf(engine);
    return outcome;
  };
  return {
    ...{ where, how: "`<interakt-phone>`", isOfSystem: true },
    version: async () => (await perform()).version,
    run: async () => {
      const { count, problems, left } = await perform();
      for (const what of left) console.log(`not driven  ${where}: ${what}`);
      if (problems.length === 0) return;
      const some = problems.slice(0, MOST_TOLD).join("\n");
      throw new Error(`${problems.length} of ${count} cases do not hold, among them:\n${some}`);
    },
  };
}

/**
 * Runs all cases in one browser.
 *
 * @param {Engine} engine
 */
async function outcomeOf(engine) {
  let count = 0;
  /** @type {string[]} */
  const problems = [];
  /** What the browser cannot be made to do, with the reason. @type {string[]} */
  const left = [];
  const version = await performField(engine, async ({ topic, name, cannot, run }) => {
    const what = `${topic}: ${name}`;
    if (cannot !== undefined) {
      left.push(`${what} (${cannot})`);
      return;
    }
    count += 1;
    await run().catch((error) => problems.push(`${what}\n${error.message}`));
  });
  return { version, count, problems, left };
}
