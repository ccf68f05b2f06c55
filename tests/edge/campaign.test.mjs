/** The Durable Object of a campaign, with a Queue, in workerd. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { workerModules } from "../support/worker.mjs";
import { row, rows, SECOND } from "./ledger/stage.mjs";

const IDLE = 30 * SECOND;
const LEASE = 60 * SECOND;

/**
 * @param {import("node:test").TestContext} t
 * @param {string} [folder] Where its objects are kept.
 */
async function start(t, folder) {
  const miniflare = new Miniflare({
    modules: await workerModules(fileURLToPath(new URL("campaign/worker.mjs", import.meta.url))),
    compatibilityDate: "2026-01-01",
    durableObjects: { CAMPAIGN: { className: "Campaign", useSQLite: true } },
    durableObjectsPersist: folder ?? false,
    queueProducers: { TICKETS: "tickets" },
    queueConsumers: { tickets: { maxBatchTimeout: 0 } },
  });
  let open = true;
  const stop = async () => {
    if (open) await miniflare.dispose();
    open = false;
  };
  t.after(stop);

  /** @param {string} path @param {object} [init] @returns {Promise<any>} */
  const ask = async (path, init) => (await miniflare.dispatchFetch(`http://x${path}`, init)).json();
  /** @param {string} method @param {unknown[]} args */
  const call = (method, ...args) =>
    ask(`/call/${method}`, { method: "POST", body: JSON.stringify(args) });
  const look = () => ask("/look");

  return {
    stop,
    call,
    look,
    url: miniflare.ready,
    /** @param {"yes" | "no"} broken Whether the Queue is. */
    break: (broken) => ask(`/break/${broken}`),
    /** The next answer to `call` gets lost, and somebody makes another one. @param {string} call @param {string} other */
    lose: (call, other) => ask(`/lose/${call}-${other}`),
    /** @param {"yes" | "no"} overloaded Whether the storage is: it sets no alarm. */
    overload: (overloaded) => ask(`/overload/${overloaded}`),
    /** What the object has stored. */
    kept: () => ask("/kept"),
    /** @param {number} ms */
    pass: (ms) => ask(`/pass/${ms}`),
    /** @param {object} [settings] @param {object[]} [list] */
    async begin(settings, list = rows(3)) {
      await call("open", { name: "Sale", ...settings });
      await call("add", list);
      return call("start");
    },
    /** @param {string} owner @param {number} [most] @returns {Promise<number[]>} */
    async claim(owner, most = 1) {
      const { rows } = await call("claim", { owner, most, leaseMs: LEASE });
      return rows.map((/** @type {{ index: number }} */ { index }) => index);
    },
    /** Until so many tickets have come, and no more of them. @param {number} count */
    async tickets(count) {
      await until(async () => (await look()).tickets >= count);
      await new Promise((wake) => setTimeout(wake, 100));
      assert.equal((await look()).tickets, count);
    },
    events: () => miniflare.dispatchFetch("http://x/events"),
  };
}

/** @param {() => Promise<boolean>} isSo */
async function until(isSo) {
  for (let turn = 0; turn < 2_000; turn += 1) {
    if (await isSo()) return;
    await new Promise((wake) => setTimeout(wake, 5));
  }
  assert.fail("it never came to be");
}

/** @param {Response | any} response */
function readerOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    /** The next event, or undefined at the end. @returns {Promise<string | undefined>} */
    async next() {
      while (!text.includes("\n\n")) {
        const { done, value } = await reader.read();
        if (done) return undefined;
        text += value;
      }
      const [event, ...rest] = text.split("\n\n");
      text = rest.join("\n\n");
      return event;
    },
  };
}

