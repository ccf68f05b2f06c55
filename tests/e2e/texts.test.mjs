/** The page's texts, without a page: what is copied means what is sent. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { runInNewContext } from "node:vm";
import { operations } from "interakt-wasm";
import { asCurl } from "../../www/page/curl.js";
import { applied, editsTo } from "../../www/page/edits.js";
import { EXAMPLES } from "../../www/page/examples.js";
import { parse, placeOf, placeOfComplaint, repeatedKeys } from "../../www/page/places.js";
import { asTypeScript, literal } from "../../www/page/typescript.js";

/** Everything that a shell, curl or JavaScript could take for something of its own. */
const AWKWARD = {
  "it's": "'\"$HOME`id`!\\\n\t@file;type=x",
  "not-a-name": [],
  empty: {},
  nested: [[1.5, -0, true, null], { "": "é…🙂\u2028" }],
};

/** `__proto__` as a key of its own, which only JSON can write. */
const TRICKY = JSON.parse(JSON.stringify(AWKWARD).replace("{", '{"__proto__":{"polluted":true},'));

/**
 * @param {string} command
 * @returns {string[]} What a shell would hand to curl.
 */
function argumentsOf(command) {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { INTERAKT_API_KEY: "key-of-the-shell" };
  return execFileSync("/bin/sh", ["-c", script], { env, encoding: "utf8" })
    .split("\0")
    .slice(0, -1);
}

/** @param {string} name @returns {any} */
const operation = (name) => operations.find((candidate) => candidate.name === name);

test("a shell hands curl exactly the request, whatever the input holds", () => {
  const input = { userId: "x", event: 'it\'s $HOME `id` \\ \n "quoted"', traits: { "!": "@file" } };
  const built = operation("trackEvent").build(input);
  assert.deepEqual(argumentsOf(asCurl(built)), [
    "https://api.interakt.ai/v1/public/track/events/",
    ...["-H", "Authorization: Basic key-of-the-shell"],
    ...["-H", "content-type: application/json"],
    ...["--data-raw", JSON.stringify(input)],
  ]);
});

test("a request that reads is a plain curl", () => {
  const built = operation("getUserById").build({ userId: "a b/c'd" });
  assert.deepEqual(argumentsOf(asCurl(built)), [
    "https://api.interakt.ai/v1/public/apis/users/id/a%20b%2Fc%27d",
    ...["-H", "Authorization: Basic key-of-the-shell"],
  ]);
});

test("the name of a file is quoted for curl too", () => {
  const file = new File(["x"], 'tea "first", flush;.png', { type: "image/png" });
  const built = operation("uploadMedia").build({ file, fileName: file.name });
  assert.equal(
    argumentsOf(asCurl(built)).at(-1),
    'uploadFile=@"tea \\"first\\", flush;.png";type=image/png',
  );
});

test("the TypeScript of every example means its input", () => {
  for (const { input } of [...EXAMPLES, { input: TRICKY }]) {
    const value = runInNewContext(`(${literal(input, "")})`);
    assert.equal(JSON.stringify(value), JSON.stringify(input));
  }
});

test("the TypeScript of an upload opens the file", () => {
  const file = new File(["x"], "a.png", { type: "image/png" });
  assert.equal(
    asTypeScript("uploadMedia", { fileName: "a.png", file }),
    `import { openAsBlob } from "node:fs";
import { Interakt } from "interakt-wasm";

const interakt = new Interakt({ apiKey: process.env.INTERAKT_API_KEY });
const file = await openAsBlob("a.png", { type: "image/png" });
const answer = await interakt.uploadMedia({
  fileName: "a.png",
  file,
});
console.log(answer);
`,
  );
});

