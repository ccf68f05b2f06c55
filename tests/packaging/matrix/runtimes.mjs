/** Runtimes and browsers, each put through the whole contract. */
import { fileURLToPath } from "node:url";
import { performContract } from "../../contract/perform.mjs";
import { startBrowser } from "../../support/browsers.mjs";
import { startPage } from "../../support/runtimes.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

/** @param {string} file In the folder of the suite. */
const ofContract = (file) => fileURLToPath(new URL(`../../contract/${file}`, import.meta.url));

/** @type {Row[][]} */
export const RUNTIMES = [
  [
    {
      ...{ where: "Chromium", how: "page", isOfSystem: true },
      version: () => versionOf("chromium"),
      run: () => holds(() => startPage(ofContract("page.mjs"))),
    },
  ],
];

/** @param {import("../../support/browsers.mjs").Engine} engine */
async function versionOf(engine) {
  const browser = await startBrowser(engine);
  await browser.stop();
  return browser.version;
}

/**
 * Rejects with every case that does not hold.
 *
 * @param {() => Promise<import("../../support/runtimes.mjs").Runtime>} start
 */
async function holds(start) {
  let count = 0;
  /** @type {string[]} */
  const problems = [];
  await performContract(
    start,
    async (name, run) => {
      count += 1;
      await run().catch((error) => problems.push(`${name}\n${error.message}`));
    },
    () => {},
  );
  if (problems.length > 0) {
    throw new Error(`${problems.length} of ${count} cases fail\n${problems.join("\n")}`);
  }
}
