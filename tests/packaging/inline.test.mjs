/** Modules as text: written by the build, read by the entries that carry them. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { transform } from "esbuild";
import fc from "fast-check";
import { CUTS } from "../../scripts/cuts.mjs";
import { encode } from "../../scripts/inline.mjs";
import { INSTALLED } from "../../scripts/project.mjs";

const DIST = join(INSTALLED, "dist");
const { decode } = await import(join(DIST, "inline.js"));

/** Bytes of which some are there often, as in a module, and bytes of every kind. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .array(fc.constantFrom(0, 32, 65, 106, 255), { maxLength: 2000 })
    .map((bytes) => Uint8Array.from(bytes)),
);

test("any bytes are read as they were written", () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      assert.deepEqual(decode(encode(bytes)), bytes);
    }),
  );
  const every = Uint8Array.from({ length: 65_536 }, (_, index) => index & 255);
  assert.deepEqual(decode(encode(every)), every);
});

test("a text needs no escape in any kind of string, nor in a script inside HTML", () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      assert.match(encode(bytes), /^[ -~]*$/);
      assert.doesNotMatch(encode(bytes), /["'`\\$<]/);
    }),
  );
});

test("each inlined module is the one that is a file", async () => {
  for (const { name } of CUTS) {
    const { default: text } = await import(join(DIST, `${name}_inline.js`));
    const file = await readFile(join(DIST, `${name}_bg.wasm`));
    assert.ok(Buffer.from(decode(text)).equals(file), name);
  }
});

test("what minifiers and older targets make of a text is the same text", async () => {
  const source = await readFile(join(DIST, "phone_inline.js"), "utf8");
  const { default: text } = await import(join(DIST, "phone_inline.js"));
  for (const target of ["es2022", "es2015"]) {
    for (const charset of /** @type {const} */ (["ascii", "utf8"])) {
      const { code } = await transform(source, { minify: true, target, charset, format: "esm" });
      const made = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      assert.equal(made.default, text);
      assert.ok(Math.abs(code.length - text.length) < 100, "nothing was escaped");
    }
  }
});

test("a text that was cut, or changed to what no text has, is refused", () => {
  const text = encode(Uint8Array.from({ length: 300 }, (_, index) => index & 255));
  const damaged = /^the text that carries it is damaged at character \d+: was it changed/;
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom("é", '"', "\n", "\u2028"), (at, sign) => {
      assert.throws(() => decode(text.slice(0, at)), { message: damaged });
      assert.throws(() => decode(`${text.slice(0, at)}${sign}${text.slice(at + 1)}`), {
        message: damaged,
      });
    }),
  );
  assert.throws(() => decode(`${text} `), { message: damaged });
  assert.throws(() => decode(`ffffffff${text.slice(8)}`), { message: damaged });
  assert.throws(() => decode(""), { message: damaged });
});
