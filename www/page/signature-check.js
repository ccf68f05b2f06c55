/** Whether a webhook's signature verifies, and if not, what was done to it on the way here. */
import { webhooks } from "interakt-wasm/web";

/**
 * @typedef {object} Pasted What somebody puts before the inspector.
 * @property {string} payload
 * @property {string} header
 * @property {string} secret
 * @property {boolean} [wasVerified] By the application, when it came.
 *
 * @typedef {object} Verdict
 * @property {"none" | "good" | "warning" | "error"} kind A warning: it verifies once something is put right.
 * @property {string} words
 * @property {readonly string[]} hints What to put right.
 *
 * @typedef {{ text: string, hint?: string }} Reading A text as it may have been, and how it differs.
 */

/** A value of the header around whose digits something is wrong. */
const HEADER =
  /^\s*(?<name>interakt-signature\s*:)?\s*(?<quote>["']?)(?<scheme>sha256=)?(?<digits>[0-9a-f]{64})\k<quote>\s*$/i;

/** A string of JSON, kept as it is. */
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/s.source;

const BYTES = "Verify the bytes as received, before anything parses them.";

/**
 * @param {Pasted} pasted
 * @param {string | null} channel Of the event, where the payload is one.
 * @returns {Promise<Verdict>}
 */
export async function judge({ payload, header, secret, wasVerified }, channel) {
  if (payload === "") return nothing("Nothing to verify yet: paste a payload, or choose a sample.");
  if (channel === "rcs" && header.trim() === "") {
    return nothing("RCS events are not signed: anyone who knows the webhook's URL can send them.");
  }
  if (header.trim() === "") {
    return nothing("Nothing to verify yet: paste the header, or sign the payload.");
  }
  if (secret === "" && wasVerified) {
    const words = "The signature verified when it came.";
    const hint = "The application did it. Give the secret key to verify it here too.";
    return { kind: "good", words, hints: [hint] };
  }
  if (secret === "") return nothing("Nothing to verify yet: the secret key is missing.");
  if (await webhooks.verify(payload, header, secret)) {
    return { kind: "good", words: "The signature verifies.", hints: [] };
  }
  const { value, hints } = readHeader(header);
  const found = value && (await repaired(payload, value, secret));
  if (found) {
    const words = "The signature does not verify as it is. It does once this is fixed:";
    return { kind: "warning", words, hints: [...hints, ...found] };
  }
  const words = "The signature does not verify.";
  const another = "The payload was changed on the way here, or signed with another secret key.";
  return { kind: "error", words, hints: hints.length > 0 ? hints : [another] };
}

/** @param {string} words @returns {Verdict} */
function nothing(words) {
  return { kind: "none", words, hints: [] };
}

/**
 * @param {string} header
 * @returns {{ value?: string, hints: string[] }} In the form that verifies, if its digits are there.
 */
function readHeader(header) {
  const { name, scheme, digits } = HEADER.exec(header)?.groups ?? {};
  if (digits === undefined) return { hints: [problemOfDigits(header.trim())] };
  const hints = [];
  const bare = (scheme ?? "") + digits;
  if (header !== bare) {
    hints.push(
      name === undefined
        ? "The header has spaces or quotes around its value."
        : "The header's name is part of its value: only what comes after the colon counts.",
    );
  }
  if (scheme === undefined) hints.push("The header lacks sha256= before its digits.");
  if (bare !== bare.toLowerCase()) hints.push("The header must be in lower case.");
  return { value: `sha256=${digits.toLowerCase()}`, hints };
}

/** @param {string} header */
function problemOfDigits(header) {
  if (/^(?:sha256=)?[\w+/-]{43}=?$/.test(header)) {
    return "The header is in base64: Interakt writes sha256= and 64 hexadecimal digits.";
  }
  const digits = header.replace(/^sha256=/i, "");
  const has = /^[0-9a-f]*$/i.test(digits) ? `${digits.length} of them` : "other characters";
  return `The header must be sha256= and 64 hexadecimal digits: here it has ${has}.`;
}

/**
 * Tries what usually happens to payloads and secrets on their way.
 *
 * @param {string} payload
 * @param {string} value
 * @param {string} secret
 * @returns {Promise<string[] | undefined>} What makes it verify.
 */
async function repaired(payload, value, secret) {
  for (const key of secretsOf(secret)) {
    for (const body of payloadsOf(payload)) {
      if (!(await webhooks.verify(body.text, value, key.text))) continue;
      return [body.hint, key.hint].filter((hint) => hint !== undefined);
    }
  }
  return undefined;
}

/** @param {string} secret @returns {Reading[]} */
function secretsOf(secret) {
  const hint = "The secret key has spaces around it.";
  return [{ text: secret }, { text: secret.trim(), hint }];
}

/** @param {string} payload @returns {Reading[]} */
function payloadsOf(payload) {
  const lines = payload.replaceAll(/\r\n?/g, "\n");
  const ends = `The payload's line breaks have changed. ${BYTES}`;
  const anew = (/** @type {string} */ how) =>
    `The payload was reformatted: what was signed is ${how}. ${BYTES}`;
  const compact = outsideStrings(payload, "\\s+", () => "");
  const spaced = outsideStrings(compact, "[,:]", (part) => `${part} `);
  return [
    { text: payload },
    { text: lines, hint: ends },
    { text: lines.replaceAll("\n", "\r\n"), hint: ends },
    { text: payload.trim(), hint: "The payload has white space around it that was not signed." },
    ...[
      { text: compact, hint: anew("the same in one line, without spaces") },
      { text: spaced, hint: anew("the same in one line, a space after each comma and colon") },
    ].flatMap(({ text, hint }) => [
      { text, hint },
      { text: escaped(text), hint: `${hint} Letters beyond ASCII were written as \\u escapes.` },
    ]),
  ];
}

/**
 * Changes what stands between the strings of a JSON text. All else stays as it is written: parsing
 * would make 1 of 1.0.
 *
 * @param {string} json
 * @param {string} pattern
 * @param {(part: string) => string} change
 */
function outsideStrings(json, pattern, change) {
  const parts = new RegExp(`(${STRING})|${pattern}`, "gs");
  return json.replaceAll(parts, (part, text) => text ?? change(part));
}

/** @param {string} json */
function escaped(json) {
  return json.replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
