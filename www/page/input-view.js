/** The input as JSON or as a form, one beside the other: the form is loaded when it is chosen. */
import { byId, element } from "./dom.js";
import { loadStyles } from "./later.js";
import { createShelf } from "./shelf.js";
import { createTabs } from "./tabs.js";

/**
 * @typedef {import("./inspect.js").Problem} Problem
 * @typedef {ReturnType<typeof import("./form/form.js").createForm>} Form
 */

const VIEWS = { json: { label: "JSON" }, form: { label: "Form" } };

/** Under which name the tab remembers what was chosen. */
const CHOSEN = "chosen";

/**
 * @param {object} editor
 * @param {() => string} editor.text
 * @param {() => void} editor.focus
 * @param {(text: string) => void} editor.replace
 * @param {(edits: import("./edits.js").Edit[]) => void} editor.change
 * @param {(place: import("./places.js").Place) => void} editor.goTo
 * @param {() => void} check Finds what is wrong, and has it shown.
 */
export function createInputView(editor, check) {
  const panel = byId("input-view");
  const json = byId("editor");
  const area = byId("form");
  const shelf = createShelf("interakt-console/input-view", 100);
  const tabs = createTabs(byId("input-tabs"), panel, VIEWS, () => choose(tabs.chosen()));
  // What is in it takes the focus.
  panel.removeAttribute("tabindex");

  /** @type {Promise<Form> | undefined} */
  let loading;
  /** Once it is loaded, and has the fields of the operation. @type {Form | undefined} */
  let form;
  let operation = "";
  /** @type {readonly Problem[]} */
  let problems = [];

  if (shelf.get(CHOSEN) === "form") tabs.choose("form");

  /** @param {string} view */
  function choose(view) {
    shelf.put(CHOSEN, view);
    json.hidden = view === "form";
    area.hidden = view !== "form";
    draw();
  }

  /** Shows the form, where it is chosen, with what the input is now. */
  async function draw() {
    if (area.hidden || operation === "") return;
    if (form) return form.show(problems);
    const asked = operation;
    try {
      loading ??= load();
      const loaded = await loading;
      await loaded.open(asked);
      if (asked !== operation) return;
      form = loaded;
      if (!area.hidden) form.show(problems);
    } catch {
      loading = undefined;
      const words = "The form could not be loaded: reload the page, or write JSON.";
      area.replaceChildren(element("p", { class: "empty", role: "alert" }, words));
    }
  }

  /** @returns {Promise<Form>} */
  async function load() {
    area.replaceChildren(element("p", { class: "empty", role: "status" }, "Loading…"));
    const [{ createForm }] = await Promise.all([import("./form/form.js"), loadStyles("form.css")]);
    return createForm({ area, editor, onChange: check, onJson: goToJson });
  }

  function goToJson() {
    tabs.choose("json");
    const [first] = problems;
    if (first && first.place !== "file") editor.goTo(first.place);
    else editor.focus();
  }

  return {
    /** @param {string} name Of the operation that is chosen. */
    open(name) {
      if (name === operation) return;
      operation = name;
      form = undefined;
      draw();
    },

    /** @param {readonly Problem[]} found With the input as it is now. */
    show(found) {
      problems = found;
      if (!area.hidden) form?.show(found);
    },

    /** @param {Problem} problem @param {import("./places.js").Place} place */
    goTo({ path }, place) {
      if (form && path && !area.hidden) return form.goTo(path);
      if (!area.hidden) tabs.choose("json");
      editor.goTo(place);
    },

    focus: () => (area.hidden ? editor : (form ?? editor)).focus(),
  };
}
