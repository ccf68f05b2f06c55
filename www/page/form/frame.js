/** What stands around a field: its name, what it is, what is wrong with it, what can be done with it. */
import { element, icon } from "../dom.js";
import { showPath } from "../inspect.js";
import { summaryOf } from "../schema.js";

/**
 * @typedef {import("./layout.js").Field} Field
 * @typedef {import("./form.js").Desk} Desk
 *
 * @typedef {object} Frame
 * @property {string} id For the control; ids of what describes it begin with it.
 * @property {HTMLElement} tools
 * @property {HTMLElement} help
 * @property {HTMLElement} problems
 * @property {(field: Field) => { ids: string, isWrong: boolean }} show Gives what describes the control.
 * @property {() => void} focusType
 * @property {(by: number) => void} focusMove
 */

let made = 0;

/**
 * @param {Desk} desk
 * @returns {Frame}
 */
export function createFrame(desk) {
  made += 1;
  const id = `form-${made}`;
  const tools = element("div", { class: "form-tools" });
  const help = element("p", { class: "form-help", id: `${id}-help` });
  const problems = element("ul", { class: "form-problems", id: `${id}-problems` });
  const type = element("select", { class: "form-type" });
  const [up, down] = [
    mover(-1, "M8 13V3M3.5 7.5 8 3l4.5 4.5"),
    mover(1, "M8 3v10M3.5 8.5 8 13l4.5-4.5"),
  ];
  const remove = tool("M4 4l8 8M12 4l-8 8");
  /** @type {Field} */
  let shown;

  /** @param {number} by @param {string} path */
  function mover(by, path) {
    const button = tool(path);
    button.addEventListener("click", () => {
      if (button.ariaDisabled !== "true") desk.move(shown, by);
    });
    return button;
  }

  remove.addEventListener("click", () => desk.remove(shown));
  type.addEventListener("change", () => desk.retype(shown, type.value));

  /** @param {Field} field */
  function drawTools(field) {
    const name = nameOf(field.path);
    const siblings = desk.siblingsOf(field);
    const at = Number(field.path.at(-1));
    up.ariaLabel = `Move ${name} up`;
    down.ariaLabel = `Move ${name} down`;
    up.ariaDisabled = String(at === 0);
    down.ariaDisabled = String(at === siblings - 1);
    remove.ariaLabel = `Remove ${name}`;
    if (field.types.length > 0) drawType(field, name);
    place(tools, [
      field.types.length > 0 && type,
      siblings > 1 && up,
      siblings > 1 && down,
      field.isRemovable && remove,
    ]);
  }

  /** @param {Field} field @param {string} name */
  function drawType({ types, type: now, value }, name) {
    type.ariaLabel = `Type of ${name}`;
    const other = types.some((each) => each.type === now)
      ? []
      : [element("option", { value: "", disabled: true }, "Other")];
    const options = types.map(({ type: to, label, schema }) => {
      const disabled = value !== undefined && !desk.canBe(value, schema);
      return element("option", { value: to, disabled }, label);
    });
    type.replaceChildren(...other, ...options);
    type.value = types.some((each) => each.type === now) ? now : "";
  }

  return {
    id,
    tools,
    help,
    problems,

    show(field) {
      shown = field;
      drawTools(field);
      const doc = summaryOf(field.doc);
      help.replaceChildren(...withCode(doc));
      help.hidden = doc === "";
      const found = desk.problemsOf(field);
      problems.replaceChildren(...found.map((each) => entry(each, field)));
      problems.hidden = found.length === 0;
      const ids = [doc && help.id, found.length > 0 && problems.id].filter(Boolean).join(" ");
      return { ids, isWrong: found.some(({ severity }) => severity === "error") };
    },

    focusType: () => type.focus(),
    focusMove: (by) => (by < 0 ? up : down).focus(),
  };
}

/**
 * Puts children in place. Those that are there already are not touched, and keep the focus.
 *
 * @param {HTMLElement} parent
 * @param {(HTMLElement | false)[]} children
 */
export function place(parent, children) {
  const wanted = children.filter((child) => child !== false);
  for (const child of [...parent.children]) {
    if (!wanted.includes(/** @type {HTMLElement} */ (child))) child.remove();
  }
  wanted.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}

/** @param {string} path Of its picture. */
function tool(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "path");
  drawn.setAttribute("d", path);
  svg.append(drawn);
  return element("button", { type: "button", class: "form-tool" }, svg);
}

/**
 * @param {import("../inspect.js").Problem} problem
 * @param {Field} field
 */
function entry({ severity, message, path = [] }, field) {
  const rest = path.slice(field.path.length);
  const isNamed = rest.length === 0 || message.includes(`"${rest.at(-1)}"`);
  return element(
    "li",
    { class: `form-problem form-problem-${severity}` },
    icon(severity),
    element(
      "span",
      {},
      element("span", { class: "visually-hidden" }, severity === "error" ? "Error: " : "Warning: "),
      isNamed ? null : `${showPath(rest)}: `,
      message,
    ),
  );
}

/** @param {string} text @returns {Node[]} What stands in backquotes as code. */
export function withCode(text) {
  return text
    .split("`")
    .map((part, at) => (at % 2 === 1 ? element("code", {}, part) : new Text(part)));
}

/**
 * @param {import("./layout.js").Path} path
 * @returns {string} For people: `bodyValues 2`.
 */
export function nameOf(path) {
  const last = path.at(-1);
  if (last === undefined) return "the input";
  if (typeof last === "string") return last || "the empty key";
  const list = path.findLast((step) => typeof step === "string") ?? "item";
  return `${list} ${last + 1}`;
}

/**
 * The name of a field: of a property its key, of an item its number, of an entry a field for its key.
 *
 * @param {Desk} desk
 * @param {Field} field
 * @param {string} id
 * @returns {{ name: HTMLElement, show: (field: Field) => void }}
 */
export function createName(desk, field, id) {
  return field.isNamed ? createKey(desk, field) : createCaption(field, id);
}

/** @param {Field} field @param {string} id */
function createCaption({ path }, id) {
  const isItem = typeof path.at(-1) === "number";
  const before = element("span", { class: "visually-hidden" });
  const key = element("code");
  const name = element("span", { class: "form-name", id: `${id}-name` }, isItem && before, key);
  return {
    name,
    /** @param {Field} shown */
    show(shown) {
      const last = shown.path.at(-1);
      before.textContent = `${nameOf(shown.path.slice(0, -1))} `;
      key.textContent = isItem ? String(Number(last) + 1) : String(last);
    },
  };
}

/** @param {Desk} desk @param {Field} field */
function createKey(desk, field) {
  let shown = field;
  const input = element("input", {
    class: "form-input form-code form-key",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  });
  input.addEventListener("change", () => {
    if (desk.rename(shown, input.value)) return;
    input.value = String(shown.path.at(-1));
  });
  return {
    name: input,
    /** @param {Field} next */
    show(next) {
      shown = next;
      const key = String(next.path.at(-1));
      input.ariaLabel = `Key of ${nameOf(next.path)}`;
      if (document.activeElement !== input) input.value = key;
    },
  };
}
