/** The input as a form: fields made from its description, which say what the JSON says. */
import { describedOf } from "../described.js";
import { counted, element } from "../dom.js";
import { readValue } from "../json-tree.js";
import { changeAt, difference, insertAt, moveAt, removeAt, renameAt, setAt } from "./edits-at.js";
import { nameOf } from "./frame.js";
import { createGroup } from "./group.js";
import { allFields, layoutOf, pathKey, problemsByField } from "./layout.js";
import { createLeaf } from "./leaf.js";
import { converted, startOf, switched } from "./values.js";

/**
 * @typedef {import("./layout.js").Field} Field
 * @typedef {import("../inspect.js").Problem} Problem
 * @typedef {import("../edits.js").Edit} Edit
 * @typedef {import("../schema.js").Schema} Schema
 * @typedef {import("../schema.js").Path} Path
 *
 * @typedef {object} View Of one field, and of those in it.
 * @property {HTMLElement} area
 * @property {(field: Field) => boolean} fits It can show the field; otherwise another is made.
 * @property {(field: Field) => void} show
 * @property {() => void} focus
 * @property {() => void} focusType
 * @property {(by: number) => void} focusMove
 * @property {() => void} [focusSelf] A group, not the first field in it.
 * @property {() => void} [focusAdding]
 * @property {() => void} [reveal] Unfolds it.
 *
 * @typedef {object} Desk What fields ask for.
 * @property {(field: Field, value: unknown) => void} write
 * @property {(field: Field, type: string) => void} retype
 * @property {(value: unknown, schema: Schema) => boolean} canBe Without losing a part.
 * @property {(object: Field, key: string) => void} addKey
 * @property {(list: Field) => void} addItem
 * @property {(map: Field, key: string) => boolean} addEntry Whether the key could be had.
 * @property {(missing: Field) => void} fill
 * @property {(field: Field) => void} remove
 * @property {(item: Field, by: number) => void} move
 * @property {(entry: Field, key: string) => boolean} rename
 * @property {(field: Field) => number} siblingsOf How many items its list has; 0 where it is in none.
 * @property {(field: Field) => readonly Problem[]} problemsOf
 * @property {(group: Field) => string} issuesIn "2 issues", also of what is in it.
 * @property {(field: Field, before?: View) => View} viewOf
 */

/**
 * @param {object} options
 * @param {HTMLElement} options.area
 * @param {object} options.editor Holds the JSON.
 * @param {() => string} options.editor.text
 * @param {(edits: Edit[]) => void} options.editor.change
 * @param {(text: string) => void} options.editor.replace
 * @param {() => void} options.onChange The JSON has another make: it is to be checked at once, and shown.
 * @param {() => void} options.onJson The JSON is to be shown instead.
 */
