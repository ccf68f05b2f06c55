/** A running console, and pages of it that are watched for trouble. */
import assert from "node:assert/strict";
import { startConsole } from "../../scripts/console.mjs";

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("playwright-core").BrowserContextOptions} PageOptions
 *
 * @typedef {object} Desk
 * @property {string} url
 * @property {(hash: string, use: (page: Page) => Promise<void>, options?: PageOptions & Special) => Promise<void>} visit
 *   Opens the console at a choice, and fails when the page had any trouble meanwhile that is not expected.
 * @property {() => Promise<void>} stop
 */

export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 390, height: 844 };

/**
 * @param {import("playwright-core").Browser} browser
 * @param {import("../../scripts/console.mjs").ConsoleOptions} [settings]
 * @returns {Promise<Desk>}
 */
export async function startDesk(browser, settings) {
  const { url, stop } = await startConsole(settings);

  return { url, visit: visitor(browser, url), stop };
}

/** The page has loaded all that it begins with: the editor comes last. */
const READY = ":root[data-ready]";

/**
 * @typedef {object} Special What is special about a visit.
 * @property {RegExp} [expected] Trouble that it is about.
 * @property {(page: Page) => Promise<unknown>} [prepare] Done before the page is asked for.
 * @property {string} [until] What must be there before it is used; by default everything.
 */

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url The console's address.
 * @returns {(hash: string, use: (page: Page) => Promise<void>, options?: PageOptions & Special) => Promise<void>}
 */
export function visitor(browser, url) {
  return async (hash, use, { expected, prepare, until = READY, ...options } = {}) => {
    const context = await browser.newContext({ viewport: WIDE, ...options });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    const trouble = watch(page, url);
    try {
      await prepare?.(page);
      await page.goto(`${url}/${hash}`);
      await page.locator(until).waitFor();
      await use(page);
      assert.deepEqual(
        trouble.filter((words) => !expected?.test(words)),
        [],
      );
    } finally {
      await context.close();
    }
  };
}

/**
 * @param {Page} page
 * @param {string} url
 * @returns {string[]} Grows with everything that should not happen.
 */
function watch(page, url) {
  /** @type {string[]} */
  const trouble = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("requestfailed", (failed) => {
    // A stream that the page has enough of has no other end.
    const isLeft =
      failed.resourceType() === "eventsource" && failed.failure()?.errorText === "net::ERR_ABORTED";
    if (!isLeft) trouble.push(`failed: ${failed.url()}`);
  });
  page.on("request", (sent) => {
    if (!sent.url().startsWith(`${url}/`)) trouble.push(`left the console: ${sent.url()}`);
  });
  page.on("response", (answer) => {
    const isGood = answer.ok() || answer.status() === 304;
    if (!isGood) trouble.push(`${answer.status()}: ${answer.url()}`);
  });
  return trouble;
}

/**
 * @param {Page} page
 * @returns {Promise<string>} What the answer's status says, once it is there.
 */
export async function send(page) {
  await page.locator("#send").click();
  return settled(page);
}

/** @param {Page} page */
export async function settled(page) {
  const status = page.locator('#answer-status:not([data-kind="none"])');
  return (await status.textContent()) ?? "";
}

/**
 * Puts a text into the editor the way a person does.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function type(page, text) {
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

/**
 * @param {Page} page
 * @returns {Promise<string>} What is selected in the editor.
 */
export function selected(page) {
  return page.evaluate(() => String(document.getSelection()));
}

/**
 * @param {Page} page
 * @returns {string[]} Grows with each address that is asked for, but for parts of the page itself,
 *   which come when they are needed, and say nothing.
 */
export function asked(page) {
  /** @type {string[]} */
  const addresses = [];
  page.on("request", (request) => {
    const isPart = request.method() === "GET" && /\/[\w-]+\.(js|css|wasm|svg)$/.test(request.url());
    if (!isPart) addresses.push(request.url());
  });
  return addresses;
}
