import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import fc from "fast-check";
import { isConfigurationError, webhooks } from "interakt-wasm";
import { failureOf, setGlobal } from "./support.mjs";
import { READ, SECRET, signatureOf } from "./webhooks-support.mjs";

/** @param {unknown[]} args */
const verify = (...args) => /** @type {any} */ (webhooks.verify)(...args);
/** @param {unknown[]} args */
const sign = (...args) => /** @type {any} */ (webhooks.sign)(...args);

const HEADER = signatureOf(READ);

const secrets = fc.string({ unit: "binary", minLength: 1 }).filter((text) => !text.includes("\0"));

/** Throws at whatever is done with it. */
const hostile = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** @param {string} what */
const thrower = (what) => ({
  get [Symbol.toStringTag]() {
    throw new Error(`${what} was asked`);
  },
  toString() {
    throw new Error(`${what} was made a text`);
  },
});

test("signatures are those of RFC 4231", async () => {
  for (const [secret, body, digits] of /** @type {[string, string, string][]} */ ([
    [
      "\v".repeat(20),
      "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    ],
    [
      "Jefe",
      "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    ],
  ])) {
    assert.equal(await sign(body, secret), `sha256=${digits}`);
    assert.equal(await verify(body, `sha256=${digits}`, secret), true);
  }
});

test("signatures of any text and bytes are those that Node makes, and verify", async () => {
  const bodies = fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array());
  await fc.assert(
    fc.asyncProperty(bodies, secrets, async (body, secret) => {
      const header = signatureOf(body, secret);
      assert.equal(await sign(body, secret), header);
      assert.equal(await verify(body, header, secret), true);
    }),
  );
});

test("a secret may be as long as one likes", async () => {
  for (const length of [63, 64, 65, 1_000_000]) {
    const secret = "é".repeat(length);
    assert.equal(await verify(READ, signatureOf(READ, secret), secret), true);
  }
});

test("one bit more or less in body, header or secret, and nothing verifies", async () => {
  const place = fc.record({ at: fc.nat(), bit: fc.integer({ min: 0, max: 6 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1 }),
      secrets,
      place,
      async (body, secret, { at, bit }) => {
        const header = signatureOf(body, secret);
        const changed = body.slice();
        changed[at % body.length] = (changed[at % body.length] ?? 0) ^ (1 << bit);
        assert.equal(await verify(changed, header, secret), false);
        assert.equal(await verify(body, flipped(header, at, bit), secret), false);
        assert.equal(await verify(body, header, flipped(secret, at, bit)), false);
      },
    ),
  );
});

/**
 * @param {string} text
 * @param {number} at
 * @param {number} bit
 */
function flipped(text, at, bit) {
  const index = at % text.length;
  const unit = String.fromCharCode(text.charCodeAt(index) ^ (1 << bit));
  return text.slice(0, index) + unit + text.slice(index + 1);
}

test("only the whole header verifies, in small letters", async () => {
  const digits = HEADER.slice("sha256=".length);
  for (const header of [
    undefined,
    null,
    "",
    digits,
    "sha256=",
    HEADER.toUpperCase(),
    `SHA256=${digits}`,
    `sha256=${digits.toUpperCase()}`,
    `sha1=${digits}`,
    `sha512=${digits}`,
    ` ${HEADER}`,
    `${HEADER} `,
    `${HEADER}\n`,
    `${HEADER}\r\n`,
    `${HEADER}\0`,
    HEADER.slice(0, -1),
    HEADER.slice(0, -2),
    `${HEADER}0`,
    `${HEADER}00`,
    `${HEADER}, ${HEADER}`,
    `${HEADER.slice(0, -1)}g`,
    `${HEADER.slice(0, -1)}-`,
    `sha256=${"\u0660".repeat(64)}`,
    `sha256=${"0".repeat(1_000_000)}`,
    HEADER.repeat(10_000),
    [HEADER],
    new String(HEADER),
    { toString: () => HEADER },
    Buffer.from(HEADER),
    Symbol("sha256="),
    7,
    true,
    hostile(),
    thrower("the header"),
  ]) {
    assert.equal(await verify(READ, header, SECRET), false);
  }
  assert.equal(await verify(READ, HEADER, SECRET), true);
});

test("the bytes count, in whatever holds them", async () => {
  const bytes = new TextEncoder().encode(READ);
  const even = bytes.length % 2 ? READ.slice(1) : READ;
  const pooled = Buffer.from(READ);
  assert.ok(pooled.buffer.byteLength > pooled.length, "this buffer has memory of its own");
  const around = new Uint8Array(bytes.length + 8).fill(255);
  around.set(bytes, 3);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length + 1), 1);
  shared.set(bytes);
  const foreign = vm.runInNewContext("Uint8Array.from(bytes)", { bytes: [...bytes] });
  for (const body of [
    READ,
    bytes,
    bytes.buffer,
    pooled,
    around.subarray(3, 3 + bytes.length),
    new DataView(around.buffer, 3, bytes.length),
    shared,
    foreign,
    foreign.buffer,
    new (class extends Uint8Array {})(bytes),
  ]) {
    assert.equal(await sign(body, SECRET), HEADER);
    assert.equal(await verify(body, HEADER, SECRET), true);
    assert.equal(webhooks.parse(body).messageId, "m-1");
  }
  const wide = new Uint16Array(new TextEncoder().encode(even).buffer);
  assert.equal(await verify(wide, signatureOf(even), SECRET), true);
  for (const empty of [
    "",
    new Uint8Array(),
    new ArrayBuffer(0),
    new DataView(new ArrayBuffer(0)),
  ]) {
    assert.equal(await verify(empty, signatureOf(""), SECRET), true);
  }
});

