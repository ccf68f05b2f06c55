/** Pages with a form of plain HTML that is bound, and what a screen reader is told of them. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../../support/chromium.mjs";
import { servePage } from "../../support/page.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** Nothing but scripts and the module: no style in an attribute, none that a script writes. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'none'; form-action 'self'";

const FORM = `
<form id="checkout">
  <p><label for="name">Name</label>
    <input id="name" name="fullName" autocomplete="name" aria-describedby="hint"> <small id="hint">As on your card</small></p>
  <p><label>WhatsApp number <input name="mobile" type="tel" autocomplete="tel"></label></p>
  <p><label>Country <select name="country">
    <option value="">Choose</option><option value="IN">India</option><option value="SG">Singapore</option>
  </select></label></p>
  <fieldset><legend>Size</legend>
    <label><input type="radio" name="size" value="S"> Small</label>
    <label><input type="radio" name="size" value="L"> Large</label>
  </fieldset>
  <fieldset><legend>Interests</legend>
    <label><input type="checkbox" name="tags" value="shoes"> Shoes</label>
    <label><input type="checkbox" name="tags" value="hats"> Hats</label>
  </fieldset>
  <p><label>Age <input name="age" type="number"></label> <span data-error="age" class="mine"></span></p>
  <p><label><input name="optIn" type="checkbox"> Write to me on WhatsApp</label></p>
  <div data-error=""></div>
  <button>Sign up</button>
  <button type="reset">Start over</button>
  <button name="draft" value="1" formnovalidate>Save</button>
</form>
<p><label>Note <input form="checkout" name="note" value=""></label></p>`;

const PAGE = `<!doctype html><html lang="en"><head><title>Sign up</title>
<meta http-equiv="Content-Security-Policy" content="${POLICY}"></head>
<body><main><h1>Sign up</h1>${FORM}</main><script type="module" src="/page.js"></script></body></html>`;

/** How most tests bind the form; evaluated in the page. */
export const BIND = `
  sent = [];
  form = formOf(trackUser, {
    fields: {
      fullName: "traits.name", mobile: "phone", country: "phone.country", size: "traits.size",
      tags: "tags", age: { to: "traits.age", as: "number" }, optIn: "traits.whatsapp_opted_in",
      note: "traits.note",
    },
    required: ["fullName", "size", "optIn"],
    defaultCountry: "IN",
  });
  bound = bindForm(document.querySelector("form"), form, {
    messages: en,
    onSubmit: (value) => { sent.push(value); },
  });
  undefined;`;

/** @returns {Promise<{ visit: (bind: string, use: (page: Page) => Promise<void>) => Promise<void>, stop: () => Promise<void> }>} */
export async function startForms() {
  const entry = fileURLToPath(new URL("./page.mjs", import.meta.url));
  const browser = await launchChromium();
  const files = await servePage(PAGE, entry);

  return {
    async visit(bind, use) {
      const context = await browser.newContext();
      const page = await context.newPage();
      /** @type {string[]} */
      const trouble = [];
      page.on("pageerror", (error) => trouble.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning")
          trouble.push(message.text());
      });
      try {
        // Where a form goes that the browser submits.
        await page.route("**/?*", (route) =>
          route.fulfill({ contentType: "text/html", body: "-" }),
        );
        await page.goto(files.url);
        await until(page, "typeof bindForm === 'function'");
        await page.evaluate(bind);
        await use(page);
        assert.deepEqual(trouble, []);
      } finally {
        await context.close();
      }
    },

    async stop() {
      await browser.close();
      await files.close();
    },
  };
}

/**
 * Waits until an expression is true in the page. Playwright's own way evaluates it by a script of
 * the page, which the policy forbids.
 *
 * @param {Page} page
 * @param {string} expression
 */
export async function until(page, expression) {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await page.evaluate(`Boolean(${expression})`)) return;
    await page.waitForTimeout(20);
  }
  assert.fail(`it never was: ${expression}`);
}

/**
 * What the browser tells of the controls of a page to a screen reader.
 *
 * @param {Page} page
 * @returns {Promise<Record<string, { role: string, invalid: boolean, description: string, focused: boolean }>>}
 *   By their names.
 */
export async function heard(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  /** @type {Awaited<ReturnType<typeof heard>>} */
  const controls = {};
  for (const { role, name, description, properties = [], ignored } of nodes) {
    const property = (/** @type {string} */ wanted) =>
      properties.find(({ name }) => name === wanted)?.value.value;
    const isControl = /^(textbox|combobox|radio|checkbox|spinbutton|group|radiogroup)$/;
    if (ignored || !isControl.test(role?.value ?? "")) continue;
    controls[name?.value ?? ""] = {
      role: role?.value,
      invalid: property("invalid") === "true",
      description: description?.value ?? "",
      focused: property("focused") === true,
    };
  }
  return controls;
}

/**
 * The messages that can be seen, by the names of fields.
 *
 * @param {Page} page
 * @returns {Promise<Record<string, string>>}
 */
export const told = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[data-error]")]
        .map((element) => [element.getAttribute("data-error"), element.textContent])
        .filter(([, text]) => text),
    ),
  );
