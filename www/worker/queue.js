/** What is done when nobody asks: tickets of the Queue, and what the clock sets off. */
import { createConsumer } from "interakt-wasm/edge";
import { accountOf, ledgersOf, limiterOf, senderOf } from "./account.js";
import { listOf } from "./list.js";

/** @typedef {import("./account.js").Env} Env */

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Sends batches of campaigns.
 *
 * @param {import("interakt-wasm/edge").QueueBatch} batch
 * @param {Env} env
 */
export function consume(batch, env) {
  const account = accountOf(env);
  const consumer = createConsumer({
    client: senderOf(account),
    account: limiterOf(env, account),
    ledger: ledgersOf(env, account),
    tickets: env.TICKETS,
    onError: (error) => console.error(`A campaign's rows wait: ${nameOf(error)}`),
  });
  return consumer.queue(batch);
}

/** @param {any} error */
const nameOf = (error) => error?.code ?? error?.name ?? typeof error;

/**
 * Wakes campaigns whose tickets got lost, and forgets those that ended long ago.
 *
 * @param {Env} env
 * @param {number} now
 */
export async function sweep(env, now) {
  const account = accountOf(env);
  const list = listOf(env, account);
  const ledgerOf = ledgersOf(env, account);
  const keepMs = Number(env.KEEP_DAYS ?? Number.POSITIVE_INFINITY) * DAY_MS;
  for (const { id } of await list.all()) {
    const ledger = ledgerOf(id);
    const { status, endedAt } = await ledger.state();
    if (status === "running") await env.TICKETS.send({ campaign: id });
    if (isOver(status) && endedAt !== null && endedAt + keepMs <= now) {
      await ledger.erase();
      await list.remove(id);
    }
  }
}

/** @param {import("interakt-wasm/edge").CampaignStatus} status */
const isOver = (status) => status === "done" || status === "cancelled";
