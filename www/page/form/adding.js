/** What adds to an object, a list or a map: keys that it may have, an item, an entry. */
import { element } from "../dom.js";
import { summaryOf } from "../schema.js";
import { nameOf, place, withCode } from "./frame.js";
import { freeKeyOf } from "./layout.js";

/** @typedef {import("./layout.js").Field} Field */

/** So many keys stand there as buttons; more are folded, and then say what they are. */
const FEW = 2;

/**
 * @param {import("./form.js").Desk} desk
 * @param {string} id
 */
export function createAdding(desk, id) {
  const area = element("div", { class: "form-adding" });
  const list = element("ul", { class: "form-addable" });
  const summary = element("summary", { class: "button" });
  const folded = element("details", { class: "form-folded" }, summary, list);
  const row = element("div", { class: "form-row" });
  const item = element("button", { type: "button", class: "button" }, "Add an item");
  const key = element("input", {
    class: "form-input form-code form-key",
    id: `${id}-key`,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-describedby": `${id}-taken`,
  });
  const taken = element("p", { class: "form-problem-error", id: `${id}-taken`, role: "status" });
  const named = element("button", { type: "button", class: "button" }, "Add");
  const entry = element(
    "div",
    { class: "form-entry" },
    element("label", { class: "form-label", for: `${id}-key` }, "New key"),
    element("div", { class: "form-row" }, key, named),
    taken,
  );
  /** @type {Field} */
  let shown;

  item.addEventListener("click", () => {
    if (item.ariaDisabled !== "true") desk.addItem(shown);
  });
  named.addEventListener("click", addEntry);
  key.addEventListener("input", () => taken.replaceChildren());
  key.addEventListener("keydown", (event) => {
    // With Ctrl the input is sent.
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    addEntry();
  });

  function addEntry() {
    if (desk.addEntry(shown, key.value)) key.value = freeKeyOf(shown);
    else taken.textContent = key.value === "" ? "Enter a key first." : "This key already exists.";
  }

  /** @param {import("./layout.js").Addable} addable */
  function button({ key: name }) {
    const made = element(
      "button",
      { type: "button", class: "button" },
      "Add ",
      element("code", {}, name),
    );
    made.addEventListener("click", () => desk.addKey(shown, name));
    return made;
  }

  /** @param {import("./layout.js").Addable} addable */
  function choice({ key: name, doc }) {
    const made = element(
      "button",
      { type: "button", class: "form-choice" },
      element("code", {}, name),
      element("span", { class: "form-help" }, ...withCode(summaryOf(doc))),
    );
    made.addEventListener("click", () => {
      folded.open = false;
      desk.addKey(shown, name);
    });
    return element("li", {}, made);
  }

  let seen = "";

  return {
    area,

    /** @param {Field} field */
    show(field) {
      shown = field;
      const { kind, addable, schema, value } = field;
      const isFull =
        kind === "list" &&
        /** @type {unknown[]} */ (value).length >= (schema.maxItems ?? Number.POSITIVE_INFINITY);
      item.ariaDisabled = String(isFull);
      item.ariaLabel = `Add an item to ${nameOf(field.path)}`;
      if (kind === "map" && key.value === "") key.value = freeKeyOf(field);
      const keys = JSON.stringify([kind, addable.map((each) => each.key), nameOf(field.path)]);
      if (keys === seen) return;
      seen = keys;
      summary.textContent = `Add a field (${addable.length})`;
      summary.ariaLabel = `Add a field (${addable.length}) to ${nameOf(field.path)}`;
      list.replaceChildren(...(addable.length > FEW ? addable.map(choice) : []));
      row.replaceChildren(...(addable.length > FEW ? [] : addable.map(button)), ...missing(field));
      place(area, [
        addable.length > FEW && folded,
        row.children.length > 0 && row,
        kind === "list" && item,
        kind === "map" && entry,
      ]);
    },

    focus() {
      const target = area.querySelector("summary, button, input");
      if (target instanceof HTMLElement) target.focus();
    },
  };

  /** @param {Field} field */
  function missing({ kind, path }) {
    if (kind !== "missing") return [];
    const made = element(
      "button",
      { type: "button", class: "button" },
      "Add ",
      element("code", {}, nameOf(path)),
    );
    made.addEventListener("click", () => desk.fill(shown));
    return [made];
  }
}
