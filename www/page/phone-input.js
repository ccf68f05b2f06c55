/** The phone field above the editor: it and the input as JSON say the same. */
import { definePhoneField } from "interakt-wasm/phone-field/web";
import { phone } from "interakt-wasm/web";
import { byId, element } from "./dom.js";
import { editsTo, fieldsOf } from "./edits.js";
import { schemaOf } from "./operations.js";

/**
 * @typedef {import("interakt-wasm/phone-field").InteraktPhoneElement} PhoneField
 *
 * @typedef {object} Fields `countryCode` with `phoneNumber`, or `fullPhoneNumber`.
 * @property {string} countryCode
 * @property {string} phoneNumber
 * @property {string} fullPhoneNumber
 *
 * @typedef {object} Schema The part of JSON Schema that says which fields an input can have.
 * @property {Record<string, unknown>} [properties]
 * @property {Schema[]} [anyOf]
 * @property {Schema[]} [oneOf]
 * @property {string} [$ref]
 * @property {Record<string, Schema>} [$defs]
 */

/** The fields of an input that hold a phone number. @type {Record<string, (fields: Fields) => string>} */
const WIRE = {
  countryCode: ({ countryCode }) => countryCode,
  phoneNumber: ({ phoneNumber }) => phoneNumber,
  fullPhoneNumber: ({ fullPhoneNumber }) => fullPhoneNumber,
  user_phone_number: ({ fullPhoneNumber }) => fullPhoneNumber,
};

const KEYS = Object.keys(WIRE);

/**
 * @param {object} editor
 * @param {() => string} editor.text
 * @param {(edits: import("./edits.js").Edit[]) => void} editor.change
 */
export async function createPhoneInput(editor) {
  await definePhoneField();
  const area = byId("phone");
  const field = /** @type {PhoneField} */ (byId("phone-number"));
  const result = byId("phone-result");
  const correct = element("button", { type: "button", class: "button" }, "Correct the JSON");
  const offer = element(
    "p",
    { class: "phone-offer" },
    "The JSON has this number in another form.",
    correct,
  );
  area.append(offer);
  /** The chosen operation. */
  let name = "";
  /** Fields that it takes: any, until it is known. @type {string[] | undefined} */
  let taken;
  /** What the input said when the field last looked or wrote. */
  let seen = "";
  /** @type {Fields | undefined} */
  let better;

  suggest(undefined);
  field.addEventListener("input", () => {
    write(numberIn(field));
    draw();
  });
  correct.addEventListener("click", () => {
    if (better === undefined) return;
    write(better);
    field.focus();
  });

  /** Shows what a number is to Interakt. */
  function draw() {
    const { number } = field;
    result.replaceChildren(...(number ? resultOf(number) : []));
  }

  /** @returns {Map<string, unknown> | undefined} The phone fields that the input has. */
  function held() {
    const fields = fieldsOf(editor.text());
    return fields && new Map([...fields].filter(([key]) => (taken ?? KEYS).includes(key)));
  }

  /** @param {Fields} fields */
  function write(fields) {
    const there = held();
    if (there === undefined || taken === undefined) return;
    // A country alone is nobody's number.
    if (there.size === 0 && fields.phoneNumber.trim() === "") return;
    editor.change(editsTo(editor.text(), wireOf(fields, keysFor([...there.keys()], taken))));
    remember();
    suggest(undefined);
  }

  function remember() {
    seen = JSON.stringify([...(held() ?? [])]);
  }

  /** @param {Fields | undefined} fields The same number as Interakt takes it. */
  function suggest(fields) {
    better = fields;
    offer.hidden = fields === undefined;
  }

  /** Follows the input, but for what the field itself wrote there. */
  function show() {
    const there = held();
    area.hidden = there === undefined || (taken ?? [...there.keys()]).length === 0;
    if (there === undefined || taken === undefined) return;
    const before = seen;
    remember();
    if (seen === before) return;
    const [text, country] = shownOf(there);
    if (country !== undefined) field.country = country;
    const { ok, value } = phone.parse(text, { defaultCountry: field.countryCode });
    field.value = ok && value ? value.fullPhoneNumber : text;
    draw();
    const { number } = field;
    const isAsWritten = [...there].every(
      ([key, value]) => number === null || WIRE[key]?.(number) === value,
    );
    suggest(number !== null && !isAsWritten ? number : undefined);
  }

  return {
    /** @param {import("./catalog.js").Facts} operation Another is chosen, or another input. */
    async open(operation) {
      seen = "";
      if (name === operation.name) return;
      ({ name } = operation);
      taken = undefined;
      // Without its schema there is no field; JSON does without.
      const schema = await schemaOf(name).catch(() => ({}));
      if (name !== operation.name) return;
      taken = [...new Set(topFields(schema))].filter((field) => field in WIRE);
      show();
    },

    show,
  };
}

/**
 * @param {Schema} schema
 * @param {Record<string, Schema>} [shapes] Those that it names, by name.
 * @returns {string[]} The fields that stand in an input itself, in any of its forms.
 */
function topFields(schema, shapes = schema.$defs ?? {}) {
  const { $ref, properties = {}, anyOf = [], oneOf = [] } = schema;
  const named = $ref === undefined ? undefined : shapes[$ref.replace("#/$defs/", "")];
  const forms = [...(named ? [named] : []), ...anyOf, ...oneOf];
  return [...Object.keys(properties), ...forms.flatMap((form) => topFields(form, shapes))];
}

/**
 * @param {string[]} there The phone fields that the input has.
 * @param {string[]} taken Those that it can have.
 * @returns {string[]} Those to write: the form that the input has, or else the one that splits.
 */
function keysFor(there, taken) {
  const pair = ["countryCode", "phoneNumber"].filter((key) => taken.includes(key));
  if (there.length === 0) return pair.length > 0 ? pair : taken;
  const isPair = pair.some((key) => there.includes(key));
  return isPair ? [...new Set([...pair, ...there])] : there;
}

/**
 * @param {Fields} fields
 * @param {string[]} keys
 * @returns {Record<string, string>}
 */
function wireOf(fields, keys) {
  return Object.fromEntries(keys.map((key) => [key, WIRE[key]?.(fields) ?? ""]));
}

/**
 * @param {PhoneField} field
 * @returns {Fields} Of what is no number the text itself, which must not pass for one.
 */
function numberIn({ number, countryCode, phoneNumber, value }) {
  if (number) return number;
  const isShort = /^\d+$/.test(phoneNumber);
  const fullPhoneNumber = isShort ? countryCode.slice(1) + phoneNumber : value;
  return { countryCode, phoneNumber, fullPhoneNumber };
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

/**
 * @param {Map<string, unknown>} there
 * @returns {[number: string, country?: string]} For the field.
 */
function shownOf(there) {
  const text = (/** @type {string} */ key) => String(there.get(key) ?? "");
  const full = text("fullPhoneNumber") || text("user_phone_number");
  if (!there.has("phoneNumber") && !there.has("countryCode")) {
    return [/^\d/.test(full) ? `+${full}` : full];
  }
  const code = `+${text("countryCode").replaceAll(/\D/g, "")}`;
  if (code === "+") return [text("phoneNumber")];
  if (phone.parse(code).value?.countryCode === code) return [text("phoneNumber"), code];
  return [`${text("countryCode")} ${text("phoneNumber")}`];
}
