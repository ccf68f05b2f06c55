/** How the field looks, in pictures for people; and that it fits, and can be read. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { overflow, picture, violations } from "../e2e/look.mjs";
import { launchChromium } from "../support/chromium.mjs";
import { startSite } from "./site.mjs";

/** @typedef {import("playwright-core").Page} Page */

const WIDTHS = [320, 390, 1280];
const SCHEMES = /** @type {const} */ (["light", "dark"]);

const PAGES = /** @type {const} */ ({
  "left to right": { lang: "en", dir: "ltr", country: "IN" },
  "right to left": { lang: "ar", dir: "rtl", country: "AE" },
});

/** What can be seen of a field, each with what it begins with. @type {[label: string, attributes: string][]} */
const FIELDS = [
  ["Empty", ""],
  ["Typed", ""],
  ["Right", 'value="447400123456"'],
  ["A fixed line", 'value="912222222222"'],
  ["Wrong", 'value="98765"'],
  ["Required", "required"],
  ["Disabled", 'value="14155552671" disabled'],
  ["Read-only", 'value="14155552671" readonly'],
];

/** As pages of shops are: their own background and font, which follow what the person likes. */
const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 sans-serif; }
  body { margin: 16px; background: Canvas; color: CanvasText; }
  main { max-inline-size: 40rem; }
  h1 { font-size: 20px; margin-block: 0 8px; }
  p { margin-block: 0 8px; }
  label { display: block; font-weight: 600; }`;

/** @param {string} country */
const bodyOf = (country) =>
  `<form id="form" action="/sent">${FIELDS.map(
    ([label, attributes], index) => `<p><label for="f${index}">${label}</label>
  <interakt-phone id="f${index}" name="f${index}" country="${country}" ${attributes}></interakt-phone></p>`,
  ).join("")}</form>`;

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  site = await startSite();
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

for (const [direction, { lang, dir, country }] of Object.entries(PAGES)) {
  for (const colorScheme of SCHEMES) {
    describe(`${direction}, ${colorScheme}`, () => {
      for (const width of WIDTHS) {
        test(`${width} pixels wide, it fits and can be read`, async () => {
          const viewport = { width, height: width === 1280 ? 960 : 900 };
          const page = await browser.newPage({ viewport, colorScheme });
          const name = `field ${width} ${colorScheme} ${dir}`;
          await page.goto(site.put({ lang, dir, style: STYLE, body: bodyOf(country) }));
          await page.evaluate("ready");
          // As a form is sent; without the browser's own bubbles, which would cover the others.
          await page.evaluate("find('#form').checkValidity()");
          await page.evaluate("void [...document.forms[0].elements].map((field) => field.focus())");
          await page.evaluate("void find('#f1').focus()");
          await page.keyboard.type("98765");
          await fits(page, name);
          await page.evaluate("void find('#f4 >>> [part~=country]').click()");
          await fits(page, `${name} choosing`);
          await page.keyboard.type("united");
          await fits(page, `${name} searching`);
          await page.close();
        });
      }
    });
  }
}

/**
 * @param {Page} page
 * @param {string} name Of its picture.
 */
async function fits(page, name) {
  await picture(page, name);
  assert.equal(await overflow(page), 0, name);
  // What is too pale is so at any width.
  if (name.includes(" 390 ")) assert.deepEqual(await violations(page), [], name);
}