test("what the bytes become during the call does not count", async () => {
  const body = new TextEncoder().encode(READ);
  const signed = sign(body, SECRET);
  const verified = verify(body, HEADER, SECRET);
  body.fill(0);
  assert.equal(await signed, HEADER);
  assert.equal(await verified, true);
});

test("what is neither text nor bytes has no signature", async () => {
  const detached = new Uint8Array(8);
  structuredClone(detached, { transfer: [detached.buffer] });
  const hidden = new Uint8Array(8);
  Object.defineProperty(hidden, "buffer", { get: () => assert.fail() });
  for (const body of [
    undefined,
    null,
    JSON.parse(READ),
    [1, 2],
    7,
    true,
    Symbol("body"),
    () => READ,
    new String(READ),
    new Blob([READ]),
    new SharedArrayBuffer(8),
    { [Symbol.toStringTag]: "ArrayBuffer", byteLength: 8 },
    new Proxy(new Uint8Array(8), {}),
    detached,
    detached.buffer,
    hidden,
    // Half a character would be sent as another.
    "\ud83d",
    `${READ}\udc00`,
    hostile(),
    thrower("the body"),
  ]) {
    const error = await failureOf(sign(body, SECRET));
    assert.ok(isConfigurationError(error));
    assert.deepEqual(
      [error.code, error.message],
      ["body_invalid", "The body must be what was received: its bytes, or their text."],
    );
    assert.equal(await verify(body, HEADER, SECRET), false);
    assert.equal(await verify(body, signatureOf(""), SECRET), false);
  }
});

test("what is no secret signs nothing and verifies nothing", async () => {
  for (const secret of [
    undefined,
    null,
    "",
    "\0",
    // HMAC fills keys up with NUL, so these would be the same as without.
    `${SECRET}\0`,
    `\0${SECRET}`,
    "\ud83d",
    7,
    [SECRET],
    new String(SECRET),
    Buffer.from(SECRET),
    Symbol("secret"),
    hostile(),
    thrower("the secret"),
  ]) {
    const error = await failureOf(sign(READ, secret));
    assert.ok(isConfigurationError(error));
    assert.deepEqual(
      [error.code, error.message],
      ["webhook_secret_missing", "secret must be the secret key of Interakt's dashboard."],
    );
    assert.equal(await verify(READ, signatureOf(READ, ""), secret), false);
    assert.equal(await verify(READ, HEADER, secret), false);
  }
});

test("without arguments nothing verifies", async () => {
  assert.equal(await verify(), false);
  assert.equal(await verify(READ), false);
  assert.equal(await verify(READ, HEADER), false);
});

for (const [runtime, crypto] of /** @type {[string, unknown][]} */ ([
  ["a page over plain HTTP", {}],
  ["a runtime without WebCrypto", undefined],
])) {
  test(`${runtime} is told what it lacks, and verifies nothing`, async (t) => {
    setGlobal(t, "crypto", crypto);
    const error = await failureOf(sign(READ, SECRET));
    assert.ok(isConfigurationError(error));
    assert.deepEqual(
      [error.code, error.message],
      ["crypto_missing", "This runtime has no WebCrypto; pages have it over HTTPS."],
    );
    assert.equal(await verify(READ, HEADER, SECRET), false);
  });
}

test("no error of a signature holds the secret or the body", async (t) => {
  const secret = "swordfish";
  setGlobal(t, "crypto", undefined);
  for (const error of [
    await failureOf(sign(READ, secret)),
    await failureOf(sign(READ, `${secret}\0`)),
    await failureOf(sign({ text: READ }, secret)),
  ]) {
    const said = `${error.stack}${JSON.stringify(error)}${error.cause}`;
    assert.ok(!said.includes(secret) && !said.includes(READ), said);
  }
});
