/** A form and a phone field in a browser, into which somebody types what is theirs. */
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../support/chromium.mjs";
import { servePage } from "../support/page.mjs";
import { NAME, PHONE, TEXT } from "./marks.mjs";
import { createWatch } from "./watch.mjs";

const HTML = `<!doctype html><html lang="en"><title>Order</title><form>
<p><label>Mobile <interakt-phone name="mobile" country="IN"></interakt-phone></label></p>
<p><label>Message <textarea name="said"></textarea></label></p>
<button>Send</button></form><script type="module" src="/page.js"></script>`;

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof servePage>>} */
let site;

before(async () => {
  const script = fileURLToPath(new URL("form/page.mjs", import.meta.url));
  [browser, site] = await Promise.all([launchChromium(), servePage(HTML, script)]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

test("what is typed stands in its fields and in what is submitted, and nowhere else", async () => {
  const watch = createWatch();
  const page = await browser.newPage();
  page.on("console", (message) => watch.saw("the console", message.text()));
  page.on("pageerror", (error) => watch.saw("the console", error));
  page.on("request", (request) => watch.saw("requests", [request.url(), request.postData()]));
  await page.goto(site.url);
  await page.evaluate("started");
  // So there is something for a console to have.
  await page.evaluate(() => console.info("ready"));
  const [mobile, said] = [page.locator("interakt-phone input[type=tel]"), page.locator("textarea")];
  for (const [number, text] of [
    [`${PHONE.phoneNumber}77`, `${TEXT}${"x".repeat(5000)}`],
    [NAME, ""],
    [PHONE.phoneNumber, TEXT],
  ]) {
    await mobile.fill(number ?? "");
    await said.fill(text ?? "");
    await page.evaluate(() => document.querySelector("form")?.requestSubmit());
    // What is wrong is said, or all is submitted.
    await page.waitForFunction(
      () =>
        /** @type {any} */ (window).submitted !== null ||
        [...document.querySelectorAll("[data-error]")].some(({ textContent }) => textContent),
      null,
      { polling: 20 },
    );
    await look(page, watch);
  }
  watch.saw("what is submitted", await page.evaluate("submitted"));
  watch.check({
    "the console": {},
    requests: {},
    "what the page says, beside its fields": {
      ...{ may: ["phone"], why: "The phone field writes out below it which number it has read." },
    },
    "the page's address, title and storage": {},
    "what is in the fields": { may: ["name", "phone", "text"], why: "It was typed there." },
    "what is submitted": { may: ["name", "phone", "text"], why: "It is what they send." },
  });
  await page.close();
});

/** @param {import("playwright-core").Page} page @param {import("./watch.mjs").Watch} watch */
async function look(page, watch) {
  const { values, html, own } = await page.evaluate(async () => {
    const within = document.querySelector("interakt-phone")?.shadowRoot;
    const fields = [
      ...document.querySelectorAll("textarea, interakt-phone"),
      ...(within?.querySelectorAll("input") ?? []),
    ];
    const messages = fields.map((field) => /** @type {any} */ (field).validationMessage);
    return {
      values: fields.map((field) => /** @type {HTMLInputElement} */ (field).value),
      html: [document.documentElement.outerHTML, within?.innerHTML, messages],
      own: [
        ...[location.href, document.title, document.cookie, history.state],
        ...[{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()],
      ],
    };
  });
  watch.saw("what is in the fields", values);
  watch.saw("what the page says, beside its fields", html);
  watch.saw("the page's address, title and storage", own);
}
