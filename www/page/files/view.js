/**
 * The view of a file: its rows are read into requests, and checked as sending would check them. It is
 * a dry run: nothing of the file leaves the page.
 */
import { checkRows, init } from "interakt-wasm/bulk/web";
import { en } from "interakt-wasm/messages/en";
import { hi } from "interakt-wasm/messages/hi";
import { element } from "../dom.js";
import { createCheckPanel } from "./check-panel.js";
import { createMapping, wordsOf } from "./mapping.js";
import { nameFor, readyFile, refusedFile, save } from "./save.js";
import { STARTS } from "./starts.js";
import { summaryWords } from "./words.js";

/**
 * @typedef {import("interakt-wasm/bulk").RowCheck<any>} RowCheck Of the operation that is chosen.
 * @typedef {import("interakt-wasm/bulk").RowOptions<any>} RowOptions
 * @typedef {import("interakt-wasm/bulk").RowSummary} RowSummary
 */

/** Problems that the page lists; all are counted. */
const MOST_PROBLEMS = 1000;

const CATALOGUES = { en, hi };

/** @param {HTMLElement} area */
export async function createFiles(area) {
  await init();
  const mapping = createMapping(area, {
    ids: "rows",
    operations: /** @type {import("./starts.js").OperationName[]} */ (Object.keys(STARTS)),
    onChange: forget,
    onPlan: tellNeeds,
  });
  const panel = createCheckPanel({
    onCheck: check,
    onStop: () => running?.abort(),
    onReady: () => download("ready.ndjson", readyFile),
    onRefused: (language) => download("refused.csv", refusedFile, language),
  });

  /** The pass that is under way. @type {AbortController | undefined} */
  let running;
  area.replaceChildren(
    element(
      "section",
      { class: "panel input-panel rows-file", "aria-labelledby": "rows-title" },
      element(
        "header",
        { class: "panel-head" },
        element(
          "div",
          { class: "panel-heading" },
          element("h2", { class: "panel-title", id: "rows-title" }, "File"),
          element(
            "p",
            { class: "endpoint" },
            "It stays in this page: nothing of it is sent or stored.",
          ),
        ),
      ),
      element("div", { class: "rows-scroll" }, ...mapping.parts),
    ),
    element("div", { class: "exchange rows-findings" }, ...panel.parts),
  );
  panel.clear();
  tellNeeds();
  mapping.open();

  /** What was found no longer holds: something is another. */
  function forget() {
    running?.abort();
    running = undefined;
    panel.run(false);
    panel.clear();
    panel.say("");
    tellNeeds();
  }

  function tellNeeds() {
    panel.tell(mapping.missing());
  }

  /**
   * @param {keyof typeof CATALOGUES} [language]
   * @returns {RowOptions}
   */
  function options(language = "en") {
    return { ...mapping.options(), messages: CATALOGUES[language], maxProblems: MOST_PROBLEMS };
  }

  async function check() {
    const isMissing = mapping.missing();
    if (isMissing !== "") {
      panel.say(isMissing);
      mapping.goToMissing();
      return;
    }
    panel.clear();
    const begun = performance.now();
    const show = (/** @type {RowSummary} */ summary) => {
      panel.show(summary, summaryWords(summary, performance.now() - begun));
    };
    await pass(
      options(),
      async (checking) => show(await checking.run()),
      (checking) => show(checking.summary),
    );
  }

  /**
   * @param {string} what The end of the file's name.
   * @param {(check: RowCheck) => Promise<Blob>} make
   * @param {keyof typeof CATALOGUES} [language]
   */
  function download(what, make, language) {
    const { name } = mapping.file() ?? { name: "" };
    return pass(options(language), async (checking) => {
      const made = nameFor(name, what);
      save(await make(checking), made);
      panel.tell(`“${made}” has been created.`);
      panel.say(`“${made}” has been created.`);
    });
  }

  /**
   * Goes through the file, with the bar and the button that stops.
   *
   * @param {RowOptions} given
   * @param {(check: RowCheck) => Promise<void>} work
   * @param {(check: RowCheck) => void} [onStopped]
   */
  async function pass(given, work, onStopped) {
    const file = mapping.file();
    if (file === undefined || running) return;
    const controller = new AbortController();
    running = controller;
    panel.tell("");
    panel.run(true);
    const { signal } = controller;
    const checking = checkRows(file, { ...given, signal, onProgress: panel.progress });
    try {
      await work(checking);
    } catch (error) {
      // What was forgotten meanwhile shows nothing any more.
      if (running !== controller) return;
      const words = signal.aborted ? "Stopped." : wordsOf(error);
      panel.tell(words);
      panel.say(words);
      if (signal.aborted) onStopped?.(checking);
    } finally {
      if (running === controller) {
        running = undefined;
        panel.run(false);
      }
    }
  }

  return { focus: mapping.focus };
}
