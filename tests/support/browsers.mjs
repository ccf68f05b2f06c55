/** Browsers behind one interface: open an address, call what the page defines, close. */
import { launchChromium } from "./chromium.mjs";
import { startFirefox, startWebKit } from "./webdriver.mjs";

/**
 * @typedef {object} Tab
 * @property {(name: string, argument?: any) => Promise<any>} call Calls a global function of the
 *   page with something that JSON can carry, and gives what its promise fulfils with. Rejects
 *   when the page had an error that nothing caught; in Firefox and WebKit it must have loaded
 *   `/uncaught.js` (page.mjs) first.
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Browser
 * @property {string} name As people know it.
 * @property {string} version
 * @property {(url: string) => Promise<Tab>} open
 * @property {() => Promise<void>} stop
 */

/** @typedef {keyof typeof STARTERS} Engine */

/** @satisfies {Record<string, () => Promise<Browser>>} */
const STARTERS = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit };

/**
 * @param {Engine} engine
 * @returns {Promise<Browser>}
 */
export const startBrowser = (engine) => STARTERS[engine]();

/** @returns {Promise<Browser>} */
async function startChromium() {
  const browser = await launchChromium();
  return {
    name: "Chromium",
    version: browser.version(),
    async open(url) {
      const page = await browser.newPage();
      /** @type {string[]} */
      const failures = [];
      page.on("pageerror", (error) => failures.push(String(error)));
      await page.goto(url);
      return {
        async call(name, argument) {
          const answer = await page.evaluate(
            ([called, given]) => /** @type {any} */ (globalThis)[called](given),
            /** @type {[string, any]} */ ([name, argument]),
          );
          const failure = failures.shift();
          if (failure !== undefined) throw new Error(failure);
          return answer;
        },
        close: () => page.close(),
      };
    },
    stop: () => browser.close(),
  };
}
