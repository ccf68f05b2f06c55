/** Help in the editor: what can be completed, and what a key means. */
import { autocompletion, pickedCompletion, startCompletion } from "@codemirror/autocomplete";
import { isolateHistory } from "@codemirror/commands";
import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { StateEffect, StateField } from "@codemirror/state";
import {
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  showTooltip,
} from "@codemirror/view";
import { cardOf, spokenOf } from "./card.js";
import { cursorAt } from "./cursor.js";
import { explainedAt } from "./explain.js";
import { insertionOf } from "./insert.js";
import { offersAt } from "./offers.js";

/**
 * @typedef {import("@codemirror/autocomplete").Completion} Completion
 * @typedef {import("@codemirror/autocomplete").CompletionContext} CompletionContext
 * @typedef {import("@codemirror/autocomplete").CompletionResult} CompletionResult
 * @typedef {import("@codemirror/state").EditorState} EditorState
 * @typedef {import("@codemirror/view").Tooltip} Tooltip
 * @typedef {import("./facts.js").Facts} Facts
 * @typedef {import("./offers.js").Offer} Offer
 * @typedef {import("./shapes.js").Schema} Schema
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 */

/** How long a keystroke waits for a long text to be read to its end, in milliseconds. */
const PATIENCE = 30;

/** What comes first. @type {Record<Offer["rank"], number>} */
const BOOST = { required: 3, "one way": 2, optional: 1, example: 0 };

/** Puts a card beside the text, or takes it away. @type {import("@codemirror/state").StateEffectType<Tooltip | null>} */
const showCard = StateEffect.define();

/** The card that was asked for with the keyboard: it stays until somebody moves on. */
const shownCard = StateField.define({
  create: () => /** @type {Tooltip | null} */ (null),
  update(card, { effects, docChanged, selection }) {
    const asked = effects.find((effect) => effect.is(showCard));
    if (asked) return asked.value;
    return docChanged || selection ? null : card;
  },
  provide: (field) => showTooltip.from(field),
});

export function createHelp() {
  /** @type {() => Promise<Schema | undefined>} */
  let load = async () => undefined;
  /** @type {TemplateBook | undefined} */
  let book;

  /** @returns {Promise<Schema | undefined>} Nothing where it cannot be had now. */
  const schemaNow = () => load().catch(() => undefined);

  /** @param {CompletionContext} context @returns {Promise<CompletionResult | null>} */
  async function complete({ state, pos, explicit }) {
    const schema = await schemaNow();
    const found = schema && offersAt(sourceOf(state), pos, schema, book);
    if (!found) return null;
    const { kind, word, inside, isQuoted, key } = found.cursor;
    const isBegun = word.from < pos;
    const isAwaited = kind === "value" && key !== undefined;
    const offers = found.offers.filter(
      ({ rank }) => explicit || ((isBegun || isAwaited) && rank !== "example"),
    );
    if (offers.length === 0) return null;
    const written = state.sliceDoc(inside.from, inside.to);
    // What is whole already is asked for to be another: it does not narrow the list.
    const isWhole = explicit && offers.some(({ label }) => label === written);
    return {
      from: isWhole ? pos : Math.min(inside.from, pos),
      options: offers.map(optionOf),
      validFor: isQuoted ? /^[^"\\\n]*$/ : /^[\w{[-]*$/,
    };
  }

  /** @param {EditorView} view */
  function explain(view) {
    tell(view);
    return true;
  }

  /** @param {EditorView} view */
  async function tell(view) {
    const schema = await schemaNow();
    const { state } = view;
    const at = state.selection.main.head;
    const found = schema && explainedAt(sourceOf(state), at, schema);
    const said = found ? spokenOf(found.facts) : "There is no description for this place.";
    const card = found ? tooltipOf(found.facts, found.name) : null;
    view.dispatch({ effects: [showCard.of(card), EditorView.announce.of(said)] });
  }

  return {
    /**
     * @param {() => Promise<Schema>} next Gives the description of the input, when it is needed.
     * @param {TemplateBook} [templates] Of the account, once they are read.
     */
    describe(next, templates) {
      load = next;
      book = templates;
    },

    extensions: [
      autocompletion({ override: [complete], icons: false }),
      hoverTooltip(
        async ({ state }, at) => {
          const schema = await schemaNow();
          const found = schema && explainedAt(sourceOf(state), at, schema);
          const place = [found?.name, found?.value].find(
            (part) => part && part.from <= at && at <= part.to,
          );
          return found && place ? tooltipOf(found.facts, place) : null;
        },
        { hideOnChange: true },
      ),
      shownCard,
      keymap.of([
        { key: "Mod-i", run: explain },
        { key: "Escape", run: closeCards },
      ]),
    ],
  };
}

/** @param {EditorState} state @returns {import("./cursor.js").Source} */
function sourceOf(state) {
  const { doc } = state;
  const tree = ensureSyntaxTree(state, doc.length, PATIENCE) ?? syntaxTree(state);
  const slice = (/** @type {number} */ from, /** @type {number} */ to) => doc.sliceString(from, to);
  return { text: { slice, length: doc.length }, top: tree.topNode };
}

/**
 * @param {Offer} offer
 * @param {number} index
 * @returns {Completion}
 */
function optionOf(offer, index) {
  const { label, detail, rank, facts } = offer;
  return {
    label,
    detail,
    boost: BOOST[rank],
    sortText: String(index).padStart(4, "0"),
    ...(facts && { info: () => cardOf(facts()) }),
    apply: (view, completion) => insert(view, completion, offer),
  };
}

/**
 * @param {EditorView} view
 * @param {Completion} completion
 * @param {Offer} offer
 */
function insert(view, completion, offer) {
  const source = sourceOf(view.state);
  const cursor = cursorAt(source, view.state.selection.main.head);
  if (cursor === undefined) return;
  const { edits, selection, asks } = insertionOf(source, cursor, offer);
  view.dispatch({
    changes: edits,
    selection: { anchor: selection.from, head: selection.to },
    scrollIntoView: true,
    userEvent: "input.complete",
    annotations: [pickedCompletion.of(completion), isolateHistory.of("full")],
  });
  if (asks) startCompletion(view);
}

/**
 * @param {Facts} facts
 * @param {import("../places.js").Place} place
 * @returns {Tooltip}
 */
function tooltipOf(facts, { from, to }) {
  return { pos: from, end: to, above: true, create: () => ({ dom: cardOf(facts) }) };
}

/** @param {EditorView} view @returns {boolean} Whether there was something to close. */
function closeCards(view) {
  const { state } = view;
  const isShown = state.field(shownCard) !== null;
  if (!isShown && !hasHoverTooltips(state)) return false;
  view.dispatch({ effects: [showCard.of(null), closeHoverTooltips] });
  return true;
}
