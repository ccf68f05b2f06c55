/** Bodies that come in pieces, too long, too slowly or not at all. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { webhooks } from "interakt-wasm";
import { unhandledIn } from "./support.mjs";
import { virtualTime } from "./virtual-time.mjs";
import {
  deferred,
  HEADER,
  NEVER_LATE,
  post,
  READ,
  SECRET,
  signatureOf,
} from "./webhooks-support.mjs";

const BYTES = new TextEncoder().encode(READ);
const SIGNED = { [HEADER]: signatureOf(READ) };

/**
 * A stream, and what has become of it.
 *
 * @param {Iterable<Uint8Array>} chunks
 * @param {(controller: ReadableStreamDefaultController) => void | Promise<void>} [end] In place of
 *   closing.
 */
function streamOf(chunks, end = (controller) => controller.close()) {
  const left = chunks[Symbol.iterator]();
  const seen = { pulled: 0, cancelled: false };
  const body = new ReadableStream(
    {
      pull(controller) {
        const { done, value } = left.next();
        if (done) return end(controller);
        seen.pulled += value.length;
        controller.enqueue(value);
        return undefined;
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, seen };
}

/**
 * @param {ReadableStream} body
 * @param {object} [options]
 * @param {Record<string, string>} [headers]
 */
const receive = (body, options, headers = SIGNED) =>
  webhooks.receive(post(body, headers), {
    secret: SECRET,
    answerWithinMs: NEVER_LATE,
    onEvent() {},
    ...options,
  });

/** @param {number} length */
function* endless(length) {
  for (;;) yield new Uint8Array(length);
}

test("a body counts as a whole, in whatever pieces it comes", async () => {
  const cuts = fc.array(fc.nat(BYTES.length), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(cuts, async (places) => {
      const edges = [0, ...places.sort((a, b) => a - b), BYTES.length];
      const chunks = edges.slice(1).map((end, index) => BYTES.slice(edges[index], end));
      const { body } = streamOf(chunks);
      assert.equal((await receive(body)).status, 200);
    }),
    { numRuns: 50 },
  );
});

test("a body as long as maxBytes is taken, one that is a byte longer is not", async () => {
  for (const [maxBytes, status] of /** @type {[number, number][]} */ ([
    [BYTES.length + 1, 200],
    [BYTES.length, 200],
    [BYTES.length - 1, 413],
    [1, 413],
  ])) {
    for (const size of [1, 100, BYTES.length]) {
      const chunks = [];
      for (let at = 0; at < BYTES.length; at += size) chunks.push(BYTES.slice(at, at + size));
      assert.equal((await receive(streamOf(chunks).body, { maxBytes })).status, status);
    }
    assert.equal((await receive(/** @type {any} */ (READ), { maxBytes })).status, status);
  }
});

test("the limit is a mebibyte, unless it is set", async () => {
  /** @param {number} length */
  const status = async (length) => {
    const text = READ.padEnd(length);
    const headers = { [HEADER]: signatureOf(text) };
    return (await receive(/** @type {any} */ (text), {}, headers)).status;
  };
  assert.equal(await status(1024 * 1024), 200);
  assert.equal(await status(1024 * 1024 + 1), 413);
});

test("a body without end is read up to the limit and given back", async () => {
  const { body, seen } = streamOf(endless(1000));
  assert.equal((await receive(body, { maxBytes: 10_000 })).status, 413);
  assert.deepEqual(seen, { pulled: 11_000, cancelled: true });
});

test("a sender that announces less than it sends is read no further than one that does not", async () => {
  for (const length of ["5", "0", "-1", "many", "1e3", ""]) {
    const { body, seen } = streamOf(endless(1000));
    const headers = { ...SIGNED, "content-length": length };
    assert.equal((await receive(body, { maxBytes: 10_000 }, headers)).status, 413);
    assert.deepEqual(seen, { pulled: 11_000, cancelled: true });
    assert.equal((await receive(streamOf([BYTES]).body, {}, headers)).status, 200);
  }
});

test("a stream that cannot be given back is left alone", async () => {
  for (const cancel of [() => Promise.reject(new Error("no")), () => new Promise(() => {})]) {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel,
    });
    assert.equal((await receive(body, { maxBytes: 10 })).status, 413);
  }
});

test("a body that breaks off is the sender's fault", async () => {
  for (const chunks of [[], [BYTES.slice(0, 20)], [BYTES]]) {
    const { body } = streamOf(chunks, (controller) => controller.error(new Error("reset")));
    const response = await receive(body);
    assert.deepEqual([response.status, await response.text()], [400, "The body broke off."]);
  }
});

test("a body that stops is waited for until it is time to answer", async (t) => {
  const time = virtualTime(t);
  for (const [answerWithinMs, ms] of /** @type {[number | undefined, number][]} */ ([
    [undefined, 2500],
    [700, 700],
  ])) {
    const stopped = deferred();
    const { body, seen } = streamOf([BYTES.slice(0, 20)], () => stopped.promise);
    let answered = false;
    const answer = receive(body, { answerWithinMs }).then((response) => {
      answered = true;
      return response;
    });
    await time.pass(ms);
    assert.deepEqual([answered, seen.cancelled], [false, false]);
    await time.pass(1);
    const response = await answer;
    assert.deepEqual(
      [response.status, await response.text()],
      [408, "The body did not arrive in time."],
    );
    assert.equal(seen.cancelled, true);
    assert.equal(time.timers(), 0);
  }
});

test("a body that trickles in is not waited for any longer", async (t) => {
  const time = virtualTime(t);
  const { body, seen } = streamOf(endless(1), async (controller) => controller.close());
  const slow = new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(() => resolve(undefined), 100));
      const { value } = await reader.read();
      controller.enqueue(value);
    },
    cancel: () => reader.cancel(),
  });
  const reader = body.getReader();
  const answer = receive(slow, { answerWithinMs: 1000 });
  assert.equal((await time.until(answer)).status, 408);
  assert.ok(seen.pulled < 12, `${seen.pulled} bytes were read`);
  assert.equal(seen.cancelled, true);
});

test("nothing rejects unseen when a body breaks off after the answer", async (t) => {
  const time = virtualTime(t);
  const unseen = unhandledIn(t);
  const later = deferred();
  // Of no stream, so that nothing can be given back.
  const request = { method: "POST", headers: new Headers(SIGNED), text: () => later.promise };
  const answer = webhooks.receive(/** @type {any} */ (request), {
    secret: SECRET,
    onEvent() {},
  });
  assert.equal((await time.until(answer)).status, 408);
  later.reject(new Error("reset"));
  await time.settle();
  assert.deepEqual(unseen, []);
});
