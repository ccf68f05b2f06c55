/** What a person decides of a campaign: `again`, `mark-sent`, `pause`, `cancel`, `erase`. */
import { createInterface } from "node:readline/promises";
import { Failure } from "../failure.js";
import { indexesOf, wrong } from "./arguments.js";
import { callOf } from "./which.js";

/**
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("../options.js").Read} Read
 * @typedef {(line: string) => void} Say
 * @typedef {(store: Store, id: string, options: Read, say: Say) => Promise<void>} Decision
 */

/** @param {number} count */
const rows = (count) => `${count} ${count === 1 ? "row" : "rows"}`;

/** @type {Decision} */
async function again(store, id, options, say) {
  const states = /** @type {const} */ (["unknown", "dead", "refused"]);
  const state = states.find((name) => name === options.text("state"));
  if (!state) throw wrong("campaign again needs --state unknown, dead or refused.");
  const indexes = indexesOf(options);
  const ledger = store.ledger(id);
  const { counts } = await ledger.state();
  if (state === "unknown" && counts.unknown > 0) {
    const which = indexes ? "Those rows" : rows(counts.unknown);
    await confirm(
      options,
      `${which} may have been sent: anyone who got the message will get it twice.`,
    );
  }
  const count = await ledger.again({ state, indexes });
  say(`${rows(count)} ${count === 1 ? "is" : "are"} queued again.`);
  if (count > 0) say(`To send: ${callOf("run", store, id)}`);
}

/** @type {Decision} */
async function markSent(store, id, options, say) {
  const count = await store.ledger(id).markSent({ indexes: indexesOf(options) });
  say(`${rows(count)} ${count === 1 ? "is" : "are"} marked as sent.`);
}

/** @type {Decision} */
async function pause(store, id, _, say) {
  const { status } = await store.ledger(id).pause();
  say(`${id} is ${status}.`);
  if (status === "paused") say(`To continue: ${callOf("run", store, id)}`);
}

/** @type {Decision} */
async function cancel(store, id, options, say) {
  await confirm(options, `${id} will stop for good: nothing more will be sent.`);
  const { status, counts } = await store.ledger(id).cancel();
  say(`${id} is ${status}: ${rows(counts.cancelled)} will not be sent.`);
}

/** @type {Decision} */
async function erase(store, id, options, say) {
  const { status } = await store.ledger(id).state();
  if (status === "running") throw new Failure(`${id} is running: pause or cancel it first.`);
  await confirm(options, `${id} will be deleted, with everything known about its recipients.`);
  await store.ledger(id).erase();
  say(`${id} was deleted.`);
}

/** @type {Record<string, Decision>} */
export const DECISIONS = { again, "mark-sent": markSent, pause, cancel, erase };

/**
 * @param {Read} options
 * @param {string} warning
 */
async function confirm(options, warning) {
  if (options.has("yes")) return;
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) {
    throw new Failure(`${warning}\nNothing was changed. To do it anyway, add --yes.`);
  }
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    const answer = await lines.question(`${warning} Type yes to continue: `);
    if (answer.trim().toLowerCase() !== "yes") throw new Failure("Nothing was changed.");
  } finally {
    lines.close();
  }
}
