/** The columns of a file with the places that they go to, and what all rows have alike. */
import { element, icon } from "../dom.js";
import { offeredTo } from "./columns.js";
import { keyOf, leavesOf } from "./targets.js";
import { counted } from "./words.js";

/**
 * @typedef {import("./columns.js").Column} Column
 * @typedef {import("./starts.js").Base} Base
 * @typedef {import("./targets.js").Path} Path
 * @typedef {import("./targets.js").Place} Place
 * @typedef {import("./targets.js").Target} Target
 *
 * @typedef {object} Shown
 * @property {readonly Column[]} columns
 * @property {boolean} isProposed
 * @property {(column: Column) => Place[]} placesFor
 * @property {readonly (Place & { path: Path })[]} shared
 * @property {Base} base
 * @property {boolean} lacksRecipient
 */

/** Columns that are shown: a file can have as many as somebody likes. */
const MOST = 200;

/**
 * @param {(key: string, target: Target | undefined) => void} onChoose
 * @param {(path: Path, text: string) => void} onShare
 * @param {string} ids What the ids of its elements begin with.
 */
export function createColumns(onChoose, onShare, ids) {
  const note = element("p", { class: "aside rows-note", id: `${ids}-columns-note` });
  const body = element("tbody");
  const table = element(
    "table",
    { class: "rows-columns", "aria-describedby": note.id },
    element("caption", { class: "visually-hidden" }, "Columns"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col" }, "Column"),
        element("th", { scope: "col" }, "First cells"),
        element("th", { scope: "col", id: `${ids}-goes-to` }, "Goes to"),
      ),
    ),
    body,
  );
  const more = element("p", { class: "aside", hidden: true });
  const fields = element("div", { class: "rows-fields" });
  const alike = element(
    "section",
    { class: "rows-shared", "aria-labelledby": `${ids}-shared-title` },
    element("h3", { class: "issues-title", id: `${ids}-shared-title` }, "The same for all rows"),
    element(
      "p",
      { class: "aside" },
      "No column fills these. What you enter here goes into each row.",
    ),
    fields,
  );
  const content = element("div", { class: "rows-mapping" }, note, table, more, alike);

  return {
    content,

    /** @param {Shown} shown */
    show({ columns, isProposed, placesFor, shared, base, lacksRecipient }) {
      const focused = document.activeElement?.id;
      note.replaceChildren(
        ...(lacksRecipient
          ? [icon("warning"), " No column has the recipient: choose the one with the phone number."]
          : [
              isProposed
                ? "Proposed from the names and the first cells: change what is wrong."
                : "Each column goes where you chose.",
            ]),
      );
      note.dataset.kind = lacksRecipient ? "warning" : "none";
      body.replaceChildren(
        ...columns
          .slice(0, MOST)
          .map((column, at) => row(column, ids, at, placesFor(column), onChoose)),
      );
      more.hidden = columns.length <= MOST;
      more.textContent = `And ${counted(columns.length - MOST, "more column")}.`;
      alike.hidden = shared.length === 0;
      const values = new Map(leavesOf(base).map(({ path, value }) => [keyOfPath(path), value]));
      fields.replaceChildren(
        ...shared.map(({ label, path }, at) =>
          sharedField(
            label,
            `${ids}-shared-${at}`,
            String(values.get(keyOfPath(path)) ?? ""),
            (text) => onShare(path, text),
          ),
        ),
      );
      // Where the keyboard was, there is a new element now.
      if (focused && document.activeElement === document.body) {
        document.getElementById(focused)?.focus();
      }
    },
  };
}

/** @param {Path} path */
const keyOfPath = (path) => JSON.stringify(path);

/**
 * @param {Column} column
 * @param {string} ids
 * @param {number} at
 * @param {readonly Place[]} places
 * @param {(key: string, target: Target | undefined) => void} onChoose
 */
function row({ key, name, cells, target }, ids, at, places, onChoose) {
  const id = `${ids}-column-${at}`;
  const offered = offeredTo(places, target);
  const groups = [...new Set(offered.map(({ group }) => group))];
  const select = element(
    "select",
    { class: "button rows-select", id, "aria-labelledby": `${id}-name ${ids}-goes-to` },
    element("option", { value: "" }, "Not used"),
    ...groups.map((label) =>
      element(
        "optgroup",
        { label },
        ...offered
          .filter(({ group }) => group === label)
          .map((place) => element("option", { value: keyOf(place.target) }, place.label)),
      ),
    ),
  );
  select.value = target === undefined ? "" : keyOf(target);
  select.addEventListener("change", () => {
    onChoose(key, offered.find((place) => keyOf(place.target) === select.value)?.target);
  });
  return element(
    "tr",
    target === undefined ? { class: "rows-unused" } : {},
    element("th", { scope: "row", id: `${id}-name` }, name),
    element("td", {}, ...cells.map((cell) => element("span", { class: "rows-cell" }, cell))),
    element("td", {}, select),
  );
}

/**
 * @param {string} label
 * @param {string} id
 * @param {string} value
 * @param {(text: string) => void} onText
 */
function sharedField(label, id, value, onText) {
  const input = element("input", {
    class: "field-text",
    id,
    autocomplete: "off",
    spellcheck: "false",
  });
  input.value = value;
  input.addEventListener("input", () => onText(input.value));
  return element(
    "div",
    { class: "field" },
    element("label", { class: "field-label", for: id }, label),
    input,
  );
}
