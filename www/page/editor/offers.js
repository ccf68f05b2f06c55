/** What can be completed at a place of a text: keys that its object has not, and values. */
import { namesIn } from "./book.js";
import { cursorAt } from "./cursor.js";
import { keysAt, propertiesIn, readAt, valuesAt } from "./expected.js";
import { factsOf, isFilled, kindOf } from "./facts.js";
import { done, skeletonOf } from "./skeleton.js";

/**
 * @typedef {import("./cursor.js").Cursor} Cursor
 * @typedef {import("./cursor.js").Source} Source
 * @typedef {import("./expected.js").Need} Need
 * @typedef {import("./expected.js").Value} Value
 * @typedef {import("./facts.js").Facts} Facts
 * @typedef {import("./shapes.js").Schema} Schema
 * @typedef {import("./skeleton.js").Written} Written
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 *
 * @typedef {object} Offer
 * @property {string} label
 * @property {string} detail
 * @property {Need | "example"} rank
 * @property {() => Facts} [facts] What is known of it, once somebody asks.
 * @property {Written} written In place of the word; of a key all but its name.
 *
 * @typedef {object} Offers
 * @property {Cursor} cursor
 * @property {Offer[]} offers
 */

/**
 * @param {Source} source
 * @param {number} at
 * @param {Schema} root
 * @param {TemplateBook} [book] Of the account, once it is read.
 * @returns {Offers | undefined} Nothing where nothing can go.
 */
export function offersAt(source, at, root, book) {
  const cursor = cursorAt(source, at);
  if (cursor === undefined) return undefined;
  const { kind, holder } = cursor;
  if (kind === "key") {
    return { cursor, offers: holder ? keyOffers(source, cursor, holder, root, book) : [] };
  }
  const offers = valueOffers(source, cursor, root, book);
  // In quotes there is only text.
  const fitting = offers.filter(({ written }) => !cursor.isQuoted || written.text.startsWith('"'));
  return { cursor, offers: withoutTwice(fitting) };
}

/** @param {readonly Offer[]} offers @returns {Offer[]} Each by its first: an example may be a name too. */
function withoutTwice(offers) {
  const seen = new Set();
  return offers.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/**
 * @param {Source} source
 * @param {Cursor} cursor
 * @param {NonNullable<Cursor["holder"]>} holder
 * @param {Schema} root
 * @param {TemplateBook | undefined} book
 * @returns {Offer[]}
 */
function keyOffers(source, cursor, holder, root, book) {
  const keys = keysAt(source, holder, root, cursor.word);
  return [...keys].map(([label, { need, values }]) => {
    const kind = kindOf(values.map(({ shape }) => shape.schema).filter(isFilled));
    return {
      label,
      detail: need === "required" ? `${kind}, ${need}` : kind,
      rank: need,
      facts: () => factsOf(label, values, need),
      written: skeletonOf(values, book && namesIn(book, label, values, new Map()).length > 0),
    };
  });
}

/**
 * @param {Source} source
 * @param {Cursor} cursor
 * @param {Schema} root
 * @param {TemplateBook | undefined} book
 * @returns {Offer[]}
 */
function valueOffers(source, { holder, key }, root, book) {
  const values = valuesAt(source, holder, key, root).filter(({ shape }) => isFilled(shape.schema));
  const beside = new Map();
  if (book && key !== undefined && holder) {
    for (const [name, { value }] of propertiesIn(source, holder)) {
      if (value) beside.set(name, readAt(source, value));
    }
  }
  const names = book && key !== undefined ? namesIn(book, key, values, beside) : [];
  return [
    ...names.map(({ name, about }) => {
      return { label: name, detail: about, rank: required, written: done(name) };
    }),
    ...values.flatMap(wordOffers),
    ...["object", "array"].flatMap((type) => holderOffers(type, values)),
    ...values.flatMap(exampleOffers),
  ];
}

const required = /** @type {const} */ ("required");

/** @param {Value} value @returns {Offer[]} The words of a closed list. */
function wordOffers({ shape, holder }) {
  const { schema } = shape;
  const words = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  if (schema.type === "boolean" && words.length === 0) words.push(true, false);
  if (schema.type === "null" && words.length === 0) words.push(null);
  return words.map((word) => {
    const label = typeof word === "string" ? word : JSON.stringify(word);
    // A word that tells forms apart means what its form is.
    const about = schema.const === undefined ? undefined : holder?.about;
    const facts = () => ({ name: label, kind: "", need: "", about: [about ?? ""], details: [] });
    return { label, detail: "", rank: required, ...(about && { facts }), written: done(word) };
  });
}

/**
 * @param {string} type
 * @param {readonly Value[]} values
 * @returns {Offer[]} An object or a list to fill.
 */
function holderOffers(type, values) {
  const ofType = values.filter(({ shape }) => shape.schema.type === type);
  if (ofType.length === 0) return [];
  const written = skeletonOf(ofType);
  const { text: label } = written;
  const detail = kindOf(ofType.map(({ shape }) => shape.schema));
  const facts = () => factsOf(label, ofType, "optional");
  return [{ label, detail, rank: "optional", facts, written }];
}

/** @param {Value} value @returns {Offer[]} Several are the usual words of a list that is open. */
function exampleOffers({ shape }) {
  const { examples = [] } = shape.schema;
  const isList = examples.length > 1;
  return examples.map((example) => ({
    label: typeof example === "string" ? example : JSON.stringify(example),
    detail: isList ? "" : "example",
    rank: isList ? "optional" : "example",
    written: done(example),
  }));
}
