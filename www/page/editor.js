/** The editor of the input: JSON with marks where something is wrong. */
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import {
  bracketMatching,
  codeFolding,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { Annotation, EditorState, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { createHelp } from "./editor/help.js";
import { keysPanel } from "./editor/keys-panel.js";
import { editsOf } from "./editor/mend.js";

/** @typedef {import("./inspect.js").Problem} Problem */

/** Marks what `change` did. @type {import("@codemirror/state").AnnotationType<boolean>} */
const inSeries = Annotation.define();

/**
 * @param {HTMLElement} parent
 * @param {object} listeners
 * @param {(text: string) => void} listeners.onEdit The text changed, unless by `open`.
 * @param {() => void} listeners.onSend
 */
export function createEditor(parent, { onEdit, onSend }) {
  const nonce = document.querySelector('meta[property="csp-nonce"]');
  const help = createHelp();
  const extensions = [
    EditorView.cspNonce.of(nonce instanceof HTMLMetaElement ? (nonce.nonce ?? "") : ""),
    EditorView.contentAttributes.of({
      "aria-label": "Input as JSON",
      // Focus comes with editing, but not every tool for accessibility knows.
      tabindex: "0",
      "aria-describedby": "issues-count editor-keys",
    }),
    EditorView.lineWrapping,
    lineNumbers(),
    lintGutter(),
    history(),
    codeFolding(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    indentOnInput(),
    bracketMatching(),
    json(),
    syntaxHighlighting(classHighlighter),
    // Before the default, which makes a new line of it. Tab is left to move the focus on.
    Prec.highest(
      keymap.of([
        {
          key: "Mod-Enter",
          run: () => {
            onSend();
            return true;
          },
        },
      ]),
    ),
    help.extensions,
    keysPanel,
    keymap.of([
      { key: "F8", run: nextDiagnostic },
      { key: "Shift-F8", run: previousDiagnostic },
      ...historyKeymap,
      ...foldKeymap,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      isInSeries = update.transactions.some((each) => each.annotation(inSeries));
      onEdit(update.state.doc.toString());
    }),
  ];
  /** The last edit came from outside, by `change`. */
  let isInSeries = false;

  /** @param {string} doc @param {{ anchor: number, head: number }} [selection] */
  const stateOf = (doc, selection) => EditorState.create({ doc, selection, extensions });
  const view = new EditorView({ parent, state: stateOf("") });

  /**
   * Puts texts in place of parts: the rest stays, and so does the focus. Several soon after each
   * other are undone as one, but never together with what was typed here before.
   *
   * @param {import("./edits.js").Edit[]} edits
   */
  function change(edits) {
    if (edits.length === 0) return;
    const alone = isInSeries ? [] : [isolateHistory.of("before")];
    view.dispatch({ changes: edits, annotations: [inSeries.of(true), ...alone] });
  }

  /** @param {import("./fixes.js").Fix} fix @returns {import("@codemirror/lint").Action} */
  function actionOf(fix) {
    return { name: fix.label, apply: () => change(editsOf(view.state.doc.toString(), fix)) };
  }

  return {
    /** @returns {string} */
    text: () => view.state.doc.toString(),

    focus: () => view.focus(),

    /**
     * Starts anew with another text, so that undo does not lead back into another example.
     *
     * @param {string} text
     * @param {{ anchor: number, head: number, scrollTop: number }} [at] Where somebody was in it.
     */
    open(text, at) {
      isInSeries = false;
      view.setState(stateOf(text, at && { anchor: at.anchor, head: at.head }));
      if (at) view.scrollDOM.scrollTop = at.scrollTop;
    },

    /**
     * Puts another text in place, as an edit that can be undone by itself.
     *
     * @param {string} text
     */
    replace(text) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: isolateHistory.of("full"),
      });
    },

    change,

    describe: help.describe,

    /** @param {readonly Problem[]} problems */
    mark(problems) {
      const diagnostics = problems.flatMap(({ place, severity, message, fixes = [] }) =>
        place === "file" ? [] : [{ ...place, severity, message, actions: fixes.map(actionOf) }],
      );
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },

    /**
     * Selects a place, brings it into view and goes there.
     *
     * @param {import("./places.js").Place} place
     */
    goTo({ from, to }) {
      const end = view.state.doc.length;
      const selection = { anchor: Math.min(from, end), head: Math.min(to, end) };
      const scroll = EditorView.scrollIntoView(selection.anchor, { y: "center" });
      view.dispatch({ selection, effects: scroll });
      view.focus();
    },
  };
}
