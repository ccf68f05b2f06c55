/** The console's own webhook, without the console. */
import assert from "node:assert/strict";
import test from "node:test";
import { webhooks } from "interakt-wasm";
import { createInbox } from "../../www/worker/inbox.js";

const SECRET = "key of the simulator";

/**
 * @param {string} type
 * @param {string} id
 */
function payloadOf(type, id) {
  return JSON.stringify({ version: "1.0", type, data: { message: { id } } });
}

/**
 * @param {string} body
 * @param {string} [secret]
 */
async function requestOf(body, secret = SECRET) {
  const headers = { "Interakt-Signature": await webhooks.sign(body, secret) };
  return new Request("https://webhook.example/", { method: "POST", headers, body });
}

/** @param {string} lifeOf */
const delivery = (lifeOf) => ({ lifeOf, status: 200 });

test("what is told of a message is kept as it came, until all is told", async () => {
  const inbox = createInbox(SECRET);
  inbox.expect("1", 2);
  assert.deepEqual(inbox.lifeOf("1"), {
    status: null,
    done: false,
    received: [],
    others: [],
  });
  const [read, sent] = [payloadOf("message_api_read", "1"), payloadOf("message_api_sent", "1")];
  assert.equal((await inbox.receive(await requestOf(read))).status, 200);
  inbox.file([delivery("1")]);
  assert.deepEqual([inbox.lifeOf("1")?.status, inbox.lifeOf("1")?.done], ["read", false]);
  await inbox.receive(await requestOf(sent));
  inbox.file([delivery("1")]);
  assert.deepEqual([inbox.lifeOf("1")?.status, inbox.lifeOf("1")?.done], ["read", true]);
  assert.deepEqual(
    inbox
      .lifeOf("1")
      ?.received.map(({ body, signature, event }) => [body, signature, event.status]),
    [
      [read, await webhooks.sign(read, SECRET), "read"],
      [sent, await webhooks.sign(sent, SECRET), "sent"],
    ],
  );
});

test("what is not signed is refused and not kept, unless it is of RCS", async () => {
  const inbox = createInbox(SECRET);
  inbox.expect("1", 1);
  const foreign = await requestOf(payloadOf("message_api_read", "1"), "another key");
  assert.equal((await inbox.receive(foreign)).status, 401);
  inbox.file([{ lifeOf: "1", status: 401 }]);
  assert.equal(inbox.lifeOf("1")?.received.length, 0);
  const body = JSON.stringify({
    entityType: "USER_EVENT",
    entity: { eventType: "MESSAGE_READ", messageId: "1" },
  });
  const unsigned = new Request("https://webhook.example/", { method: "POST", body });
  assert.equal((await inbox.receive(unsigned)).status, 200);
  inbox.file([delivery("1")]);
  const { status, received } = inbox.lifeOf("1") ?? {};
  assert.deepEqual([status, received?.[0]?.signature], ["read", null]);
});

test("a reply belongs to the message that was replied to", async () => {
  const inbox = createInbox(SECRET);
  inbox.expect("early", 2);
  inbox.expect("late", 1);
  for (const [type, id] of [
    ["message_api_sent", "early"],
    ["message_received", "a"],
    ["message_received", "b"],
    ["message_received", "c"],
  ]) {
    await inbox.receive(await requestOf(payloadOf(String(type), String(id))));
  }
  // The last is of a message that is not remembered.
  inbox.file(["early", "late", "early", "forgotten"].map(delivery));
  const idsOf = (/** @type {string} */ id) =>
    inbox.lifeOf(id)?.received.map(({ event }) => event.messageId);
  assert.deepEqual([idsOf("early"), idsOf("late")], [["early", "b"], ["a"]]);
});

test("the messages of one request are told together, each as far as it has come", async () => {
  const inbox = createInbox(SECRET);
  inbox.expect("1", 2);
  inbox.expect("2", 1);
  await Promise.resolve();
  inbox.expect("of another request", 1);
  await inbox.receive(await requestOf(payloadOf("message_api_failed", "2")));
  inbox.file([delivery("2")]);
  const { status, done, others } = inbox.lifeOf("1") ?? {};
  assert.deepEqual([status, done], [null, false]);
  assert.deepEqual(
    others?.map((other) => [other.status, other.done]),
    [["failed", true]],
  );
  assert.deepEqual(inbox.lifeOf("of another request")?.others, []);
});

test("a request of more messages than are remembered is told whole", async () => {
  const inbox = createInbox(SECRET);
  for (let id = 0; id < 70; id += 1) inbox.expect(String(id), 1);
  assert.equal(inbox.lifeOf("0")?.others.length, 69);
});

test("only the last fifty messages are remembered", async () => {
  const inbox = createInbox(SECRET);
  for (let id = 0; id <= 50; id += 1) {
    inbox.expect(String(id), 1);
    await Promise.resolve();
  }
  assert.equal(inbox.lifeOf("0"), undefined);
  assert.ok(inbox.lifeOf("1"));
  assert.ok(inbox.lifeOf("50"));
});