/** @param {string | undefined} event */
const stateOf = (event) => {
  assert.match(event ?? "", /^event: state\ndata: \{/);
  return JSON.parse(event?.split("\ndata: ")[1] ?? "");
};

test("a campaign that starts puts a ticket into the Queue, and another one when it is lost", async (t) => {
  const { begin, pass, tickets } = await start(t);
  await begin();
  await tickets(1);
  await pass(IDLE - 1);
  await tickets(1);
  await pass(1);
  await tickets(2);
});

test("while a consumer is heard there is no second ticket, and one when it falls silent", async (t) => {
  const { begin, call, claim, pass, tickets } = await start(t);
  await begin();
  await tickets(1);
  for (const owner of ["a", "b"]) {
    const [index] = await claim(owner);
    await call("leave", { owner, index });
    await pass(IDLE - 1);
    await call("settle", { owner, index, fate: "sent", messageId: null });
    await pass(IDLE - 1);
  }
  await tickets(1);
  await pass(1);
  await tickets(2);
});

test("what a dead consumer had in hand is given out again by the alarm alone", async (t) => {
  const { begin, call, claim, pass, tickets } = await start(t);
  await begin({}, rows(2));
  await tickets(1);
  assert.deepEqual(await claim("a", 2), [0, 1]);
  await call("leave", { owner: "a", index: 0 });
  await pass(LEASE - 1);
  await tickets(1);
  await pass(1);
  await tickets(2);
  assert.deepEqual(await claim("b", 2), [1]);
  assert.equal((await call("state")).counts.unknown, 1);
});

test("what the Queue does not take is put in a little later", async (t) => {
  const { begin, break: set, pass, tickets } = await start(t);
  await set("yes");
  await begin();
  await tickets(0);
  await set("no");
  await pass(5 * SECOND - 1);
  await tickets(0);
  await pass(1);
  await tickets(1);
});

test("where no alarm could be set it is set by the next call", async (t) => {
  const { begin, call, overload, tickets } = await start(t);
  await overload("yes");
  assert.equal((await begin()).code, "edge_failed");
  await overload("no");
  assert.equal((await call("start")).status, "running");
  await tickets(1);
});

test("what strangers tell of a campaign that does not exist makes no object that keeps anything", async (t) => {
  const { call, events, kept } = await start(t);
  assert.deepEqual(await kept(), { tables: [], alarm: null });
  await call("tell", { index: 1, at: 0, status: "read" });
  await call("settle", { owner: "a", index: 1, fate: "sent", messageId: "m" });
  await call("leave", { owner: "a", index: 1 });
  await call("claim", { owner: "a", most: 1, leaseMs: LEASE });
  assert.equal((await call("state")).code, "campaign_unknown");
  assert.equal((await events()).status, 404);
  assert.deepEqual(await kept(), { tables: [], alarm: null });
});

test("one that was erased can be made anew, under the same name", async (t) => {
  const { begin, call, claim, pass, tickets } = await start(t);
  await begin();
  await tickets(1);
  await claim("a");
  await call("erase");
  assert.equal((await call("state")).code, "campaign_unknown");
  await call("settle", { owner: "a", index: 0, fate: "back" });
  await pass(10 * IDLE);
  await tickets(1);
  await begin({}, [row(0)]);
  await tickets(2);
  assert.deepEqual(await claim("b", 9), [0]);
});

test("a pause puts no ticket in, and going on does at once", async (t) => {
  const { begin, call, pass, tickets } = await start(t);
  await begin();
  await tickets(1);
  await call("pause");
  await pass(10 * IDLE);
  await tickets(1);
  await call("start");
  await tickets(2);
  await call("cancel");
  await pass(10 * IDLE);
  await tickets(2);
});

test("a ticket comes when a delay is over, and when it is quiet no more", async (t) => {
  const { begin, call, claim, pass, tickets } = await start(t);
  // From half past two in India.
  await begin({ quiet: { from: "15:00", to: "16:00" } }, [row(0)]);
  await tickets(1);
  await claim("a");
  const problem = { code: "x", message: "x" };
  await call("settle", { owner: "a", index: 0, fate: "again", delayMs: 10 * SECOND, ...problem });
  assert.deepEqual(await claim("b"), []);
  await pass(10 * SECOND - 1);
  await tickets(1);
  await pass(1);
  await tickets(2);
  await pass(30 * 60 * SECOND);
  assert.deepEqual(await claim("c"), []);
  await pass(60 * 60 * SECOND - 10 * SECOND - 1);
  await tickets(2);
  await pass(10 * SECOND + 1);
  await tickets(3);
});

test("rows that are decided about are sent at once", async (t) => {
  const { begin, call, claim, tickets } = await start(t);
  await begin({}, [row(0)]);
  await tickets(1);
  await claim("a");
  await call("leave", { owner: "a", index: 0 });
  const problem = { code: "x", message: "x" };
  await call("settle", { owner: "a", index: 0, fate: "unknown", ...problem });
  assert.equal((await call("state")).status, "parked");
  assert.equal(await call("again", { state: "unknown" }), 1);
  await tickets(2);
});

test("after a restart it is what it was, and goes on", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "campaign-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const before = await start(t, folder);
  await before.begin({}, rows(4));
  await before.claim("a", 2);
  await before.call("leave", { owner: "a", index: 0 });
  await before.call("pause");
  const state = await before.call("state");
  await before.stop();

  const after = await start(t, folder);
  assert.deepEqual(await after.call("state"), state);
  assert.equal(state.status, "paused");
  assert.equal((await after.call("start")).status, "running");
  await after.tickets(1);
  assert.deepEqual(await after.claim("b", 9), [1, 2, 3]);
  await after.call("settle", { owner: "a", index: 0, fate: "sent", messageId: "m" });
  for (const index of [1, 2, 3]) {
    assert.deepEqual(await after.call("leave", { owner: "b", index }), { leaves: true });
    await after.call("settle", { owner: "b", index, fate: "sent", messageId: "m" });
  }
  const { status, counts } = await after.call("state");
  assert.deepEqual([status, counts.sent], ["done", 4]);
});

