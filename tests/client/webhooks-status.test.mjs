import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isConfigurationError, webhooks } from "interakt-wasm";
import { failureOf } from "./support.mjs";
import { RCS_READ, READ } from "./webhooks-support.mjs";

/** From the least that can be known to the most. */
const ORDER = /** @type {const} */ (["accepted", "sent", "failed", "delivered", "read", "clicked"]);

/** @typedef {{ messageId: string | null, status: typeof ORDER[number] | null }} Told */

/**
 * @param {Told["status"]} status
 * @param {string | null} [messageId]
 * @returns {Told}
 */
const told = (status, messageId = "m-1") => ({ messageId, status });

/** @param {unknown} events @param {unknown} [before] */
const statusOf = (events, before) =>
  webhooks.statusOf(/** @type {any} */ (events), /** @type {any} */ (before));

const statuses = fc.array(fc.constantFrom(...ORDER, null), { maxLength: 12 });

/** A list and the same in another order, with repeats, and where it is cut in two. */
const retold = statuses.chain((list) =>
  fc.record({
    list: fc.constant(list),
    shuffled: fc
      .shuffledSubarray([...list, ...list, ...list], { minLength: list.length * 3 })
      .map((all) => all.slice()),
    cut: fc.nat(list.length * 3),
  }),
);

test("the furthest of two statuses counts, in either order", () => {
  for (const [index, status] of ORDER.entries()) {
    for (const other of ORDER.slice(0, index + 1)) {
      assert.equal(statusOf([told(status), told(other)]), status);
      assert.equal(statusOf([told(other), told(status)]), status);
      assert.equal(statusOf([told(other)], status), status);
      assert.equal(statusOf([told(status)], other), status);
    }
  }
});

test("events in any order and number, told at once or in two parts, come to the same", () => {
  fc.assert(
    fc.property(retold, ({ list, shuffled, cut }) => {
      const expected = [...ORDER].reverse().find((status) => list.includes(status)) ?? null;
      assert.equal(statusOf(list.map((status) => told(status))), expected);
      const events = shuffled.map((status) => told(status));
      assert.equal(statusOf(events), expected);
      assert.equal(statusOf(events.slice(cut), statusOf(events.slice(0, cut))), expected);
    }),
  );
});

test("it never steps back", () => {
  fc.assert(
    fc.property(statuses, (list) => {
      /** @type {Told["status"]} */
      let status = null;
      for (const next of list) {
        const after = statusOf([told(next)], status);
        assert.ok(
          ORDER.indexOf(/** @type {any} */ (after)) >= ORDER.indexOf(/** @type {any} */ (status)),
        );
        status = after;
      }
    }),
  );
});

test("without a status there is none", () => {
  assert.equal(statusOf([]), null);
  assert.equal(statusOf([], null), null);
  assert.equal(statusOf([told(null), told(null, "m-2")]), null);
  assert.equal(statusOf([], "sent"), "sent");
});

test("any iterable will do", () => {
  const events = [told("sent"), told("read")];
  function* generator() {
    yield* events;
  }
  for (const iterable of [new Set(events), new Map(events.entries()).values(), generator()]) {
    assert.equal(statusOf(iterable), "read");
  }
});

test("events that were kept as JSON count like fresh ones", () => {
  const events = [webhooks.parse(READ), webhooks.parse(READ.replace("_read", "_sent"))];
  assert.equal(statusOf(events), "read");
  assert.equal(statusOf(JSON.parse(JSON.stringify(events))), "read");
});

test("events of several messages are refused, unless they have no status", () => {
  const error = /statusOf takes the events of one message\./;
  assert.throws(() => statusOf([told("sent"), told("read", "m-2")]), error);
  assert.throws(() => statusOf([told("sent", null), told("read")]), error);
  assert.throws(() => statusOf([webhooks.parse(READ), webhooks.parse(RCS_READ)]), error);
  assert.equal(statusOf([told("sent"), told(null, "m-2"), told(null, null)]), "sent");
});

test("a status of a later version is passed over, as is its message", () => {
  const later = { messageId: "m-2", status: "framed" };
  assert.equal(statusOf([later]), null);
  assert.equal(statusOf([later, told("sent"), later]), "sent");
});

test("what is no list of events is refused with what is wanted", async () => {
  for (const events of [undefined, null, told("read"), "", "read", 7, [null], ["read"], [7]]) {
    const error = await failureOf(() => statusOf(events));
    assert.ok(isConfigurationError(error));
    assert.deepEqual(
      [error.code, error.message],
      ["option_invalid", "statusOf takes a list of events."],
    );
  }
});

test("what was before must be a status: passing over another could step back", async () => {
  for (const before of ["Read", "framed", "", 3, {}, ["read"]]) {
    const error = await failureOf(() => statusOf([told("sent")], before));
    assert.ok(isConfigurationError(error));
    assert.deepEqual(
      [error.code, error.message],
      [
        "option_invalid",
        "before must be null or a status: accepted, sent, failed, delivered, read, clicked.",
      ],
    );
  }
});
