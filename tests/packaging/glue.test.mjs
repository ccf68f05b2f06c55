import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { CUTS, folderOf } from "../../scripts/cuts.mjs";
import { lazyGlue } from "../../scripts/glue.mjs";
import { TEMPLATE } from "../../scripts/project.mjs";

const DECODER = `let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
cachedTextDecoder.decode();
function decodeText(bytes) {
    if (bytes.length > 99) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
    }
    return cachedTextDecoder.decode(bytes);
}
`;

const ENCODER = `const cachedTextEncoder = new TextEncoder();

if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
    };
}

export function length(text) {
    return cachedTextEncoder.encode(text).length;
}

export function pass(arg) {
    let len = arg.length;
    return len;
}
`;

/**
 * @param {string} source
 * @returns {Promise<any>}
 */
function load(source) {
  const text = pathToFileURL(join(TEMPLATE, "src", "text.js")).href;
  const whole = source.replace("./text.js", text);
  return import(`data:text/javascript,${encodeURIComponent(whole)}`);
}

test("the built glue creates nothing at import", async () => {
  for (const { name } of CUTS) {
    const glue = await readFile(join(folderOf(name), `${name}_bg.js`), "utf8");
    assert.doesNotMatch(glue, /^(let|const) \w+ = new /m);
    assert.doesNotMatch(glue, /new Text(De|En)coder/);
  }
});

test("text is still encoded and decoded, also without TextEncoder and TextDecoder", async () => {
  const source = `${lazyGlue(DECODER + ENCODER)}\nexport { decodeText };`;
  const check = async (/** @type {string} */ comment) => {
    const { decodeText, length } = await load(source + comment);
    assert.equal(length("é"), 2);
    assert.equal(decodeText(new Uint8Array([0xc3, 0xa9])), "é");
    const long = "a".repeat(100);
    assert.equal(decodeText(Buffer.from(long)), long);
  };
  await check("");
  const { TextDecoder, TextEncoder } = globalThis;
  try {
    Object.assign(globalThis, { TextDecoder: undefined, TextEncoder: undefined });
    await check("// Another module, which has none yet.");
  } finally {
    Object.assign(globalThis, { TextDecoder, TextEncoder });
  }
});

test("what is no text does not reach the module's memory", async () => {
  const { pass } = await load(lazyGlue(DECODER + ENCODER));
  assert.equal(pass("text"), 4);
  for (const other of [1, {}, ["a"], null]) assert.throws(() => pass(other), /no text/);
});

test("glue with a decoder that is not as it is known is refused", () => {
  const other = DECODER.replace("let ", "var ");
  assert.throws(() => lazyGlue(other), /the TextDecoder at module level was not found/);
});

test("glue with an encoder that is not as it is known is refused", () => {
  const other = ENCODER.replace("const ", "let ");
  assert.throws(() => lazyGlue(DECODER + other), /the TextEncoder was not found/);
});

test("glue that runs something else at import is refused", () => {
  const surprise = "const cache = new Map();\n";
  assert.throws(() => lazyGlue(DECODER + ENCODER + surprise), /would run at import: const cache/);
});
