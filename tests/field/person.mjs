/** Somebody at a page of the suite, with a keyboard and a mouse: the same in every browser. */
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { Key } from "selenium-webdriver";

/**
 * @typedef {import("./engines.mjs").Means} Means
 * @typedef {import("./site.mjs").Page} Page
 * @typedef {import("./site.mjs").Site} Site
 *
 * @typedef {object} Seen What a field shows and tells.
 * @property {string} text
 * @property {string} line The text with its caret as "|", or what is selected within "[" and "]".
 * @property {string} value
 * @property {string} countryCode
 * @property {string} phoneNumber
 * @property {string | null} country Letters of what `number` is of.
 * @property {boolean} isValid What its form is told.
 * @property {boolean} isWrong What its person is told.
 * @property {string} words That describe it.
 */

/** How long another page may take to come about, or a field to tell something. */
const PATIENCE_MS = 10_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

/** Keys by the names that the web gives them. @type {Record<string, string>} */
const KEYS = {
  ...{ Control: Key.CONTROL, Shift: Key.SHIFT, Alt: Key.ALT },
  ...{ Tab: Key.TAB, Enter: Key.ENTER, Escape: Key.ESCAPE, Space: Key.SPACE },
  ...{ Backspace: Key.BACK_SPACE, Delete: Key.DELETE, Home: Key.HOME, End: Key.END },
  ...{ ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT },
  ...{ ArrowUp: Key.ARROW_UP, ArrowDown: Key.ARROW_DOWN },
  ...{ PageUp: Key.PAGE_UP, PageDown: Key.PAGE_DOWN },
};

/** The number's own field, within the shadow of the element. @param {string} id */
const numberOf = (id) => `#${id} >>> input[type="tel"]`;

export class Person {
  #means;
  #site;

  /**
   * @param {Means} means
   * @param {Site} site
   */
  constructor(means, site) {
    this.#means = means;
    this.#site = site;
  }

  get means() {
    return this.#means;
  }

  /** What has come of the forms. */
  get sent() {
    return this.#site.sent;
  }

  /** The paths that the page has asked the server for. */
  get asked() {
    return this.#site.asked;
  }

  /** Opens a page, and waits until it is ready. @param {Page} page */
  async visit(page) {
    await this.#means.driver.get(this.#site.put(page));
    await this.until("window.ready !== undefined");
    await this.get("ready");
  }

  /** Makes the fields of a page that has left it to the test. */
  async define() {
    await this.get("define()");
  }

  /** Goes elsewhere and comes back. */
  async leaveAndReturn() {
    const { driver } = this.#means;
    await driver.get(`${this.#site.url}/elsewhere`);
    await driver.navigate().back();
    await this.until(
      "window.ready !== undefined && document.querySelector('interakt-phone').shadowRoot",
    );
  }

