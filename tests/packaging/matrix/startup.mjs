/** How the package starts in the pages of each browser. */
import { performStartup } from "../../startup/perform.mjs";
import { TOPICS } from "../../startup/suite.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("../../support/browsers.mjs").Engine} Engine */

/** @type {Partial<Record<Engine, string>>} */
const BROWSERS = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };

/** A unit a browser, a row a topic. @type {Row[][]} */
export const STARTUP = Object.entries(BROWSERS).map(([engine, where]) =>
  rowsOf(/** @type {Engine} */ (engine), where),
);

/**
 * @param {Engine} engine
 * @param {string} where
 */
function rowsOf(engine, where) {
  /** @type {ReturnType<typeof outcomeOf> | undefined} */
  let outcome;
  const perform = () => {
    outcome ??= outcomeOf(engine);
    return outcome;
  };
  return Object.entries(TOPICS).map(([topic, cases]) => ({
    ...{ where, how: topic, isOfSystem: true },
    version: async () => (await perform()).version,
    run: async () => {
      const problems = (await perform()).problems.get(topic) ?? [];
      if (problems.length === 0) return;
      const count = `${problems.length} of ${cases.length} cases fail`;
      throw new Error([count, ...problems].join("\n"));
    },
  }));
}

/**
 * Runs all topics in one browser.
 *
 * @param {Engine} engine
 */
async function outcomeOf(engine) {
  /** @type {Map<string, string[]>} */
  const problems = new Map();
  const version = await performStartup(engine, (topic, name, run) =>
    run().catch((error) => {
      problems.set(topic, [...(problems.get(topic) ?? []), `${name}\n${error.message}`]);
    }),
  );
  return { version, problems };
}
