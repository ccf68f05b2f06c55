/** Browsers that are driven by WebDriver. */
import { once } from "node:events";
import { Builder, Capabilities } from "selenium-webdriver";
import {
  CHROMIUM_ARGS,
  ensureChromium,
  ensureFirefox,
  ensureWebKit,
} from "../../scripts/browsers.mjs";
import { startGroup } from "./group.mjs";
import { freePort } from "./listen.mjs";

/** @typedef {import("./browsers.mjs").Browser} Browser */
/** @typedef {import("./browsers.mjs").Tab} Tab */
/** @typedef {import("selenium-webdriver").WebDriver} WebDriver */
/** @typedef {import("./group.mjs").Group} Group */

/** How long a page may take to load, a call to come back. */
const PATIENCE_MS = 300_000;

/** Firefox asks its maker for nothing. */
const QUIET = {
  "app.normandy.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

/**
 * A browser that is driven by commands of WebDriver.
 *
 * @typedef {object} Session
 * @property {string} name As people know it.
 * @property {string} version
 * @property {WebDriver} driver
 * @property {string} url Of the session at its driver, for commands that the library does not know.
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} Wishes
 * @property {string} [language] That the person prefers, like "en-IN"; else the system's.
 */

/** @returns {Promise<Browser>} */
export const startFirefox = async () => browserOf(await firefoxSession());

/** @returns {Promise<Browser>} */
export const startWebKit = async () => browserOf(await webkitSession());

/** @param {Wishes} [wishes] @returns {Promise<Session>} */
export async function chromiumSession({ language } = {}) {
  const { chromium, chromedriver } = await ensureChromium();
  const port = await freePort();
  const args = language ? [...CHROMIUM_ARGS, `--accept-lang=${language}`] : CHROMIUM_ARGS;
  return drive("Chromium", port, [startGroup(chromedriver, [`--port=${port}`])], {
    browserName: "chrome",
    "goog:chromeOptions": { binary: chromium, args },
  });
}

/** @param {Wishes} [wishes] @returns {Promise<Session>} */
export async function firefoxSession({ language } = {}) {
  const { firefox, geckodriver } = await ensureFirefox();
  const port = await freePort();
  const args = ["--port", String(port), "--websocket-port", "0", "--log", "fatal"];
  const prefs = language ? { ...QUIET, "intl.accept_languages": language } : QUIET;
  // Some of what people do can only be done by the browser itself, not by a page.
  const driver = startGroup(geckodriver, [...args, "--allow-system-access"]);
  return drive("Firefox", port, [driver], {
    browserName: "firefox",
    "moz:firefoxOptions": { binary: firefox, args: ["-headless"], prefs },
  });
}

/** @param {Wishes} [wishes] @returns {Promise<Session>} */
export async function webkitSession({ language } = {}) {
  const { webkitDriver, xvfb } = await ensureWebKit();
  const port = await freePort();
  // It writes the number of a display that was free to the file descriptor.
  const screen = startGroup(xvfb, ["-displayfd", "1", "-nolisten", "tcp"]);
  await Promise.race([once(screen.output, "data"), screen.ended]);
  const number = screen.printed().trim();
  if (number === "") throw new Error(`Xvfb shows no display\n${screen.all()}`);
  const env = {
    ...{ DISPLAY: `:${number}`, GDK_BACKEND: "x11", WAYLAND_DISPLAY: "" },
    ...(language ? { LANGUAGE: language.replace("-", "_") } : {}),
  };
  const driver = startGroup(webkitDriver, [`--port=${port}`], { env });
  return drive("WebKitGTK", port, [driver, screen], { browserName: "MiniBrowser" });
}

/**
 * @param {string} name
 * @param {number} port The driver's.
 * @param {Group[]} groups What runs, the driver first.
 * @param {object} capabilities What the driver is asked to start.
 * @returns {Promise<Session>}
 */
async function drive(name, port, groups, capabilities) {
  const stopAll = async () => {
    for (const group of groups) await group.stop();
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await groups[0]?.answers(`${url}/status`, ({ ok }) => ok);
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(url)
      .withCapabilities(new Capabilities(capabilities))
      .build();
    await driver.manage().setTimeouts({ script: PATIENCE_MS, pageLoad: PATIENCE_MS });
    return {
      name,
      version: (await driver.getCapabilities()).getBrowserVersion() ?? "",
      driver,
      url: `${url}/session/${(await driver.getSession()).getId()}`,
      async stop() {
        await driver.quit().catch(() => {}); // what is left of it is killed
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/**
 * @param {Session} session
 * @returns {Promise<Browser>}
 */
async function browserOf({ name, version, driver, stop }) {
  const first = await driver.getWindowHandle();
  return { name, version, open: (address) => openTab(driver, first, address), stop };
}

/**
 * @param {WebDriver} driver
 * @param {string} first Handle of a tab that stays open: without any the browser would end.
 * @param {string} url
 * @returns {Promise<Tab>}
 */
async function openTab(driver, first, url) {
  await driver.switchTo().newWindow("tab");
  const handle = await driver.getWindowHandle();
  await driver.get(url);
  return {
    async call(name, argument) {
      await driver.switchTo().window(handle);
      /** @type {{ answer?: any, problem: string | null }} */
      const { answer, problem } = await driver.executeAsyncScript(callInPage, name, argument);
      if (problem !== null) throw new Error(problem);
      return answer;
    },
    async close() {
      await driver.switchTo().window(handle);
      await driver.close();
      await driver.switchTo().window(first);
    },
  };
}

/**
 * Runs in the page. An error that nothing caught is in the list that uncaught.js has begun.
 *
 * @param {string} name
 * @param {unknown} argument
 * @param {(result: { answer?: any, problem: string | null }) => void} done
 */
function callInPage(name, argument, done) {
  const page = /** @type {any} */ (window);
  Promise.resolve(argument)
    .then((given) => page[name](given))
    .then((answer) => ({ answer, problem: page.uncaught?.shift() ?? null }))
    .catch((error) => ({ problem: `${error}\n${error?.stack}` }))
    .then(done);
}
