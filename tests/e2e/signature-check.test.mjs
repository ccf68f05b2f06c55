/** The inspector's verdicts, without a page: what it says of a signature, and what went wrong. */
import assert from "node:assert/strict";
import test from "node:test";
import { webhooks } from "interakt-wasm";
import { SAMPLES } from "../../www/demo/webhook-samples.js";
import { judge } from "../../www/page/signature-check.js";

const SECRET = "key of the dashboard";

/** Holds what parsing and writing anew would change. */
const COMPACT = String.raw`{"type":"x","a":[1.0,{}],"b":"say \"a: b, c\" \\","c":"é 🙂\u00e9","2":1e3,"1":0}`;
const PYTHON = String.raw`{"type": "x", "a": [1.0, {}], "b": "say \"a: b, c\" \\", "c": "\u00e9 \ud83d\ude42"}`;

const BYTES = "Verify the bytes as received, before anything parses them.";
const ANEW = "The payload was reformatted: what was signed is the same in one line";
const IN_ONE_LINE = `${ANEW}, without spaces. ${BYTES}`;
const WITH_SPACES = `${ANEW}, a space after each comma and colon. ${BYTES}`;
const ENDS = `The payload's line breaks have changed. ${BYTES}`;

const REPAIRABLE = "The signature does not verify as it is. It does once this is fixed:";
const WRONG = "The signature does not verify.";

/** @typedef {import("../../www/page/signature-check.js").Pasted} Pasted */

/**
 * @param {string} signed The body that Interakt signed.
 * @param {(header: string) => Partial<Pasted>} [change] What came of it.
 */
async function verdictOn(signed, change = () => ({})) {
  const header = await webhooks.sign(signed, SECRET);
  return judge({ payload: signed, header, secret: SECRET, ...change(header) }, "whatsapp");
}

/**
 * The same JSON over many lines, its strings and numbers as they were written.
 *
 * @param {string} json
 */
function laidOut(json) {
  const parts = json.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^[\]{},:"\s]+/g) ?? [];
  return parts.join("\n  ");
}

test("a body as it came verifies, and nothing is to be put right", async () => {
  for (const body of [COMPACT, PYTHON, "{\r\n}\r\n", "[]", " "]) {
    const good = { kind: "good", words: "The signature verifies.", hints: [] };
    assert.deepEqual(await verdictOn(body), good, body);
  }
});

test("what was done to a payload on its way is found out", async () => {
  const unescaped = PYTHON.replace(String.raw`\u00e9 \ud83d\ude42`, "é 🙂");
  for (const [signed, payload, hint] of /** @type {[string, string, string][]} */ ([
    [COMPACT, laidOut(COMPACT), IN_ONE_LINE],
    [PYTHON, laidOut(PYTHON), WITH_SPACES],
    [
      PYTHON,
      laidOut(unescaped),
      `${WITH_SPACES} Letters beyond ASCII were written as \\u escapes.`,
    ],
    ["{\r\n}", "{\n}", ENDS],
    ["{\n}", "{\r\n}", ENDS],
    ["{\n}", "{\r}", ENDS],
    [PYTHON, ` ${PYTHON}\n`, "The payload has white space around it that was not signed."],
  ])) {
    const expected = { kind: "warning", words: REPAIRABLE, hints: [hint] };
    assert.deepEqual(await verdictOn(signed, () => ({ payload })), expected, payload);
  }
});

test("a header that is not as Interakt writes it is told from a wrong one", async () => {
  const spaces = "The header has spaces or quotes around its value.";
  for (const [change, ...hints] of /** @type {[(header: string) => string, ...string[]][]} */ ([
    [(header) => header.slice(7), "The header lacks sha256= before its digits."],
    [(header) => header.toUpperCase(), "The header must be in lower case."],
    [(header) => ` ${header}`, spaces],
    [(header) => `"${header}"`, spaces],
    [
      (header) => `interakt-signature: ${header}`,
      "The header's name is part of its value: only what comes after the colon counts.",
    ],
    [
      (header) => ` ${header.slice(7).toUpperCase()}`,
      spaces,
      "The header lacks sha256= before its digits.",
      "The header must be in lower case.",
    ],
  ])) {
    const found = await verdictOn(COMPACT, (header) => ({ header: change(header) }));
    assert.deepEqual(found, { kind: "warning", words: REPAIRABLE, hints }, String(change));
  }
});

