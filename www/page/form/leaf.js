/** A field with one value: its name, what it is, its control, what is wrong with it. */
import { element } from "../dom.js";
import { createControl } from "./controls.js";
import { createFrame, createName, nameOf } from "./frame.js";

/** @typedef {import("./layout.js").Field} Field */

/**
 * @param {import("./form.js").Desk} desk
 * @param {Field} field
 * @returns {import("./form.js").View}
 */
export function createLeaf(desk, field) {
  let shown = field;
  const frame = createFrame(desk);
  const { input, count, beside, show } = createControl(field, frame.id, (value) =>
    desk.write(shown, value),
  );
  const caption = createName(desk, field, frame.id);
  const name = field.isNamed
    ? caption.name
    : element("label", { class: "form-label", for: frame.id }, caption.name);
  const required = element("span", { class: "form-note" }, "required");
  const area = element(
    "div",
    { class: `form-field ${placeOf(field)}` },
    element("div", { class: "form-head" }, name, required, frame.help, count),
    input,
    frame.tools,
    ...beside,
    frame.problems,
  );

  return {
    area,

    fits: (next) =>
      next.isNamed === field.isNamed &&
      // Nothing is taken away from under the hands of who types in it.
      (next.kind === field.kind ||
        (isTyped(next) && isTyped(field) && document.activeElement === input)),

    show(next) {
      shown = next;
      caption.show(next);
      show(next);
      required.hidden = !next.isRequired || (next.value !== undefined && next.value !== "");
      const { ids, isWrong } = frame.show(next);
      input.setAttribute("aria-describedby", `${ids} ${count?.id ?? ""}`.trim());
      input.ariaInvalid = isWrong ? "true" : null;
      input.ariaRequired = next.isRequired ? "true" : null;
      if (next.isNamed) input.ariaLabel = `Value of ${nameOf(next.path)}`;
      area.dataset.kind = next.kind;
    },

    focus: () => input.focus(),
    focusType: frame.focusType,
    focusMove: frame.focusMove,
  };
}

/** @param {Field} field @returns {string} The class of how it stands among others. */
function placeOf({ path, isNamed }) {
  if (isNamed) return "form-named";
  return typeof path.at(-1) === "number" ? "form-item" : "form-property";
}

/** @param {Field} field */
function isTyped({ kind }) {
  return kind === "text" || kind === "lines" || kind === "number" || kind === "raw";
}