test("an issue's path leads to its place in the text", () => {
  const text = '{ "a": { "b": [1, {"c\\u0064": "x"}], "b": [2, "last"] }, "e": [] }';
  for (const [path, code, found] of /** @type {[(string | number)[], string, string][]} */ ([
    [["a", "b", 1], "string.empty", '"last"'],
    [["a", "b"], "list.too_short", '"b"'],
    [["e"], "list.too_short", '"e"'],
    [["a", "missing"], "object.missing_key", "{"],
    [["e", 3], "list.too_short", "["],
    [[], "recipient.missing", "{"],
    [["a", "b", 0], "object.unknown_key", "2"],
  ])) {
    const { from, to } = placeOf(parse(text), path, code);
    assert.equal(text.slice(from, to), found, `${path}`);
  }
});

test("names are compared as they are meant, not as they are written", () => {
  const text = '[{ "c\\u0064": "x" }]';
  const { from, to } = placeOf(parse(text), [0, "cd"]);
  assert.equal(text.slice(from, to), '"x"');
});

test("a text without any value has a place too", () => {
  assert.deepEqual(placeOf(parse("  "), ["a"]), { from: 0, to: 2 });
});

test("keys that stand twice are found where they stand first, in every object", () => {
  const text = '[{"a":1,"b":2,"\\u0061":3},{"a":1}]';
  const repeated = repeatedKeys(parse(text));
  assert.deepEqual(repeated, [{ key: "a", place: { from: 2, to: 5 } }]);
});

test("fields are edited where they stand, and the rest of the text stays", () => {
  const wanted = { countryCode: "+44", phoneNumber: "7400123456" };
  for (const [text, edited] of /** @type {[string, string][]} */ ([
    [
      '{ "phoneNumber" :9876543210,"countryCode":"+91" }',
      '{ "phoneNumber" :"7400123456","countryCode":"+44" }',
    ],
    // The same value, written otherwise.
    ['{"countryCode":"\\u002b44","phoneNumber":"7400123456"}', ""],
    // Names inside other values are other names.
    [
      '{"data":{"countryCode":"+1"},"countryCode":"+91","phoneNumber":"1"}',
      '{"data":{"countryCode":"+1"},"countryCode":"+44","phoneNumber":"7400123456"}',
    ],
    // Where a key stands twice the last one counts.
    [
      '{"countryCode":"+1","phoneNumber":"1","countryCode":"+91"}',
      '{"countryCode":"+1","phoneNumber":"7400123456","countryCode":"+44"}',
    ],
    [
      '{\n  "countryCode": "+91",\n  "a": 1\n}',
      '{\n  "countryCode": "+44",\n  "phoneNumber": "7400123456",\n  "a": 1\n}',
    ],
    [
      '{\n  "a": 1,\n  "phoneNumber": ""\n}',
      '{\n  "a": 1,\n  "countryCode": "+44",\n  "phoneNumber": "7400123456"\n}',
    ],
    ['{"a": 1}', '{"countryCode": "+44","phoneNumber": "7400123456","a": 1}'],
    ["{ }", '{"countryCode": "+44", "phoneNumber": "7400123456" }'],
    ['{"a": }', '{"countryCode": "+44", "phoneNumber": "7400123456", "a": }'],
    // Not finished, and still the same fields.
    [
      '{"countryCode": "+91", "phoneNumber": "1", "a": ',
      '{"countryCode": "+44", "phoneNumber": "7400123456", "a": ',
    ],
    ["[]", ""],
    ["", ""],
  ])) {
    assert.equal(applied(text, editsTo(text, wanted)), edited || text);
  }
});

test("the place of a syntax error is read from any browser's words, or else found", () => {
  const text = '{\n  "a" 1\n}';
  const place = { from: 8, to: 9 };
  assert.deepEqual(placeOfComplaint(text, "Expected ':' in JSON at position 8"), place);
  assert.deepEqual(
    placeOfComplaint(text, "expected ':' at line 2 column 7 of the JSON data"),
    place,
  );
  assert.deepEqual(placeOfComplaint(text, "JSON Parse error"), place);
});
