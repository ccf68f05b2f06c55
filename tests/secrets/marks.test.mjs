/** The scanner finds what it looks for: a test of secrets that sees nothing passes always. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { shownIn } from "../support/shown.mjs";
import * as marks from "./marks.mjs";

/** @param {string} text */
const base64 = (text) => Buffer.from(text).toString("base64");

/** @param {string} text @param {(code: number) => string} write */
const each = (text, write) => text.replace(/[\s\S]/g, (c) => write(c.charCodeAt(0)));

/** @param {number} code */
const hex = (code) => code.toString(16).padStart(4, "0");

/** What programs make of texts. @type {Record<string, (text: string) => string>} */
const ENCODINGS = {
  "as it is": (text) => text,
  "in a sentence": (text) => `Header Basic ${text} is wrong`,
  "in capitals": (text) => text.toUpperCase(),
  "as JSON": (text) => JSON.stringify({ said: text }),
  "as JSON in JSON": (text) => JSON.stringify(JSON.stringify({ said: text })),
  "as JSON in full": (text) => each(text, (code) => `\\u${hex(code)}`),
  "for a URL": encodeURIComponent,
  "for a URL twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "as a form": (text) => new URLSearchParams({ said: text }).toString(),
  "for HTML": (text) => each(text, (code) => `&#${code};`),
  "for HTML in hexadecimals": (text) => each(text, (code) => `&#x${code.toString(16)};`),
  "in base64": base64,
  "in base64, behind others": (text) => base64(`ab${text}`),
  "in base64 twice": (text) => base64(base64(text)),
  "in base64 for URLs": (text) => Buffer.from(`???${text}`).toString("base64url"),
  "in base64 in a URL": (text) => `?token=${encodeURIComponent(base64(text))}`,
  "in hexadecimals": (text) => Buffer.from(text).toString("hex"),
  "as a dump": (text) => [...Buffer.from(text)].map((byte) => hex(byte).slice(2)).join(" "),
  "as a list of bytes": (text) => JSON.stringify([...Buffer.from(text)]),
  "in UTF-16": (text) => Buffer.from(text, "utf16le").toString("latin1"),
};

const MARKED = /** @type {const} */ ({
  key: marks.KEY,
  secret: marks.SECRET,
  password: marks.PASSWORD,
  name: marks.NAME,
  text: marks.TEXT,
  userId: marks.USER_ID,
  phone: marks.FULL_PHONE,
});

test("a mark is found however it is encoded", () => {
  for (const [mark, text] of Object.entries(MARKED)) {
    for (const [how, encode] of Object.entries(ENCODINGS)) {
      const cannot = mark === "key" && how === "in capitals";
      const found = marks.marksIn(encode(text));
      assert.equal(found.includes(/** @type {marks.Mark} */ (mark)), !cannot, `${mark} ${how}`);
    }
  }
});

test("a number is found however its digits are parted, and most of it suffices", () => {
  for (const text of ["+91 98730 41592", "(987) 304-1592", "98730\u00a041592", "41592: 8730415"]) {
    assert.deepEqual(marks.marksIn(text), text.startsWith("41592") ? [] : ["phone"], text);
  }
  assert.deepEqual(marks.marksIn("9873041 of 87304159 rows"), ["phone"]);
});

test("what holds no mark has none", () => {
  for (const text of [
    'The key "template" is required.',
    "f9afe700-4989-5ca0-8f02-d20f59640fab",
    "sha256=9873e04b1592aa00ff",
    base64("nobody at all, and nothing of anybody"),
  ]) {
    assert.deepEqual(marks.marksIn(text), [], text);
  }
});

test("a value is looked through wherever it can hold something", () => {
  const key = Symbol(marks.NAME);
  const hidden = Object.defineProperty({}, "quiet", { value: marks.NAME });
  const error = new Error("x", { cause: new AggregateError([new Error(marks.NAME)]) });
  for (const [what, value] of Object.entries({
    "a text": marks.NAME,
    "a property": { a: [{ b: marks.NAME }] },
    "a key": { [marks.NAME]: 1 },
    "a symbol": { [key]: 1 },
    "what no loop meets": hidden,
    "a cause": error,
    "a stack": Object.assign(new Error("x"), { stack: marks.NAME }),
    "a map": new Map([[1, marks.NAME]]),
    "a set": new Set([marks.NAME]),
    headers: new Headers({ "x-name": encodeURIComponent(marks.NAME) }),
    bytes: new TextEncoder().encode(marks.NAME),
    "a getter that throws": Object.defineProperty({}, "a", {
      get() {
        throw new Error(marks.NAME);
      },
    }),
  })) {
    assert.ok(shownIn("it", value, marks.marksIn).length > 0, what);
  }
});