test("a call whose answer got lost does not undo what somebody has decided since", async (t) => {
  const { begin, call, lose } = await start(t);
  await begin();
  await call("pause");
  await lose("start", "pause");
  assert.equal((await call("start")).status, "paused");
  await call("start");
  await lose("pause", "start");
  assert.equal((await call("pause", { reason: "account" })).status, "running");
});

test("an error of the ledger arrives as itself", async (t) => {
  const { call } = await start(t);
  const { code, message } = await call("state");
  assert.deepEqual(
    [code, message.split(":")[0]],
    ["campaign_unknown", 'There is no campaign "sale"'],
  );
});

test("events tell how it is doing: at once, and when it has changed, but once a second", async (t) => {
  const { begin, call, claim, events, pass } = await start(t);
  assert.equal((await events()).status, 404);
  await begin();
  const response = await events();
  assert.equal(response.headers.get("content-type"), "text/event-stream; charset=utf-8");
  const reader = readerOf(response);
  const first = stateOf(await reader.next());
  assert.deepEqual([first.status, first.counts.waiting], ["running", 3]);

  const next = reader.next();
  await claim("a");
  await call("leave", { owner: "a", index: 0 });
  await pass(SECOND);
  // All of what happened within the second is one event.
  assert.equal(stateOf(await next).counts.leaving, 1);
  const another = reader.next();
  await pass(SECOND);
  await call("settle", { owner: "a", index: 0, fate: "sent", messageId: "m" });
  assert.equal(stateOf(await another).counts.sent, 1);

  const beat = reader.next();
  await pass(15 * SECOND);
  assert.equal(await beat, ": nothing new");

  const end = reader.next();
  await call("erase");
  await pass(SECOND);
  assert.equal(await end, undefined);
});

test("a reader who goes leaves nothing behind", async (t) => {
  const { begin, call, look, pass, url } = await start(t);
  await begin();
  await call("cancel");
  await until(async () => (await look()).sleepers === 0);
  const leave = new AbortController();
  const response = await fetch(new URL("/events", await url), { signal: leave.signal });
  const reader = readerOf(response);
  stateOf(await reader.next());
  await until(async () => (await look()).sleepers > 0);
  leave.abort();
  // The runtime finds out when it has something to tell.
  await until(async () => {
    await pass(16 * SECOND);
    return (await look()).sleepers === 0;
  });
});
