/**
 * Finds or installs the browsers that tests drive, each with its driver.
 * Built-in modules only: this file is loaded before the npm packages are
 * installed.
 */
import { join } from "node:path";
import { probe, run, timed, which } from "./project.mjs";
import { cached, installPackages, installWhole } from "./toolchain.mjs";

/** Programs that are Chromium, by the names that systems give it. */
const CHROMIUM_NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const FIREFOX_NAMES = [
  "firefox-esr",
  "firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/** What is compiled where the system has no geckodriver. */
const GECKODRIVER_VERSION = "0.37.1";

/**
 * What Chromium does without. With each window it loads two pages of its own for the suggestions of
 * the address bar, which takes longer than any page of ours; nobody sees them here.
 */
const UNUSED_FEATURES = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
  // What Playwright switches off: only the last switch of this name counts.
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"],
  ...["HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"],
  ...["ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints"],
  ...["NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"],
];

/** How Chromium is started: headless, quiet towards the network, also as root. */
export const CHROMIUM_ARGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  `--disable-features=${UNUSED_FEATURES.join(",")}`,
];

/**
 * Work whose result serves all who ask: tests ask at the same time, and again.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {() => Promise<T>}
 */
function once(work) {
  /** @type {Promise<T> | undefined} */
  let result;
  return () => {
    result ??= work();
    return result;
  };
}

/**
 * Finds Chromium and its driver, and installs both by apt where that exists.
 * `CHROMIUM` and `CHROMEDRIVER` name other programs to use.
 *
 * @returns {Promise<{ chromium: string, chromedriver: string }>} Paths of the two programs.
 */
export const ensureChromium = once(() =>
  findOrInstall(findChromium, "Chromium and its driver", ["chromium", "chromium-driver"]),
);

async function findChromium() {
  const chromium = await firstThatRuns([process.env.CHROMIUM, ...CHROMIUM_NAMES]);
  const chromedriver = await firstThatRuns([process.env.CHROMEDRIVER, "chromedriver"]);
  return chromium && chromedriver ? { chromium, chromedriver } : undefined;
}

/**
 * Finds Firefox, or installs it by apt; finds its driver, or compiles it: Debian has none.
 * `FIREFOX` and `GECKODRIVER` name other programs to use.
 *
 * @returns {Promise<{ firefox: string, geckodriver: string }>} Paths of the two programs.
 */
export const ensureFirefox = once(async () => {
  const firefox = await findOrInstall(
    () => firstThatRuns([process.env.FIREFOX, ...FIREFOX_NAMES]),
    "Firefox",
    ["firefox-esr"],
  );
  return { firefox, geckodriver: await ensureGeckodriver() };
});

/** @returns {Promise<string>} The program's path. */
async function ensureGeckodriver() {
  const home = cached(`geckodriver-${GECKODRIVER_VERSION}`);
  const compiled = join(home, "bin", "geckodriver");
  const names = [process.env.GECKODRIVER, "geckodriver", compiled];
  const found = await firstThatRuns(names);
  if (found) return found;
  const title = `compiling geckodriver ${GECKODRIVER_VERSION} (2 to 3 minutes on two cores, once)`;
  await timed(title, () =>
    installWhole(home, (folder) =>
      run("cargo", [
        ...["install", "geckodriver", "--version", GECKODRIVER_VERSION, "--locked"],
        ...["--root", folder, "--no-track"],
      ]),
    ),
  );
  if (!(await probe(compiled, ["--version"]))) throw new Error(`${compiled} does not run`);
  return compiled;
}

/**
 * Finds the driver of WebKitGTK, which brings the browser that it drives, and a display for it
 * to show itself on; installs both by apt where that exists. `WEBKIT_DRIVER` names another driver.
 *
 * @returns {Promise<{ webkitDriver: string, xvfb: string }>} Paths of the two programs.
 */
export const ensureWebKit = once(() => {
  const packages = ["webkit2gtk-driver", "xvfb"];
  return findOrInstall(findWebKit, "WebKitGTK, its driver and a virtual display", packages);
});

async function findWebKit() {
  const webkitDriver = await firstThatRuns(
    [process.env.WEBKIT_DRIVER, "WebKitWebDriver"],
    "--help",
  );
  const xvfb = await firstThatRuns(["Xvfb"], "-help");
  return webkitDriver && xvfb ? { webkitDriver, xvfb } : undefined;
}

/**
 * @template T
 * @param {() => Promise<T | undefined>} find
 * @param {string} purpose What it is, for the reader.
 * @param {string[]} packages Names of Debian packages that bring it.
 * @returns {Promise<T>}
 */
async function findOrInstall(find, purpose, packages) {
  const found = await find();
  if (found) return found;
  await installPackages(packages, purpose);
  const installed = await find();
  if (!installed) throw new Error(`${purpose}: installed, but not found or not running`);
  return installed;
}

/**
 * @param {(string | undefined)[]} names
 * @param {string} [question] What it is asked, to see that it runs.
 */
async function firstThatRuns(names, question = "--version") {
  for (const name of names) {
    if (!name) continue;
    const path = name.includes("/") ? name : which(name);
    if (path && (await probe(path, [question])) !== undefined) return path;
  }
  return undefined;
}
