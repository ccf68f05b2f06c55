/** A field with others in it: an object, a list, a map, or one of them that is missing. */
import { element, icon } from "../dom.js";
import { createAdding } from "./adding.js";
import { createFrame, createName, nameOf, place } from "./frame.js";

/**
 * @typedef {import("./layout.js").Field} Field
 * @typedef {import("./form.js").View} View
 */

/** Of a list so many items are open from the start. */
const OPEN_ITEMS = 3;

/**
 * @param {import("./form.js").Desk} desk
 * @param {Field} field
 * @returns {View}
 */
export function createGroup(desk, field) {
  const frame = createFrame(desk);
  const caption = createName(desk, field, frame.id);
  const legend = element("legend", { class: "visually-hidden" });
  const note = element("span", { class: "form-note" });
  const toggle = element(
    "button",
    { type: "button", class: "form-toggle", "aria-controls": `${frame.id}-body` },
    icon("chevron"),
    field.isNamed ? element("span", { class: "visually-hidden" }) : caption.name,
  );
  const adding = createAdding(desk, frame.id);
  const fields = element("div", { class: "form-fields" });
  const more = element("p", { class: "form-help" });
  const body = element(
    "div",
    { class: "form-body", id: `${frame.id}-body` },
    fields,
    more,
    adding.area,
  );
  const head = element(
    "div",
    { class: "form-head" },
    toggle,
    field.isNamed && caption.name,
    note,
    frame.help,
    frame.tools,
  );
  const isTop = field.path.length === 0;
  const area = element(
    "fieldset",
    { class: isTop ? "form-top" : "form-group" },
    legend,
    head,
    frame.problems,
    body,
  );
  const step = field.path.at(-1);
  let isOpen = !(typeof step === "number" && step >= OPEN_ITEMS);
  let shown = field;
  /** By its place among them. @type {View[]} */
  let views = [];
  /** What each view is known by from one time to the next. @type {(string | number | undefined)[]} */
  let keys = [];

  toggle.addEventListener("click", () => setOpen(!isOpen));

  /** @param {boolean} next */
  function setOpen(next) {
    if (next === isOpen) return;
    isOpen = next;
    drawHead();
    drawFields();
  }

  /** What is folded has no fields: of long lists most never are looked at. */
  function drawFields() {
    const had = new Map(views.map((view, at) => [keys[at], view]));
    const there = isOpen ? shown.fields.filter(({ isFixed }) => !isFixed) : [];
    keys = there.map(({ path }, at) => (shown.kind === "object" ? path.at(-1) : at));
    views = there.map((each, at) => desk.viewOf(each, had.get(keys[at])));
    place(
      fields,
      views.map((view) => view.area),
    );
  }

  function drawHead() {
    toggle.ariaExpanded = String(isOpen);
    body.hidden = !isOpen;
    const inside = isOpen ? "" : desk.issuesIn(shown);
    note.textContent = [amountOf(shown), inside].filter(Boolean).join(" · ");
    note.dataset.severity = inside ? "error" : "none";
    toggle.hidden = isTop;
    // At the top there is nothing to fold, but one may become several.
    head.hidden = isTop && shown.types.length === 0;
  }

  return {
    area,

    fits: (next) => next.kind === field.kind && next.isNamed === field.isNamed,

    show(next) {
      shown = next;
      caption.show(next);
      legend.textContent = isTop ? "Input" : nameOf(next.path);
      const { ids, isWrong } = frame.show(next);
      area.setAttribute("aria-describedby", ids);
      area.dataset.kind = next.kind;
      area.dataset.wrong = String(isWrong);
      more.textContent = `${next.hidden} more are shown as JSON only.`;
      more.hidden = next.hidden === 0;
      adding.show(next);
      drawHead();
      drawFields();
    },

    /** Its first field; of one without any what adds one. */
    focus() {
      setOpen(true);
      if (views[0]) views[0].focus();
      else adding.focus();
    },
    focusSelf() {
      if (!isTop) toggle.focus();
      else this.focus();
    },
    focusType: frame.focusType,
    focusMove: frame.focusMove,
    focusAdding() {
      setOpen(true);
      adding.focus();
    },
    reveal: () => setOpen(true),
  };
}

/** @param {Field} field @returns {string} How much is in it, of how much there may be. */
function amountOf({ kind, value, schema }) {
  if (kind === "missing") return "missing";
  if (kind !== "list") return "";
  const { length } = /** @type {unknown[]} */ (value);
  const { maxItems, minItems = 0 } = schema;
  if (maxItems !== undefined) return `${length} of at most ${maxItems}`;
  return length < minItems ? `${length} of at least ${minItems}` : String(length);
}
