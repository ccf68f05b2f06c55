/**
 * Receives events whose work never ends, and counts the requests that are still there afterwards.
 * Run with `--expose-gc`; prints what it saw as JSON, and ends by itself.
 */
import { webhooks } from "interakt-wasm";
import { post, SECRET } from "./webhooks-support.mjs";

if (!globalThis.gc) throw new Error("run with --expose-gc");

/** What a runtime holds of what still runs. @type {unknown[]} */
const running = [];
const context = { waitUntil: (/** @type {unknown} */ promise) => running.push(promise) };
const onEvent = () => new Promise((resolve) => running.push(resolve));

/** A function of its own, so that nothing here holds the request. */
async function receiveOne() {
  const request = post();
  const options = { secret: SECRET, onEvent, context, answerWithinMs: 1 };
  const { status } = await webhooks.receive(request, options);
  return { status, request: new WeakRef(request) };
}

const received = [];
for (let count = 0; count < 100; count += 1) received.push(await receiveOne());
for (let turn = 0; turn < 3; turn += 1) {
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc();
}
const answered = received.filter(({ status }) => status === 200).length;
const kept = received.filter(({ request }) => request.deref()).length;
console.log(JSON.stringify({ answered, running: running.length, kept }));