export function createForm({ area, editor, onChange, onJson }) {
  const said = element("span", { role: "status" });
  const undo = element("button", { type: "button", class: "button" }, "Undo");
  const news = element("div", { class: "form-news" }, said, undo);
  const toJson = element("button", { type: "button", class: "button" }, "Go to the JSON");
  const notice = element("div", { class: "form-notice", role: "status" });
  const broken = element("div", { class: "form-broken" }, notice, toJson);
  const fields = element("fieldset", { class: "form-all" });
  area.replaceChildren(broken, fields, news);

  /** @type {Schema | undefined} */
  let root;
  /** @type {View | undefined} */
  let view;
  /** @type {readonly Problem[]} */
  let problems = [];
  /** @type {Map<string, Problem[]>} */
  let byField = new Map();
  /** By their paths. @type {Map<string, View>} */
  const views = new Map();
  /** By their paths. @type {Map<string, Field>} */
  let shown = new Map();
  /** What the last change replaced, and what stood there after it. @type {{ before: string, after: string } | undefined} */
  let change;
  /**
   * What kinds have left out, by path, and what was there of each type: with the arrow keys one goes
   * through all of them.
   *
   * @type {Map<string, any>}
   */
  const left = new Map();
  /** The JSON as the form saw or wrote it last. */
  let seen = "";

  toJson.addEventListener("click", onJson);
  undo.addEventListener("click", () => {
    if (change === undefined) return;
    act(difference(change.after, change.before), "Undone.");
    view?.focus();
  });

  /** @param {string} words Are read out; what can be undone is seen, too. */
  function tell(words) {
    said.textContent = words;
    undo.hidden = change === undefined;
    news.classList.toggle("visually-hidden", change === undefined);
  }

  /** Somebody else has changed the JSON: what was remembered may not fit any more. */
  function forget() {
    change = undefined;
    left.clear();
    tell("");
  }

  /** Makes the fields say what the JSON says. */
  function draw() {
    if (root === undefined) return;
    const text = editor.text();
    if (text !== seen) forget();
    seen = text;
    const value = readValue(text);
    broken.hidden = value !== undefined;
    fields.disabled = value === undefined;
    if (value === undefined) return;
    const top = layoutOf(root, value);
    shown = new Map(allFields(top).map((field) => [pathKey(field.path), field]));
    byField = problemsByField(top, problems);
    views.clear();
    const before = view;
    view = desk.viewOf(top, before);
    if (view !== before) fields.replaceChildren(view.area);
  }

  /**
   * Makes an edit that more than one value hangs on.
   *
   * @param {Edit[]} edits
   * @param {string} words What was done.
   * @param {boolean} [isLoss] Something that was written is gone with it.
   */
  function act(edits, words, isLoss = false) {
    const before = editor.text();
    editor.change(edits);
    seen = editor.text();
    change = isLoss ? { before, after: seen } : undefined;
    onChange();
    tell(words);
  }

  /** @param {Path} path */
  const at = (path) => views.get(pathKey(path));

  /** @param {Path} path */
  const fieldAt = (path) => shown.get(pathKey(path));

  /** @param {Field} object @param {string} key @param {unknown} kind */
  function switchTo(object, key, kind) {
    const place = pathKey(object.path);
    const { next, kept, lost } = switched(
      object,
      key,
      kind,
      /** @type {Schema} */ (root),
      left.get(place),
    );
    const words = lost.length > 0 ? ` Left out: ${lost.join(", ")}.` : "";
    const edits = changeAt(editor.text(), object.path, next);
    act(edits, `${key} is now ${kind}.${words}`, lost.length > 0);
    left.set(place, kept);
  }

  /** @type {Desk} */
  const desk = {
    write(field, value) {
      const key = field.path.at(-1);
      const object = field.isUnion ? fieldAt(field.path.slice(0, -1)) : undefined;
      if (object) return switchTo(object, String(key), value);
      editor.change(setAt(editor.text(), field.path, value, field.order));
      seen = editor.text();
      // What is typed after it is not undone with it.
      change = undefined;
      tell("");
    },

    retype(field, type) {
      const schema = field.types.find((each) => each.type === type)?.schema;
      const [was, is] = [field.type, type].map((of) => JSON.stringify([field.path, "type", of]));
      const next =
        left.get(is ?? "") ??
        (schema && converted(field.value, schema, /** @type {Schema} */ (root)));
      if (next === undefined) return;
      left.set(was ?? "", field.value);
      act(setAt(editor.text(), field.path, next, field.order), "");
      at(field.path)?.focusType();
    },

    canBe: (value, schema) => converted(value, schema, /** @type {Schema} */ (root)) !== undefined,

    addKey(object, key) {
      const path = [...object.path, key];
      const schema = object.addable.find((each) => each.key === key)?.schema ?? {};
      const order = [...(object.fields[0]?.order ?? [])];
      put(path, startOf(schema, /** @type {Schema} */ (root)), order);
    },

    addItem(list) {
      const items = /** @type {unknown[]} */ (list.value);
      put(
        [...list.path, items.length],
        startOf(list.schema.items ?? {}, /** @type {Schema} */ (root)),
      );
    },

    addEntry(map, key) {
      if (key === "" || Object.hasOwn(/** @type {object} */ (map.value), key)) return false;
      put(
        [...map.path, key],
        startOf(map.schema.additionalProperties, /** @type {Schema} */ (root)),
      );
      return true;
    },

    fill({ path, schema, order }) {
      put(path, startOf(schema, /** @type {Schema} */ (root)), order);
    },

    remove({ path }) {
      const step = path.at(-1);
      // What was kept for the ones behind it is not theirs.
      left.clear();
      act(removeAt(editor.text(), path), `Removed ${nameOf(path)}.`, true);
      // The next one has moved up to its place.
      const next = typeof step === "number" ? at(path) : undefined;
      if (next) (next.focusSelf ?? next.focus)();
      else at(path.slice(0, -1))?.focusAdding?.();
    },

    move({ path }, by) {
      const to = Number(path.at(-1)) + by;
      const there = [...path.slice(0, -1), to];
      left.clear();
      act(moveAt(editor.text(), path, to), `Moved to ${to + 1}.`);
      at(there)?.focusMove(by);
    },

    rename({ path }, key) {
      const edits = renameAt(editor.text(), path, key);
      if (edits.length === 0) return false;
      act(edits, "");
      return true;
    },

    siblingsOf({ path }) {
      const list = typeof path.at(-1) === "number" ? fieldAt(path.slice(0, -1)) : undefined;
      return Array.isArray(list?.value) ? list.value.length : 0;
    },

    problemsOf: ({ path }) => byField.get(pathKey(path)) ?? [],

    issuesIn(group) {
      const count = allFields(group).flatMap((field) => desk.problemsOf(field)).length;
      return count > 0 ? counted(count, "issue") : "";
    },

    viewOf(field, before) {
      const isGroup = ["object", "list", "map", "missing"].includes(field.kind);
      const made = before?.fits(field)
        ? before
        : isGroup
          ? createGroup(desk, field)
          : createLeaf(desk, field);
      views.set(pathKey(field.path), made);
      made.show(field);
      return made;
    },
  };

  /** @param {Path} path @param {unknown} value @param {readonly string[]} [order] */
  function put(path, value, order) {
    act(insertAt(editor.text(), path, value, order), `Added ${nameOf(path)}.`);
    at(path)?.focus();
  }

  return {
    /**
     * Another operation, or another input.
     *
     * @param {string} operation
     */
    async open(operation) {
      const next = await describedOf(operation);
      if (next === root) return;
      root = next;
      view = undefined;
      fields.replaceChildren();
    },

    /** @param {readonly Problem[]} found */
    show(found) {
      problems = found;
      const [syntax] = found.filter(({ code }) => code === "json.syntax");
      notice.textContent = `The JSON cannot be read yet${syntax?.where ? ` (${syntax.where})` : ""}. Correct it there: until then, the form shows its last valid state.`;
      draw();
    },

    /**
     * Goes to the field that a problem is about, or to the one around it.
     *
     * @param {Path} path
     */
    goTo(path) {
      for (let depth = 0; depth < path.length; depth += 1) at(path.slice(0, depth))?.reveal?.();
      let there = path;
      while (there.length > 0 && !views.has(pathKey(there))) there = there.slice(0, -1);
      const found = at(there);
      (found?.focusSelf ?? found?.focus)?.call(found);
    },

    focus: () => (broken.hidden ? view?.focus() : toJson.focus()),
  };
}
