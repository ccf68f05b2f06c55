/**
 * The editor as it is at once and as it is later: a plain field for the text until the real one has
 * loaded, which takes over the text, what is selected in it, and the focus.
 */
import { element, nextTask } from "./dom.js";
import { loadStyles } from "./later.js";

/**
 * @typedef {ReturnType<typeof import("./editor.js").createEditor>} Editor
 * @typedef {Parameters<typeof import("./editor.js").createEditor>[1]} Listeners
 */

/**
 * The editor's interface, and `load`, which fulfils once the real one is there.
 *
 * @param {HTMLElement} parent
 * @param {Listeners} listeners
 * @returns {Editor & { load: () => Promise<void> }}
 */
export function createLateEditor(parent, listeners) {
  const field = element("textarea", {
    class: "plain-editor",
    "aria-label": "Input as JSON",
    "aria-describedby": "issues-count",
    autocapitalize: "off",
    autocomplete: "off",
    spellcheck: "false",
  });
  /** What the real one is told when it comes. @type {Parameters<Editor["mark"]>[0]} */
  let marked = [];
  /** @type {Parameters<Editor["describe"]> | undefined} */
  let described;
  /** While a text is being composed, nothing may be taken from under it. */
  let isComposing = false;
  /** @type {Editor} */
  let editor = createPlain(field, listeners, (problems) => {
    marked = problems;
  });
  /** @type {Promise<void> | undefined} */
  let loading;

  field.addEventListener("compositionstart", () => {
    isComposing = true;
  });
  field.addEventListener("compositionend", () => {
    isComposing = false;
  });
  parent.append(field);

  async function load() {
    const [{ createEditor }] = await Promise.all([import("./editor.js"), loadStyles("editor.css")]);
    // To run its script is work enough for one task.
    await nextTask();
    if (isComposing) {
      await new Promise((fulfil) => field.addEventListener("compositionend", fulfil));
    }
    const isFocused = document.activeElement === field;
    const { value, selectionStart, selectionEnd, selectionDirection, scrollTop } = field;
    const ends = [selectionStart, selectionEnd];
    const [anchor = 0, head = 0] = selectionDirection === "backward" ? ends.reverse() : ends;
    field.remove();
    const real = createEditor(parent, listeners);
    real.open(value, { anchor, head, scrollTop });
    if (described) real.describe(...described);
    real.mark(marked);
    editor = real;
    if (isFocused) real.focus();
  }

  return {
    text: () => editor.text(),
    focus: () => editor.focus(),
    open: (text, at) => editor.open(text, at),
    replace: (text) => editor.replace(text),
    change: (edits) => editor.change(edits),
    mark: (problems) => editor.mark(problems),
    goTo: (place) => editor.goTo(place),

    describe(...what) {
      described = what;
      editor.describe(...what);
    },

    load() {
      loading ??= load();
      // What failed is tried again.
      loading.catch(() => {
        loading = undefined;
      });
      return loading;
    },
  };
}

/**
 * The editor's interface for a field of plain text, where nothing can be marked.
 *
 * @param {HTMLTextAreaElement} field
 * @param {Listeners} listeners
 * @param {Editor["mark"]} mark
 * @returns {Editor}
 */
function createPlain(field, { onEdit }, mark) {
  /** As high as its text. */
  function fit() {
    field.rows = field.value.split("\n").length;
  }

  function edited() {
    fit();
    onEdit(field.value);
  }

  field.addEventListener("input", edited);
  return {
    text: () => field.value,
    focus: () => field.focus(),

    open(text) {
      if (field.value === text) return;
      field.value = text;
      field.setSelectionRange(0, 0);
      fit();
    },

    replace(text) {
      field.value = text;
      edited();
    },

    change(edits) {
      if (edits.length === 0) return;
      // From the end, so that the places of the others stay.
      const inOrder = [...edits].sort((one, other) => one.from - other.from);
      for (const { from, to, insert } of inOrder.reverse()) {
        field.setRangeText(insert, from, to, "preserve");
      }
      edited();
    },

    mark,
    // It has no help to give.
    describe() {},

    goTo({ from, to }) {
      field.focus();
      field.setSelectionRange(from, to);
    },
  };
}
