/**
 * The module for rows looks at sixteen bytes at once, the others at each: both have to find the same,
 * wherever in a text something stands.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { sendMessage } from "interakt-wasm";
import { all, check } from "./support.mjs";

/** Beyond two blocks and a rest. */
const LONGEST = 37;

/** What a text is ended, broken or marked by. As it stands in JSON. */
const SIGNS = [
  '\\"',
  "\\\\",
  "\\n",
  "\\t",
  "\\u00e9",
  "₹",
  "नमस्ते",
  "😀",
  "{name}",
  "%s",
  "[object Object]",
];
const SPACES = ["  ", "    ", "     ", "\\u0020    "];
const BROKEN = ['"', "\\", "\\x", "\u0001", "\t", "\u001f"];

/** @param {string} text As it stands in JSON. @param {string} key @returns {string} */
const lineWith = (text, key = "callbackData") =>
  '{"countryCode":"+91","phoneNumber":"9876543210","type":"Template",' +
  `"${key}":"${text}","template":{"name":"order_update","languageCode":"en_US",` +
  `"bodyValues":["${text}"],"buttonValues":{"0":["a"]}}}`;

/** @param {string[]} signs @param {(text: string) => string} line */
const everywhere = (signs, line) =>
  signs.flatMap((sign) =>
    Array.from({ length: LONGEST }, (_, length) =>
      [0, length >> 1, length].map((at) => line("a".repeat(at) + sign + "b".repeat(length - at))),
    ).flat(),
  );

/** @param {string[]} lines */
const rowsOf = (lines) =>
  all(check(`${lines.join("\n")}\n`, { format: "ndjson", duplicates: "allow" }));

/** @param {readonly import("interakt-wasm").Issue[]} issues */
const told = (issues) =>
  issues.map(({ code, path, severity, message }) => ({ code, path, severity, message }));

test("a sign is found wherever it stands in a text", async () => {
  const lines = everywhere([...SIGNS, ...SPACES], lineWith);
  const rows = await rowsOf(lines);
  assert.equal(rows.length, lines.length);
  for (const [at, line] of lines.entries()) {
    const result = sendMessage.validate(JSON.parse(line));
    const expected = result.ok ? [] : result.issues;
    assert.deepEqual(told(rows[at]?.issues ?? []), told(expected), line);
    assert.deepEqual(told(rows[at]?.warnings ?? []), told(result.warnings), line);
  }
});

test("a text that breaks its line is broken wherever it does", async () => {
  const lines = everywhere(BROKEN, lineWith).filter((line) => {
    try {
      JSON.parse(line);
      return false;
    } catch {
      return true;
    }
  });
  const rows = await rowsOf(lines);
  assert.equal(rows.length, lines.length);
  for (const [at, { issues }] of rows.entries()) {
    assert.deepEqual(
      issues.map(({ code }) => code),
      ["json.syntax"],
      lines[at],
    );
  }
});

test("a key is known by all of its letters", async () => {
  const keys = ["callbackData", "campaignId", "fallback", "userId", "template_category"];
  const spoilt = keys.flatMap((key) =>
    Array.from(key, (_, at) => `${key.slice(0, at)}~${key.slice(at + 1)}`),
  );
  const lines = [...keys, ...spoilt].map((key) => lineWith("utility", key));
  const rows = await rowsOf(lines);
  for (const [at, line] of lines.entries()) {
    const result = sendMessage.validate(JSON.parse(line));
    assert.deepEqual(told(rows[at]?.issues ?? []), told(result.ok ? [] : result.issues), line);
    assert.deepEqual(told(rows[at]?.warnings ?? []), told(result.warnings), line);
  }
});
