/**
 * A field for a phone number in any format: its country, what was typed, what that is, and the
 * fields that Interakt takes. It is made to be copied: beside the package it needs
 * country-picker.js, dom.js and css/phone-field.css.
 */
import { phone } from "interakt-wasm/web";
import { createCountryPicker, nameOf } from "./country-picker.js";
import { element, icon } from "./dom.js";

/**
 * @typedef {import("interakt-wasm").ParsedPhone} ParsedPhone
 *
 * @typedef {object} Fields `countryCode` with `phoneNumber`, or `fullPhoneNumber`.
 * @property {string} countryCode
 * @property {string} phoneNumber
 * @property {string} fullPhoneNumber
 *
 * @typedef {{ kind: "none" | "good" | "warning" | "error", words: string }} Verdict
 */

/** How long typing must pause before a number counts as finished, in milliseconds. */
const QUIET = 700;

/** The country picker says it. */
const SAID_ALREADY = "phone.assumed_country";

const HINT = "Type or paste it in any format.";

/** @type {{ [Kind in Verdict["kind"]]: Parameters<typeof icon>[0] | undefined }} */
const SIGNS = { none: undefined, good: "check", warning: "warning", error: "error" };

/**
 * Makes the field. The package must be ready: `init()` first.
 *
 * @param {HTMLElement} parent
 * @param {object} options
 * @param {string} options.id Begins the ids of its elements.
 * @param {string} options.country To begin with: its letters or its code.
 * @param {(fields: Fields) => void} options.onEdit The person changed it; `show` does not call this.
 */
export function createPhoneField(parent, { id, country, onEdit }) {
  const picker = createCountryPicker(`${id}-country`, moveTo);
  const text = element("input", {
    id: `${id}-text`,
    class: "phone-text",
    type: "tel",
    inputmode: "tel",
    autocomplete: "tel",
    "aria-describedby": `${id}-verdict`,
  });
  const verdict = element("p", { class: "phone-verdict", id: `${id}-verdict` });
  const result = element("dl", { class: "phone-result" });
  const spoken = element("p", { class: "visually-hidden", role: "status", id: `${id}-status` });
  picker.show(countryOf(country));
  parent.append(
    labelled("Country", `${id}-country`, picker.box),
    labelled("Phone number", `${id}-text`, text),
    element("div", { class: "phone-outcome" }, verdict, result),
    spoken,
  );

  let parsed = phone.parse("");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  text.addEventListener("input", () => {
    read();
    draw(true);
    timer = setTimeout(settle, QUIET);
    onEdit(fields());
  });
  text.addEventListener("change", settle);

  /** @returns {string} The letters of the picked country, or a code that belongs to none. */
  function picked() {
    const { country, countryCode } = picker.picked();
    return country ?? countryCode;
  }

  /** Reads the text as a number of the picked country, or of the one that it names itself. */
  function read() {
    parsed = phone.parse(text.value, { defaultCountry: picked() });
    if (parsed.value && namesCountry(parsed)) picker.show(parsed.value);
  }

  /** Another country was picked: the number stays, but for what it says of its country. */
  function moveTo() {
    const number = fields();
    if (number === parsed.value && namesCountry(parsed)) text.value = number.phoneNumber;
    read();
    settle();
    onEdit(fields());
  }

  /** @returns {Fields} Of what is no number the text itself, which must not pass for one. */
  function fields() {
    const { ok, value } = parsed;
    if (value && value.possible === ok) return value;
    const { countryCode } = picker.picked();
    return { countryCode, phoneNumber: text.value, fullPhoneNumber: text.value };
  }

  /** @param {boolean} isTyping What is wrong may only be unfinished. */
  function draw(isTyping) {
    clearTimeout(timer);
    const found = verdictOf(parsed, text.value);
    const kind = isTyping && found.kind === "error" ? "none" : found.kind;
    const sign = SIGNS[kind];
    const notes = parsed.notes.filter(({ code }) => code !== SAID_ALREADY);
    verdict.dataset.kind = kind;
    verdict.replaceChildren(
      ...(sign ? [icon(sign)] : []),
      element(
        "span",
        {},
        element("span", { class: "phone-words" }, found.words),
        ...notes.map(({ message }) => element("span", { class: "phone-note" }, ` ${message}`)),
      ),
    );
    text.setAttribute("aria-invalid", String(kind === "error"));
    result.replaceChildren(...(parsed.ok ? resultOf(parsed.value) : []));
  }

  /** The number is finished: says what it is, also to those who do not see it. */
  function settle() {
    draw(false);
    spoken.textContent = verdict.textContent;
  }

  return {
    /**
     * Puts a number in place, for instance a stored one.
     *
     * @param {string} number
     * @param {string} [defaultCountry] Letters or code of its country, where it does not name it.
     * @returns {{ isGood: boolean, fields: Fields }} What comes of it.
     */
    show(number, defaultCountry = picked()) {
      parsed = phone.parse(number, { defaultCountry });
      picker.show(parsed.value ?? countryOf(defaultCountry));
      text.value = parsed.value && fields() === parsed.value ? parsed.value.phoneNumber : number;
      draw(false);
      return { isGood: parsed.ok, fields: fields() };
    },
  };
}

/**
 * @param {string} label
 * @param {string} id
 * @param {HTMLElement} control
 */
function labelled(label, id, control) {
  const name = element("label", { class: "phone-label", for: id }, label);
  return element("div", { class: "phone-part" }, name, control);
}

/**
 * Whether a number says itself which country it is of.
 *
 * @param {ParsedPhone} parsed
 */
function namesCountry({ notes }) {
  return notes.every(({ code }) => code !== "phone.assumed_country");
}

/**
 * @param {string} wanted Letters or code.
 * @returns {import("./country-picker.js").Picked}
 */
function countryOf(wanted) {
  const known = phone.countries().find(({ country }) => country === wanted);
  return known ?? phone.parse(wanted).value ?? { country: null, countryCode: wanted };
}

/**
 * @param {ParsedPhone} parsed
 * @param {string} text
 * @returns {Verdict}
 */
function verdictOf(parsed, text) {
  if (text.trim() === "") return { kind: "none", words: HINT };
  if (!parsed.ok) return { kind: "error", words: sentences(parsed.issues) };
  if (parsed.warnings.length > 0) return { kind: "warning", words: sentences(parsed.warnings) };
  const { country, countryCode, mobile } = parsed.value;
  const name = country === null ? countryCode : nameOf(country);
  return { kind: "good", words: mobile ? `${name} · mobile` : name };
}

/** @param {readonly { message: string }[]} issues */
function sentences(issues) {
  return issues.map(({ message }) => message).join(" ");
}

/**
 * @param {Fields} fields
 * @returns {HTMLElement[]}
 */
function resultOf({ countryCode, phoneNumber, fullPhoneNumber }) {
  return Object.entries({ countryCode, phoneNumber, fullPhoneNumber }).map(([name, value]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, value)),
  );
}
