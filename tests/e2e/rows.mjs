/** How tests use the page of files: files are dropped, rows checked, and what is shown is read. */
import { readFile } from "node:fs/promises";

/** @typedef {import("playwright-core").Page} Page */

export const FILES = "#files";

/** @param {Page} page Once the account's templates are there. */
export async function opened(page) {
  await page.locator("#rows-template option").nth(3).waitFor({ state: "attached" });
}

/**
 * Drops a file the way a person does, anywhere on the page.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} content
 * @param {{ on?: string, ids?: string }} [where] What it is dropped on, and for which ids.
 */
export async function drop(page, name, content, { on = "body", ids = "rows" } = {}) {
  const transfer = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ""], name ?? ""));
      return transfer;
    },
    [name, content],
  );
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent(on, type, { dataTransfer: transfer });
  }
  await page.locator(`#${ids}-name`, { hasText: name }).waitFor();
}

/**
 * @param {Page} page
 * @param {RegExp} label
 * @param {string} [ids]
 */
export async function pickTemplate(page, label, ids = "rows") {
  const template = page.locator(`#${ids}-template`);
  // Tests may have created another one of the name.
  const option = template.locator("option").filter({ hasText: label }).first();
  await template.selectOption(await option.getAttribute("value"));
}

/** @param {Page} page Checks the rows, and waits for the end. */
export async function check(page) {
  await page.locator("#rows-start").click();
  await page.locator("#rows-progress", { hasText: /^Checked / }).waitFor();
}

/**
 * @param {Page} page
 * @returns {Promise<Record<string, string>>} Where each column goes: the label that is chosen.
 */
export async function mapped(page) {
  await page.locator(".rows-columns tbody tr").first().waitFor();
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll(".rows-columns tbody tr")].map((row) => {
        const select = /** @type {HTMLSelectElement} */ (row.querySelector("select"));
        return [row.querySelector("th")?.textContent ?? "", select.selectedOptions[0]?.text ?? ""];
      }),
    ),
  );
}

/**
 * @param {Page} page
 * @returns {Promise<Record<string, string>>}
 */
export async function counts(page) {
  const names = await page.locator(".rows-count dt").allTextContents();
  const values = await page.locator(".rows-count dd").allTextContents();
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""]));
}

/**
 * @param {Page} page
 * @returns {Promise<Record<string, string[]>>} The rows of each group, by its code: line, column, cell
 *   and, where the group does not say it, what is wrong.
 */
export function problems(page) {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll(".rows-group")].map((group) => [
        group.querySelector("code")?.textContent ?? "",
        [...group.querySelectorAll("tbody tr")].map((row) =>
          [...row.children]
            .map(({ childNodes }) => [...childNodes].map((part) => part.textContent).join(": "))
            .join(" | "),
        ),
      ]),
    ),
  );
}

/**
 * @param {Page} page
 * @param {string} button The id of the one that is pressed for it.
 * @returns {Promise<{ name: string, text: string }>} What is downloaded.
 */
export async function downloaded(page, button) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`#${button}`).click(),
  ]);
  const path = await download.path();
  return { name: download.suggestedFilename(), text: await readFile(path, "utf8") };
}
