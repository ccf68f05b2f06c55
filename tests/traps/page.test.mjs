/** What people meet in a page whose module traps: at a phone field, and in an old browser. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../support/chromium.mjs";
import { servePage } from "../support/page.mjs";

const HTML = `<!doctype html>
<form><interakt-phone name="phone" country="IN"></interakt-phone><button>Send</button></form>
<script type="module" src="/page.js"></script>
`;

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser.close());

/**
 * @param {import("node:test").TestContext} t
 * @param {string} [early] What the page does before anything else.
 */
async function open(t, early = "") {
  const script = fileURLToPath(new URL("field-page.mjs", import.meta.url));
  const site = await servePage(HTML, script);
  t.after(site.close);
  const page = await browser.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", ({ name, message }) => errors.push(`${name}: ${message}`));
  await page.addInitScript(early);
  await page.goto(`${site.url}/`);
  await page.evaluate(() => /** @type {any} */ (window).ready);
  const field = page.locator("interakt-phone");
  const value = () => field.evaluate((element) => /** @type {any} */ (element).value);
  return { page, errors, value, input: field.locator('input[type="tel"]') };
}

/** @param {import("playwright-core").Page} page @param {string} calls @param {number} [nth] */
const setTrap = (page, calls, nth = 1) =>
  page.evaluate(
    ([calls, nth]) => /** @type {any} */ (window).traps.set(calls, { nth }),
    [calls, nth],
  );

for (const calls of ["phoneParse", "phoneType", "phoneIs"]) {
  test(`whoever types into a phone field goes on after a trap in ${calls}`, async (t) => {
    const { page, errors, value, input } = await open(t);
    await input.click();
    await page.keyboard.type("98765");
    await setTrap(page, calls);
    await page.keyboard.type("43210");
    assert.equal(await value(), "919876543210");
    assert.equal(errors.length, 1);
    assert.match(String(errors), /InternalError: .*\(\w+\)/);
    assert.doesNotMatch(String(errors), /98765/);
  });
}

test("a field whose last digit has trapped has the number that stands in it, once it is left", async (t) => {
  const { page, errors, value, input } = await open(t);
  await input.click();
  // A whole number, of which one digit is mended.
  await page.keyboard.type("9876543210");
  assert.equal(await value(), "919876543210");
  await page.keyboard.press("Backspace");
  // Before the digit comes it is asked whether that would be one too many.
  await setTrap(page, "phoneParse", 2);
  await page.keyboard.type("5");
  assert.equal(errors.length, 1);
  await page.keyboard.press("Tab");
  assert.equal(await value(), "919876543215");
  const sent = await page.evaluate(() => [
    ...new FormData(/** @type {HTMLFormElement} */ (document.querySelector("form"))).entries(),
  ]);
  assert.deepEqual(
    sent.filter(([name]) => name === "phone"),
    [["phone", "919876543215"]],
  );
});

test("where a page may not start a module at once, it has another a moment later", async (t) => {
  // As Chrome before 115.
  const early = `WebAssembly.Instance = function () {
    throw new RangeError("WebAssembly.Instance is disallowed on the main thread");
  };`;
  const { page, errors, value, input } = await open(t, early);
  await input.click();
  await page.keyboard.type("98765");
  await setTrap(page, "phoneParse");
  await page.keyboard.type("4");
  await page.keyboard.type("3");
  assert.ok(errors.length > 0);
  await page.waitForFunction(() => /** @type {any} */ (window).traps.instances === 2);
  const before = errors.length;
  await page.keyboard.type("210");
  assert.equal(await value(), "919876543210");
  assert.equal(errors.length, before);
});