  /**
   * What an expression is in the page, or what its promise fulfils with; its arguments are `a`.
   *
   * @param {string} expression
   * @param {...unknown} given
   * @returns {Promise<any>}
   */
  async get(expression, ...given) {
    const answer = await this.#means.driver.executeAsyncScript(
      `const [...a] = arguments;
      const done = a.pop();
      Promise.resolve()
        .then(() => (${expression}))
        .then((value) => ({ value }), (error) => ({ problem: String(error) }))
        .then(done);`,
      ...given,
    );
    const { problem, value } = answer ?? { problem: "the page was left" };
    if (problem !== undefined) throw new Error(`${expression}: ${problem}`);
    return value;
  }

  /** Waits until an expression is true in the page. @param {string} expression */
  async until(expression) {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      // While another page comes there is nothing to ask.
      if (await this.get(`Boolean(${expression})`).catch(() => false)) return;
      await pause();
    }
    assert.fail(`it never was: ${expression}`);
  }

  /** @param {string} [id] @returns {Promise<Seen>} */
  see(id = "phone") {
    return this.get("seen(a[0])", id);
  }

  /**
   * Asserts some of what a field shows and tells, by and by: it tells what is wrong when no click is
   * on its way any more.
   *
   * @param {Partial<Seen>} expected
   * @param {string} [id]
   */
  async sees(expected, id) {
    const names = /** @type {(keyof Seen)[]} */ (Object.keys(expected));
    for (const end = Date.now() + PATIENCE_MS; ; await pause()) {
      const seen = await this.see(id);
      const found = Object.fromEntries(names.map((name) => [name, seen[name]]));
      if (Date.now() > end) return assert.deepEqual(found, expected);
      if (isDeepStrictEqual(found, expected)) return;
    }
  }

  /** What was heard of it since this was last asked: "type id value". @returns {Promise<string[]>} */
  heard() {
    return this.get("heard.splice(0)");
  }

  /** Presses and releases the mouse in the middle of an element. @param {string} path */
  async click(path) {
    const middle = await this.get("middleOf(a[0])", path);
    assert.ok(middle, `${path} is not there to click on`);
    const { driver } = this.#means;
    const options = { origin: /** @type {const} */ ("viewport"), duration: 0, ...middle };
    await driver.actions({ async: true }).move(options).press().release().perform();
  }

  /** Clicks into the number, behind what is there. @param {string} [id] */
  async enter(id = "phone") {
    await this.click(numberOf(id));
    await this.press("End");
  }

  /** Types a text, key by key. @param {string} text */
  async type(text) {
    await this.#means.driver.actions({ async: true }).sendKeys(text).perform();
  }

  /**
   * Presses keys, one after the other: "Tab", "Shift+Tab", "Control+a".
   *
   * @param {...string} keys
   */
  async press(...keys) {
    const actions = this.#means.driver.actions({ async: true });
    for (const key of keys) {
      const names = key.split("+").map((name) => KEYS[name] ?? name);
      for (const name of names) actions.keyDown(name);
      for (const name of names.reverse()) actions.keyUp(name);
    }
    await actions.perform();
  }

  /** @param {string} key @param {number} times */
  async pressTimes(key, times) {
    await this.press(...Array(times).fill(key));
  }

  /**
   * Copies a text elsewhere in the page, and pastes it by keys, over all that the number holds.
   *
   * @param {string} text
   * @param {string} [id]
   */
  async paste(text, id = "phone") {
    await this.copy(text);
    await this.click(numberOf(id));
    await this.press("Control+a", "Control+v");
  }

  /** Copies a text by keys, from the page's other field. @param {string} text */
  async copy(text) {
    await this.get("void (find('#note').value = a[0])", text);
    await this.click("#note");
    await this.press("Control+a", "Control+c");
  }

  /**
   * Fills in a number as browsers do from what they have stored: without a key.
   *
   * @param {string} text
   * @param {string} [id]
   */
  autofill(text, id = "phone") {
    return this.#means.autofill(numberOf(id), text);
  }

  /**
   * Writes by an input method: each text takes the place of the one before it, and the last of them is
   * confirmed.
   *
   * @param {readonly string[]} texts
   * @param {(text: string) => Promise<void>} [meanwhile] Is called with each while it is being
   *   composed.
   */
  compose(texts, meanwhile) {
    return this.#means.compose(texts, meanwhile);
  }

  async undo() {
    await (this.#means.edit ? this.#means.edit("undo") : this.press("Control+z"));
  }

  async redo() {
    await (this.#means.edit ? this.#means.edit("redo") : this.press("Control+Shift+z"));
  }

  /**
   * What the browser tells of an element to a screen reader.
   *
   * @param {string} selector Within the field.
   * @param {string} [id]
   * @returns {Promise<{ role: string, name: string }>}
   */
  async heardAs(selector, id = "phone") {
    const path = `#${id} >>> ${selector}`;
    const { driver } = this.#means;
    const element = /** @type {import("selenium-webdriver").WebElement} */ (
      await driver.executeScript("return find(arguments[0])", path)
    );
    const name = await element.getAccessibleName();
    return { role: await element.getAriaRole(), name: name.trim() };
  }

  /** Where the keys go: the id of an element, and within the shadow of a field what stands there. */
  focused() {
    return this.get(`(() => {
      const { id, shadowRoot } = document.activeElement ?? {};
      const inner = shadowRoot?.activeElement;
      return inner ? id + " " + (inner.getAttribute("role") ?? inner.type ?? inner.localName) : id ?? "";
    })()`);
  }

  /** Clicks the button, and gives what arrives at the server. */
  async send() {
    const { length } = this.sent;
    await this.click("#send");
    await this.until("location.pathname === '/sent'");
    assert.equal(this.sent.length, length + 1);
    return this.sent.at(-1) ?? [];
  }

  /** Nothing went wrong in the page that nobody was told of. */
  async leavesNoTrouble() {
    const trouble = await this.get("[...(window.uncaught ?? []), ...(window.violations ?? [])]");
    assert.deepEqual(trouble, []);
  }
}
