/** What a page looks like, to people and to axe. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { NARROW, WIDE } from "./desk.mjs";
import { misplaced } from "./layout.mjs";

/**
 * @typedef {import("playwright-core").Page} Page
 *
 * @typedef {object} Screen
 * @property {import("playwright-core").ViewportSize} viewport
 * @property {boolean} [isTouched]
 * @property {boolean} [isForAxe] Of the others only the layout is another.
 */

/** Where screenshots go, for people to look at, when they are wished for: `PICTURES=1`. */
const OUTPUT = fileURLToPath(new URL("../output/", import.meta.url));

/**
 * How long nothing must change for a page to be still, in milliseconds: longer than it puts off what it
 * draws while one types.
 */
const QUIET = 150;

/** What each state is looked at on. @type {readonly Screen[]} */
const SCREENS = [
  { viewport: { width: 1920, height: 1080 } },
  { viewport: WIDE, isForAxe: true },
  // The one before at a zoom of 200 %.
  { viewport: { width: WIDE.width / 2, height: WIDE.height / 2 } },
  { viewport: { width: 768, height: 1024 } },
  { viewport: NARROW, isTouched: true, isForAxe: true },
  { viewport: { width: 320, height: 640 }, isTouched: true },
];

/** Ways to see the page. @type {Record<string, Parameters<Page["emulateMedia"]>[0]>} */
const COLORS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "own colours": { colorScheme: "light", forcedColors: "active" },
};

/** The rules of axe that another colour scheme can break where the first one keeps to all. */
const COLORS_ONLY = { runOnly: ["color-contrast", "link-in-text-block"] };

/** How often axe looks at a page that changes meanwhile. */
const LOOKS = 12;

/**
 * Looks at a state on each screen, light, dark and in colours of one's own choice, without a visit for
 * each: axe finds nothing, and nothing is misplaced.
 *
 * @param {Page} page
 * @param {string} state What it is called.
 * @param {(screen: Screen, at: string) => Promise<unknown>} [also] What else to see on each.
 */
export async function lookAround(page, state, also) {
  for (const screen of SCREENS) {
    const { viewport, isTouched = false, isForAxe = false } = screen;
    await show(page, viewport, isTouched);
    for (const [colors, media] of Object.entries(COLORS)) {
      // Colours move nothing: elsewhere they are for the pictures.
      if (colors !== "light" && !isForAxe && !process.env.PICTURES) continue;
      await page.emulateMedia(media);
      const at = `${state} ${viewport.width} ${colors}`;
      assert.deepEqual(await settledLayout(page, isTouched), [], at);
      if (isForAxe && media?.forcedColors === "none") {
        const rules = colors === "light" ? {} : COLORS_ONLY;
        assert.deepEqual(await violations(page, rules), [], at);
      }
      await picture(page, at);
    }
    await also?.(screen, `${state} ${viewport.width}`);
  }
  await show(page, WIDE, false);
  await page.emulateMedia(COLORS.light);
}

/** @param {Page} page @param {boolean} isTouched */
async function settledLayout(page, isTouched) {
  let found = await misplaced(page, isTouched);
  // It may be about to follow the screen: the editor moves what it shows above itself when it has
  // measured the page anew.
  for (let look = 1; look < LOOKS && found.length > 0; look += 1) {
    await still(page);
    found = await misplaced(page, isTouched);
  }
  return found;
}

/**
 * @param {Page} page
 * @param {Screen["viewport"]} viewport
 * @param {boolean} isTouched
 */
async function show(page, viewport, isTouched) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: isTouched });
  await session.detach();
  await page.setViewportSize(viewport);
}

/**
 * @param {Page} page Is still first: what axe has seen must be there until it has told of it.
 * @param {object} [options] For axe; by default it goes by all of its rules.
 * @returns {Promise<string[]>} Each broken rule with the elements that break it.
 */
export async function violations(page, options = {}) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  let changes = "";
  for (let look = 0; look < LOOKS; look += 1) {
    await still(page);
    const { found, failure, changed } = await page.evaluate(lookOnce, options);
    if (changed.length === 0) {
      assert.equal(failure, undefined, "axe itself failed");
      return found;
    }
    changes = changed.join("\n");
  }
  return assert.fail(`the page changed each of the ${LOOKS} times that axe looked:\n${changes}`);
}

/**
 * Waits until nothing of the page has changed for {@link QUIET}, and no animation that ends runs.
 *
 * @param {Page} page
 */
export async function still(page) {
  await page.evaluate(watchChanges);
  await page.waitForFunction(
    (quiet) =>
      performance.now() - /** @type {any} */ (globalThis).changes.last() > quiet &&
      !document
        .getAnimations()
        .some(
          ({ playState, effect }) =>
            playState === "running" && effect?.getComputedTiming().endTime !== Infinity,
        ),
    QUIET,
    { polling: "raf" },
  );
}

/** In the page: keeps what changes from now on, in shadow roots too. Once more, it takes in new ones. */
function watchChanges() {
  const page = /** @type {any} */ (globalThis);
  if (page.changes) return page.changes.watch();
  let last = performance.now();
  /** @type {string[]} */
  const changed = [];
  const keep = (/** @type {MutationRecord[]} */ records) => {
    if (records.length > 0) last = performance.now();
    for (const { type, target, attributeName } of records) {
      const at = target instanceof Element ? target : target.parentElement;
      const name = `${at?.localName ?? "shadow"}${at?.id ? `#${at.id}` : ""}`;
      changed.push([type, attributeName, "of", name, at?.className].filter(Boolean).join(" "));
    }
  };
  const observer = new MutationObserver(keep);
  const watch = () => {
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    const roots = [...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot);
    for (const root of [document, ...roots]) if (root) observer.observe(root, all);
  };
  watch();
  page.changes = {
    watch,
    last: () => last,
    /** Of them the first tell enough. */
    told: () => {
      keep(observer.takeRecords());
      return changed.slice(0, 20);
    },
    forget: () => changed.splice(0),
  };
}

/**
 * In the page, which is watched: what axe finds, or how it failed, and what changed meanwhile.
 *
 * @param {object} options
 */
async function lookOnce(options) {
  const { axe, changes } = /** @type {any} */ (globalThis);
  changes.forget();
  /** @type {string[]} */
  let found = [];
  let failure;
  try {
    // Of what is right, nothing has to be told.
    const { violations } = await axe.run(document, {
      resultTypes: ["violations"],
      ...options,
    });
    found = violations.map(
      (/** @type {any} */ { id, nodes }) =>
        `${id}: ${nodes.map((/** @type {any} */ node) => node.target.join(" ")).join(", ")}`,
    );
  } catch (error) {
    failure = String(/** @type {any} */ (error)?.stack ?? error);
  }
  return { found, failure, changed: /** @type {string[]} */ (changes.told()) };
}

/**
 * @param {Page} page
 * @returns {Promise<number>} By how many pixels it scrolls sideways.
 */
export function overflow(page) {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/**
 * @param {Page} page
 * @param {string} name
 */
export async function picture(page, name) {
  if (!process.env.PICTURES) return;
  await mkdir(OUTPUT, { recursive: true });
  await page.screenshot({ path: `${OUTPUT}${name.replaceAll(" ", "-")}.png` });
}
