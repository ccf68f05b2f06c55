/** What a page looks like, to people and to axe. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import axe from "axe-core";

/** @typedef {import("playwright-core").Page} Page */

/** Where screenshots go, for people to look at. */
const OUTPUT = fileURLToPath(new URL("../output/", import.meta.url));

/**
 * @param {Page} page
 * @returns {Promise<string[]>} Each broken rule with the elements that break it.
 */
export async function violations(page) {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document);
    return violations.map(
      (/** @type {any} */ { id, nodes }) =>
        `${id}: ${nodes.map((/** @type {any} */ node) => node.target.join(" ")).join(", ")}`,
    );
  });
}

/**
 * @param {Page} page
 * @returns {Promise<number>} By how many pixels it scrolls sideways.
 */
export function overflow(page) {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/**
 * @param {Page} page
 * @param {string} name
 */
export async function picture(page, name) {
  await mkdir(OUTPUT, { recursive: true });
  await page.screenshot({ path: `${OUTPUT}${name.replaceAll(" ", "-")}.png` });
}
