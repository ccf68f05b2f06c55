/** A file, what its rows are for, and where its columns go: all that a pass over it has to be told. */
import { checkRows } from "interakt-wasm/bulk/web";
import { en } from "interakt-wasm/messages/en";
import { element } from "../dom.js";
import { schemaOf } from "../operations.js";
import { choose, columnsOf, lacksRecipient, mappingOf, sharedBy } from "./columns.js";
import { createColumns } from "./columns-table.js";
import { createSettings } from "./settings.js";
import { createSource } from "./source.js";
import { filled, placesOf, traitsOf, withLeaf } from "./targets.js";

/**
 * @typedef {import("interakt-wasm/bulk").RowPlan} RowPlan
 * @typedef {import("interakt-wasm/bulk").RowOptions<any>} RowOptions Of the operation that is chosen.
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {import("./targets.js").Target} Target
 *
 * @typedef {object} Options
 * @property {string} ids What the ids of its elements begin with: two of them can be in the page.
 * @property {readonly import("./starts.js").OperationName[]} operations Those that rows may be for.
 * @property {AbortSignal} [signal] Ends it.
 * @property {() => void} onChange Something is another: what was found of the rows no longer holds.
 * @property {() => void} onPlan It is known how the file is read, or that it cannot be.
 */

/**
 * @param {HTMLElement} area Where files may be dropped.
 * @param {Options} options
 */
export function createMapping(area, { ids, operations, signal, onChange, onPlan }) {
  const source = createSource(area, take, { ids, signal });
  const settings = createSettings(
    (isAnother) => {
      if (isAnother) chosen = undefined;
      onChange();
      plan();
    },
    { ids, operations },
  );
  const columns = createColumns(
    (key, target) => {
      chosen = choose(current(), key, target);
      onChange();
      show();
    },
    (path, text) => {
      // The proposal would be another one for it.
      chosen ??= new Map(current().map(({ key, target }) => [key, target]));
      settings.setBase(withLeaf(settings.now().base, path, text));
      onChange();
    },
    ids,
  );
  const failure = element("p", { class: "hint", role: "alert", hidden: true });

  /** @type {File | undefined} */
  let file;
  /** @type {RowPlan | undefined} */
  let planned;
  /** Of the input that rows become. @type {import("../phone-input.js").Schema} */
  let schema = {};
  /** Where columns go, once a person has changed that. @type {Map<string, Target | undefined> | undefined} */
  let chosen;
  /** Which reading of the file's beginning is the newest. */
  let newest = 0;

  show();

  /** @param {import("./source.js").Source} next */
  function take(next) {
    file = next.file;
    chosen = undefined;
    planned = undefined;
    settings.restart(next.sample);
    onChange();
    plan();
  }

  function current() {
    return planned ? columnsOf(planned, chosen ?? new Map()) : [];
  }

  /** @returns {RowOptions} What all passes are told. */
  function options() {
    const { operation, base, defaultCountry, told, templates } = settings.now();
    const isMapped = planned?.format === "csv" && chosen !== undefined;
    return {
      operation,
      defaultCountry,
      ...told,
      ...(planned?.format !== "ndjson" && { base: filled(base) }),
      ...(isMapped && { columns: mappingOf(current()) }),
      ...(templates && { templates }),
      messages: en,
    };
  }

  /** Reads the beginning of the file, and shows what its columns are taken for. */
  async function plan() {
    if (file === undefined) return;
    const reading = ++newest;
    let found;
    let words = "";
    try {
      const { operation } = settings.now();
      const [plan, itsSchema] = await Promise.all([
        checkRows(file, options()).plan(),
        schemaOf(operation),
      ]);
      if (reading === newest) schema = itsSchema;
      found = plan;
    } catch (error) {
      words = wordsOf(error);
    }
    if (reading !== newest) return;
    planned = found;
    failure.textContent = words;
    failure.hidden = words === "";
    show();
    onPlan();
  }

  function show() {
    settings.show(planned);
    const isCsv = planned?.format === "csv";
    columns.content.hidden = !isCsv;
    if (!isCsv) return;
    const { base, needs } = settings.now();
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

  return {
    parts: [source.zone, failure, ...settings.parts, columns.content],
    options,

    /** It is shown: the account's templates are read, once. */
    open: settings.open,

    /** Chosen last. */
    file: () => file,

    /** How it is read. */
    plan: () => planned,

    /** Where columns go, whoever said so. */
    columns: () => mappingOf(current()),

    /** @returns {string} What is in the way of a pass; empty: nothing. */
    missing() {
      if (file === undefined) return "Choose a file first.";
      if (planned === undefined) {
        return failure.hidden ? "Reading the file…" : "It cannot be read.";
      }
      const isLacking = planned.format === "csv" && settings.now().lacksTemplate;
      return isLacking ? "Choose a template first." : "";
    },

    focus: () => source.picker.focus(),

    /** Goes to what is missing. */
    goToMissing() {
      const isUnread = file === undefined || planned === undefined;
      (isUnread ? source.picker : settings.template).focus();
    },
  };
}

/** @param {unknown} error @returns {string} Without the name of the function, which nobody here calls. */
export function wordsOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  const words = message.replace(/^checkRows: /, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