test("a secret key with spaces around it is found out, together with all else", async () => {
  const spaces = "The secret key has spaces around it.";
  assert.deepEqual(await verdictOn(COMPACT, () => ({ secret: ` ${SECRET}\t` })), {
    kind: "warning",
    words: REPAIRABLE,
    hints: [spaces],
  });
  const all = await verdictOn(COMPACT, (header) => ({
    payload: laidOut(COMPACT),
    header: header.slice(7),
    secret: `${SECRET} `,
  }));
  assert.deepEqual(all.hints, ["The header lacks sha256= before its digits.", IN_ONE_LINE, spaces]);
});

test("what no repair makes verify does not verify, and a header without its digits says why", async () => {
  const another = "The payload was changed on the way here, or signed with another secret key.";
  const form = "The header must be sha256= and 64 hexadecimal digits: here it has";
  for (const [change, hint] of /** @type {[(header: string) => Partial<Pasted>, string][]} */ ([
    [() => ({ payload: COMPACT.replace("1.0", "1.1") }), another],
    [() => ({ secret: SECRET.toUpperCase() }), another],
    [(header) => ({ header: header.slice(0, -1) }), `${form} 63 of them.`],
    [() => ({ header: "sha256=" }), `${form} 0 of them.`],
    [(header) => ({ header: header.replace("sha256", "sha1") }), `${form} other characters.`],
    [
      (header) => ({ header: Buffer.from(header.slice(7), "hex").toString("base64") }),
      "The header is in base64: Interakt writes sha256= and 64 hexadecimal digits.",
    ],
  ])) {
    const found = await verdictOn(COMPACT, change);
    assert.deepEqual(found, { kind: "error", words: WRONG, hints: [hint] });
  }
  // The signature of another payload, and a header without its scheme: only the latter is sure.
  const both = await verdictOn(COMPACT, (header) => ({
    header: header.slice(7),
    payload: "{}",
  }));
  assert.deepEqual(both.hints, ["The header lacks sha256= before its digits."]);
});

test("as long as something is missing there is no verdict", async () => {
  const whole = { payload: COMPACT, header: await webhooks.sign(COMPACT, SECRET), secret: SECRET };
  for (const [
    missing,
    channel,
    words,
  ] of /** @type {[Partial<Pasted>, string | null, RegExp][]} */ ([
    [{ payload: "" }, null, /paste a payload/],
    [{ header: " " }, "whatsapp", /paste the header/],
    [{ secret: "" }, "whatsapp", /the secret key is missing/],
    [{ header: "" }, "rcs", /RCS events are not signed/],
  ])) {
    const found = await judge({ ...whole, ...missing }, channel);
    assert.match(found.words, words);
    assert.deepEqual([found.kind, found.hints], ["none", []]);
  }
  assert.equal((await judge(whole, "rcs")).kind, "good", "a signature that is there is verified");
});

test("every sample is of a kind that the package knows, and each is another", () => {
  const events = SAMPLES.map(({ payload }) => webhooks.parse(JSON.stringify(payload)));
  assert.deepEqual(
    events.filter(({ known }) => !known),
    [],
  );
  assert.equal(new Set(SAMPLES.map(({ title }) => title)).size, SAMPLES.length);
  const forms = events.flatMap(({ submissionKey }) => submissionKey ?? []);
  assert.deepEqual([forms.length, new Set(forms).size], [2, 1]);
  const statuses = new Set(events.map(({ status }) => status));
  const all = ["accepted", "sent", "failed", "delivered", "read", "clicked", null];
  assert.deepEqual(
    all.filter((status) => !statuses.has(/** @type {any} */ (status))),
    [],
  );
});
