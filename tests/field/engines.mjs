/** How browsers are driven where they differ: stored numbers, input methods, undoing, what is heard. */
import { chromiumSession, firefoxSession, webkitSession } from "../support/webdriver.mjs";

/**
 * @typedef {import("../support/browsers.mjs").Engine} Engine
 * @typedef {import("../support/webdriver.mjs").Session} Session
 * @typedef {import("selenium-webdriver").WebDriver} WebDriver
 *
 * @typedef {object} Means What a person does with a browser.
 * @property {WebDriver} driver
 * @property {(path: string, text: string) => Promise<void>} autofill
 * @property {(texts: readonly string[], meanwhile?: (text: string) => Promise<void>) => Promise<void>} compose
 * @property {(what: "undo" | "redo") => Promise<void>} [edit] Where there are no keys for it.
 * @property {() => Promise<Node[]>} tree What a screen reader is told of the page, in order.
 *
 * @typedef {object} Node
 * @property {string} role
 * @property {string} name
 * @property {string} [description]
 * @property {string} [value]
 * @property {string} [invalid]
 *
 * @typedef {Session & { means: Means }} Driven
 */

/** What the people of the suite read. */
const LANGUAGE = "en-IN";

/** In Firefox itself: has the process of the page fill in a field. */
const FILL_IN = `
  const [path, text] = arguments;
  const { messageManager } = Services.wm.getMostRecentBrowserWindow().gBrowser.selectedBrowser;
  const script = (path, text) => {
    let found = content.document;
    for (const selector of path.split(" >>> ")) {
      found = (found.openOrClosedShadowRoot ?? found).querySelector(selector);
    }
    found.setUserInput(text);
    sendAsyncMessage("filled-in");
  };
  return new Promise((resolve) => {
    messageManager.addMessageListener("filled-in", function listener() {
      messageManager.removeMessageListener("filled-in", listener);
      resolve();
    });
    const source = "(" + script + ")(" + JSON.stringify(path) + "," + JSON.stringify(text) + ")";
    messageManager.loadFrameScript("data:," + encodeURIComponent(source), false);
  });`;

/** @type {Record<Engine, () => Promise<Driven>>} */
const STARTERS = { chromium, firefox, webkit };

/**
 * @param {Engine} engine
 * @returns {Promise<Driven>}
 */
export const startDriven = (engine) => STARTERS[engine]();

/** @returns {Promise<Driven>} */
async function chromium() {
  const session = await chromiumSession({ language: LANGUAGE });
  const { driver } = session;
  /** @param {string} method @param {object} [parameters] */
  const devtools = (method, parameters = {}) =>
    /** @type {any} */ (driver).sendAndGetDevToolsCommand(method, parameters);
  return {
    ...session,
    means: {
      ...{ driver, autofill: (path, text) => simulateAutofill(driver, path, text) },
      async compose(texts, meanwhile) {
        for (const text of texts) {
          const caret = { selectionStart: text.length, selectionEnd: text.length };
          await devtools("Input.imeSetComposition", { text, ...caret });
          await meanwhile?.(text);
        }
        await devtools("Input.insertText", { text: texts.at(-1) ?? "" });
      },
      async tree() {
        const { nodes } = await devtools("Accessibility.getFullAXTree");
        return nodes.filter((/** @type {any} */ { ignored }) => !ignored).map(nodeOf);
      },
    },
  };
}

/**
 * @param {any} node Of Chromium's tree.
 * @returns {Node}
 */
function nodeOf({ role, name, description, value, properties = [] }) {
  const invalid = properties.find((/** @type {any} */ { name }) => name === "invalid")?.value.value;
  return {
    ...{ role: role?.value ?? "", name: name?.value ?? "" },
    ...(description?.value ? { description: description.value } : {}),
    ...(value?.value ? { value: value.value } : {}),
    ...(invalid ? { invalid } : {}),
  };
}

/** @returns {Promise<Driven>} */
async function firefox() {
  const session = await firefoxSession({ language: LANGUAGE });
  const { driver, url } = session;

  /** @param {string} path @param {object} body */
  async function command(path, body) {
    const headers = { "content-type": "application/json" };
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    const { value } = await (await fetch(`${url}${path}`, request)).json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  /** Runs a script in the browser itself; its promise is waited for. @param {string} script @param {...unknown} args */
  async function inBrowser(script, ...args) {
    await command("/moz/context", { context: "chrome" });
    try {
      return await command("/execute/sync", { script, args });
    } finally {
      await command("/moz/context", { context: "content" });
    }
  }

  return {
    ...session,
    means: {
      driver,
      // Firefox fills in what it has stored by setUserInput, which no page may call.
      async autofill(path, text) {
        await inBrowser(FILL_IN, path, text);
      },
      async compose(texts, meanwhile) {
        await inBrowser(`
          const window = Services.wm.getMostRecentBrowserWindow();
          window.writing = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
          if (!window.writing.beginInputTransactionForTests(window)) throw new Error("nobody writes");`);
        for (const text of texts) {
          await inBrowser(
            `const { writing } = Services.wm.getMostRecentBrowserWindow();
            writing.setPendingCompositionString(arguments[0]);
            writing.appendClauseToPendingComposition(arguments[0].length, writing.ATTR_RAW_CLAUSE);
            writing.setCaretInPendingComposition(arguments[0].length);
            writing.flushPendingComposition();`,
            text,
          );
          await meanwhile?.(text);
        }
        await inBrowser("Services.wm.getMostRecentBrowserWindow().writing.commitComposition();");
      },
      tree: () => cannot("tell the tree"),
    },
  };
}

/** @returns {Promise<Driven>} */
async function webkit() {
  const session = await webkitSession();
  const { driver } = session;
  return {
    ...session,
    means: {
      ...{ driver, autofill: (path, text) => simulateAutofill(driver, path, text) },
      // GTK has no keys for it, but the browser's menu has it: this is what that does.
      async edit(what) {
        await driver.executeScript("document.execCommand(arguments[0])", what);
      },
      compose: () => cannot("compose"),
      tree: () => cannot("tell the tree"),
    },
  };
}

/** @param {string} what @returns {Promise<never>} */
const cannot = (what) => Promise.reject(new Error(`the driver of this browser does not ${what}`));

/**
 * What a page sees of it where nothing makes the browser do it: the value is another, and both events
 * say so, as they do with Chromium and WebKit.
 *
 * @param {WebDriver} driver
 * @param {string} path
 * @param {string} text
 */
async function simulateAutofill(driver, path, text) {
  await driver.executeScript(
    `const input = find(arguments[0]);
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    set.call(input, arguments[1]);
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));`,
    path,
    text,
  );
}
