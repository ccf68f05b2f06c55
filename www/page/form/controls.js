/** The control of a field that has one value: what is typed is written, what stands there is shown. */
import { element } from "../dom.js";
import { isSame, saidBy, shownOf } from "./values.js";

/**
 * @typedef {import("./layout.js").Field} Field
 *
 * @typedef {object} Control
 * @property {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} input
 * @property {HTMLElement} [count] How much is used of how much there may be.
 * @property {HTMLElement[]} beside What else goes with it.
 * @property {(field: Field) => void} show
 */

/**
 * @param {Field} field The first that it shows; later ones are of the same kind.
 * @param {string} id
 * @param {(value: unknown) => void} write
 * @returns {Control}
 */
export function createControl(field, id, write) {
  if (field.kind === "choice" || field.kind === "flag") return createChoice(id, write);
  if (field.kind === "null") {
    const input = element("input", {
      id,
      class: "form-input form-code",
      value: "null",
      readonly: true,
    });
    return { input, beside: [], show: () => {} };
  }
  const typed = createTyped(field, id, write);
  return isTime(field) ? withCalendar(typed, write) : typed;
}

const PLAIN = { autocomplete: "off", autocapitalize: "off", spellcheck: "false" };

/**
 * @param {Field} field
 * @param {string} id
 * @param {(value: unknown) => void} write
 * @returns {Control}
 */
function createTyped({ kind, schema, values }, id, write) {
  const of = /** @type {import("./layout.js").LeafKind} */ (kind);
  const known = kind === "text" && values.length > 1 ? values.map(String) : [];
  const input =
    kind === "lines" || kind === "raw"
      ? element("textarea", {
          ...(kind === "raw" && PLAIN),
          id,
          class: kind === "raw" ? "form-input form-code" : "form-input",
          rows: kind === "raw" ? "1" : "3",
        })
      : element("input", {
          ...PLAIN,
          id,
          class: "form-input",
          type: "text",
          inputmode: inputModeOf(schema),
          list: known.length > 0 && `${id}-known`,
        });
  const list = element(
    "datalist",
    { id: `${id}-known` },
    ...known.map((value) => element("option", { value })),
  );
  const count = element("span", { class: "form-count", id: `${id}-count` });
  const most = kind === "raw" || kind === "number" ? undefined : schema.maxLength;
  const unit = element("span", { class: "visually-hidden" }, " characters");
  let isNew = true;

  function draw() {
    if (most === undefined) return;
    const used = [...input.value].length;
    count.replaceChildren(`${used} / ${most}`, unit);
    count.dataset.over = String(used > most);
  }

  input.addEventListener("input", () => {
    draw();
    write(saidBy(of, input.value));
  });

  return {
    input,
    ...(most !== undefined && { count }),
    beside: known.length > 0 ? [list] : [],

    show(shown) {
      const says = shown.value === undefined ? "" : saidBy(of, input.value);
      // What is typed stays as it is typed, as long as it says the same: 1.50 is 1.5.
      if (isNew || !isSame(says, shown.value ?? "")) input.value = shownOf(shown);
      isNew = false;
      draw();
    },
  };
}

/**
 * @param {string} id
 * @param {(value: unknown) => void} write
 * @returns {Control}
 */
function createChoice(id, write) {
  const input = element("select", { id, class: "form-input" });
  /** By the indexes of the options. @type {unknown[]} */
  let offered = [];
  input.addEventListener("change", () => write(offered[input.selectedIndex]));

  return {
    input,
    beside: [],

    show({ kind, value, values }) {
      const known = kind === "flag" ? [true, false] : values;
      const isKnown = known.some((each) => isSame(each, value));
      // What is none of them is shown as well, and stays until another is chosen.
      const next = isKnown ? known : [value, ...known];
      if (!isSame(next, offered) || input.options.length === 0) {
        offered = next;
        input.replaceChildren(...next.map((each) => element("option", {}, nameOf(each))));
      }
      input.selectedIndex = next.findIndex((each) => isSame(each, value));
    },
  };
}

/** @param {unknown} value @returns {string} */
function nameOf(value) {
  if (value === undefined || value === "") return "Choose…";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** @param {Field} field @returns {boolean} It is a moment, in ISO 8601. */
function isTime({ kind, schema }) {
  return kind === "text" && /\\d\{2\}T?(\[Tt\])?\\d\{2\}:/.test(schema.pattern ?? "");
}

/**
 * @param {Control} control
 * @param {(value: unknown) => void} write
 * @returns {Control} With a calendar beside, which knows the time zone of the browser.
 */
function withCalendar({ input, beside, show, ...rest }, write) {
  const calendar = element("input", {
    class: "form-input",
    type: "datetime-local",
    step: "1",
  });
  const label = element("label", { class: "form-calendar" }, "In your time zone", calendar);
  calendar.addEventListener("input", () => {
    const time = new Date(calendar.value);
    if (Number.isNaN(time.getTime())) return;
    input.value = time.toISOString();
    write(input.value);
  });
  const draw = () => {
    if (document.activeElement !== calendar) calendar.value = localTime(input.value);
  };
  input.addEventListener("input", draw);
  return {
    ...rest,
    input,
    beside: [label, ...beside],
    show(field) {
      show(field);
      draw();
    },
  };
}

/** @param {string} written @returns {string} As the calendar wants it; empty for what is no time. */
function localTime(written) {
  const time = new Date(written);
  if (!/^\d{4}-/.test(written) || Number.isNaN(time.getTime())) return "";
  const here = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 19);
}

/**
 * @param {import("./layout.js").Schema} schema
 * @returns {string | undefined} Which keys a phone shows.
 */
function inputModeOf({ type, pattern = "", minimum }) {
  // Not every number pad has a minus.
  if (type === "number" || type === "integer") {
    if (!(minimum >= 0)) return undefined;
    return type === "integer" ? "numeric" : "decimal";
  }
  if (pattern.startsWith("^[0-9]")) return "numeric";
  if (/^\^(\\\+|\(\?!\\\+)/.test(pattern)) return "tel";
  if (pattern.includes("://")) return "url";
  return pattern.includes("@") ? "email" : undefined;
}
