/**
 * The view of a file: its rows are read into requests, and checked as sending would check them. It is
 * a dry run: nothing of the file leaves the page.
 */
import { checkRows, init } from "interakt-wasm/bulk/web";
import { en } from "interakt-wasm/messages/en";
import { hi } from "interakt-wasm/messages/hi";
import { element } from "../dom.js";
import { createCheckPanel } from "./check-panel.js";
import { choose, columnsOf, lacksRecipient, mappingOf, sharedBy } from "./columns.js";
import { createColumns } from "./columns-table.js";
import { nameFor, readyFile, refusedFile, save } from "./save.js";
import { createSettings } from "./settings.js";
import { createSource } from "./source.js";
import { filled, placesOf, traitsOf, withLeaf } from "./targets.js";
import { summaryWords } from "./words.js";

/**
 * @typedef {import("interakt-wasm/bulk").RowPlan} RowPlan
 * @typedef {import("interakt-wasm/bulk").RowCheck<any>} RowCheck Of the operation that is chosen.
 * @typedef {import("interakt-wasm/bulk").RowOptions<any>} RowOptions
 * @typedef {import("interakt-wasm/bulk").RowSummary} RowSummary
 * @typedef {import("./targets.js").Target} Target
 */

/** Problems that the page lists; all are counted. */
const MOST_PROBLEMS = 1000;

const CATALOGUES = { en, hi };

/** @param {HTMLElement} area */
export async function createFiles(area) {
  await init();
  const source = createSource(area, open);
  const settings = createSettings((isAnother) => {
    if (isAnother) chosen = undefined;
    forget();
    plan();
  });
  const columns = createColumns(
    (key, target) => {
      chosen = choose(current(), key, target);
      forget();
      showPlan();
    },
    (path, text) => {
      // The proposal would be another one for it.
      chosen ??= new Map(current().map(({ key, target }) => [key, target]));
      settings.setBase(withLeaf(settings.now().base, path, text));
      forget();
    },
  );
  const panel = createCheckPanel({
    onCheck: check,
    onStop: () => running?.abort(),
    onReady: () => download("ready.ndjson", readyFile),
    onRefused: (language) => download("refused.csv", refusedFile, language),
  });

  /** @type {File | undefined} */
  let file;
  /** @type {RowPlan | undefined} */
  let planned;
  /** Where columns go, once a person has changed that. @type {Map<string, Target | undefined> | undefined} */
  let chosen;
  /** The pass that is under way. @type {AbortController | undefined} */
  let running;
  /** Which reading of the file's beginning is the newest. */
  let newest = 0;

  const failure = element("p", { class: "hint", role: "alert", hidden: true });
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
            "It stays in this page: nothing of it is sent or kept.",
          ),
        ),
      ),
      element(
        "div",
        { class: "rows-scroll" },
        source.zone,
        failure,
        ...settings.parts,
        columns.content,
      ),
    ),
    element("div", { class: "exchange rows-findings" }, ...panel.parts),
  );
  panel.clear();
  showPlan();
  settings.open();

  /** @param {import("./source.js").Source} next */
  function open(next) {
    file = next.file;
    chosen = undefined;
    planned = undefined;
    settings.restart(next.sample);
    forget();
    plan();
  }

  /** What was found no longer holds: something is another. */
  function forget() {
    running?.abort();
    running = undefined;
    panel.run(false);
    panel.clear();
    panel.say("");
    tellNeeds();
  }

  /** @returns {string} What is in the way of a check; empty: nothing. */
  function missing() {
    if (file === undefined) return "Choose a file first.";
    if (planned === undefined) return failure.hidden ? "Reading the file…" : "It cannot be read.";
    if (planned.format === "csv" && settings.now().lacksTemplate) return "Choose a template first.";
    return "";
  }

  function tellNeeds() {
    panel.tell(missing());
  }

  function current() {
    return planned ? columnsOf(planned, chosen ?? new Map()) : [];
  }

  /**
   * @param {keyof typeof CATALOGUES} [language]
   * @returns {RowOptions}
   */
  function options(language = "en") {
    const { operation, base, defaultCountry, told, templates } = settings.now();
    const isMapped = planned?.format === "csv" && chosen !== undefined;
    return {
      operation,
      defaultCountry,
      ...told,
      ...(planned?.format !== "ndjson" && { base: filled(base) }),
      ...(isMapped && { columns: mappingOf(current()) }),
      ...(templates && { templates }),
      messages: CATALOGUES[language],
      maxProblems: MOST_PROBLEMS,
    };
  }

  /** Reads the beginning of the file, and shows what its columns are taken for. */
  async function plan() {
    if (file === undefined) return;
    const reading = ++newest;
    let found;
    let words = "";
    try {
      found = await checkRows(file, options()).plan();
    } catch (error) {
      words = wordsOf(error);
    }
    if (reading !== newest) return;
    planned = found;
    failure.textContent = words;
    failure.hidden = words === "";
    showPlan();
    tellNeeds();
  }

  function showPlan() {
    settings.show(planned);
    const isCsv = planned?.format === "csv";
    columns.content.hidden = !isCsv;
    if (!isCsv) return;
    const { schema, base, needs } = settings.now();
    const places = placesOf(schema, base, needs);
    const all = current();
    columns.show({
      columns: all,
      isProposed: chosen === undefined,
      placesFor: ({ title, target }) => [...places, ...traitsOf(schema, base, title, target)],
      shared: sharedBy(places, all),
      base,
      lacksRecipient: lacksRecipient(places, all),
    });
  }

  async function check() {
    const isMissing = missing();
    if (isMissing !== "") {
      panel.say(isMissing);
      const isUnread = file === undefined || planned === undefined;
      (isUnread ? source.picker : settings.template).focus();
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
    const { name } = file ?? { name: "" };
    return pass(options(language), async (checking) => {
      const made = nameFor(name, what);
      save(await make(checking), made);
      panel.tell(`“${made}” is made.`);
      panel.say(`“${made}” is made.`);
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

  return { focus: () => source.picker.focus() };
}

/** @param {unknown} error @returns {string} Without the name of the function, which nobody here calls. */
function wordsOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  const words = message.replace(/^checkRows: /, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
