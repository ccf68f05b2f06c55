/**
 * Deliveries that were changed on their way, or made up: a body, a header and a secret, of which
 * one at least is not that of the delivery that was signed. The same seed gives the same ones in
 * every runtime.
 */
import { BODIES } from "./mutations/bodies.mjs";
import { FORMS, handOver } from "./mutations/forms.mjs";
import { HEADERS } from "./mutations/headers.mjs";
import { SECRETS } from "./mutations/secrets.mjs";
import { WRONG_BODIES, WRONG_TEXTS } from "./mutations/wrong.mjs";
import { createRandom } from "./random.mjs";

/** @typedef {import("./originals.mjs").Original} Original */
/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {Original & { random: Random, others: readonly Original[] }} Given what is changed */

/**
 * @typedef {object} Triple
 * @property {string[]} kinds what was done, and how the body is handed over
 * @property {unknown} body
 * @property {string | Uint8Array} [content] what is in the body, where it is of a right type
 * @property {unknown} header
 * @property {unknown} secret
 */

/**
 * How often which parts are changed.
 * @type {[times: number, ...parts: ("body" | "header" | "secret")[]][]}
 */
const SHARES = [
  [8, "body"],
  [4, "header"],
  [3, "secret"],
  [1, "body", "header"],
  [1, "body", "secret"],
  [1, "header", "secret"],
  [1, "body", "header", "secret"],
];

const PARTS = SHARES.flatMap(([times, ...parts]) => Array.from({ length: times }, () => parts));

/** One in so many parts is of a wrong type. */
const WRONG_EVERY = 8;

const CHANGES = {
  body: Object.entries(BODIES),
  header: Object.entries(HEADERS),
  secret: Object.entries(SECRETS),
};
const WRONGS = {
  body: Object.entries(WRONG_BODIES),
  header: Object.entries(WRONG_TEXTS),
  secret: Object.entries(WRONG_TEXTS),
};

/** All that can be done. */
export const KINDS = [
  ...FORMS.map((form) => `as ${form}`),
  ...Object.entries(CHANGES).flatMap(([part, list]) => list.map(([kind]) => `${part}: ${kind}`)),
  ...Object.entries(WRONGS).flatMap(([part, list]) => list.map(([kind]) => `${part} is: ${kind}`)),
];

/**
 * @param {readonly Original[]} originals
 * @param {number} seed
 * @param {number} index
 * @returns {Triple}
 */
export function tripleOf(originals, seed, index) {
  const random = createRandom(seed, index);
  for (;;) {
    const triple = draw(originals, random);
    if (!originals.some((original) => isSigned(original, triple))) return triple;
  }
}

/**
 * @param {readonly Original[]} originals
 * @param {Random} random
 * @returns {Triple}
 */
function draw(originals, random) {
  const original = random.pick(originals);
  const others = originals.filter((other) => other !== original);
  const given = { ...original, random, others };
  const parts = random.pick(PARTS);
  /** @type {string[]} */
  const kinds = [];
  const textOf = (/** @type {"header" | "secret"} */ part) =>
    parts.includes(part) ? drawText(part, given, kinds) : original[part];
  const body = parts.includes("body") ? drawBody(given, kinds) : drawForm(given, kinds);
  return { kinds, ...body, header: textOf("header"), secret: textOf("secret") };
}

/**
 * Another header or secret.
 * @param {"header" | "secret"} part
 * @param {Given} given
 * @param {string[]} kinds to which it adds
 */
function drawText(part, given, kinds) {
  const { random } = given;
  if (random.below(WRONG_EVERY) === 0) return drawWrong(part, given, kinds);
  for (;;) {
    const [kind, change] = random.pick(CHANGES[part]);
    const text = change(given);
    if (text === given[part]) continue;
    kinds.push(`${part}: ${kind}`);
    return text;
  }
}

/**
 * Another body.
 * @param {Given} given
 * @param {string[]} kinds to which it adds
 * @returns {Pick<Triple, "body" | "content">}
 */
function drawBody(given, kinds) {
  const { random } = given;
  if (random.below(WRONG_EVERY) === 0) return { body: drawWrong("body", given, kinds) };
  for (;;) {
    const [kind, change] = random.pick(CHANGES.body);
    const { form, body, content } = handOver(change(given), random.pick(FORMS));
    if (isSame(content, given.body)) continue;
    kinds.push(`body: ${kind}`, `as ${form}`);
    return { body, content };
  }
}

/**
 * The same body in any form.
 * @param {Given} given
 * @param {string[]} kinds to which it adds
 */
function drawForm({ body: text, random }, kinds) {
  const { form, body, content } = handOver(text, random.pick(FORMS));
  kinds.push(`as ${form}`);
  return { body, content };
}

/**
 * @param {"body" | "header" | "secret"} part
 * @param {Given} given
 * @param {string[]} kinds to which it adds
 */
function drawWrong(part, given, kinds) {
  const [kind, make] = given.random.pick(WRONGS[part]);
  kinds.push(`${part} is: ${kind}`);
  return make(given[part]);
}

/**
 * Whether these are the parts of a delivery that was signed.
 * @param {Original} original
 * @param {Triple} triple
 */
const isSigned = (original, { content, header, secret }) =>
  header === original.header && secret === original.secret && isSame(content, original.body);

/**
 * @param {string | Uint8Array | undefined} content
 * @param {string} text
 */
function isSame(content, text) {
  if (typeof content !== "object") return content === text;
  const bytes = new TextEncoder().encode(text);
  return content.length === bytes.length && content.every((byte, at) => byte === bytes[at]);
}
