/** What is done when nobody asks: tickets of the Queue, and what the clock sets off. */
import { createConsumer } from "interakt-wasm/edge";
import { accountOf, ledgersOf, limiterOf, senderOf } from "./account.js";
import { listOf } from "./list.js";
import { tell } from "./told.js";

/**
 * @typedef {import("./account.js").Env} Env
 * @typedef {import("interakt-wasm/edge").QueueMessage} QueueMessage
 */

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long to leave a ledger alone that could not be reached, in seconds: longer each time. */
const RETRY_SECONDS = 30;

/**
 * Sends batches of campaigns, and tells ledgers what could not be told them when it came.
 *
 * @param {import("interakt-wasm/edge").QueueBatch} batch
 * @param {Env} env
 */
export async function consume({ queue, messages }, env) {
  const account = accountOf(env);
  /** @param {QueueMessage} message */
  const eventOf = ({ body }) => /** @type {any} */ (body)?.event;
  await Promise.all(
    messages.filter(eventOf).map(async (message) => {
      try {
        await tell(eventOf(message), env, account);
        message.ack();
      } catch (error) {
        console.error(`A webhook waits: ${nameOf(error)}`);
        message.retry({ delaySeconds: RETRY_SECONDS * message.attempts });
      }
    }),
  );
  const consumer = createConsumer({
    client: senderOf(account),
    account: limiterOf(env, account),
    ledger: ledgersOf(env, account),
    tickets: env.TICKETS,
    ...(env.SEND_TIMEOUT_MS && { timeoutMs: Number(env.SEND_TIMEOUT_MS) }),
    onError: (error) => console.error(`A campaign's rows wait: ${nameOf(error)}`),
  });
  await consumer.queue({ queue, messages: messages.filter((message) => !eventOf(message)) });
}

/** @param {any} error */
const nameOf = (error) => error?.code ?? error?.name ?? typeof error;

/**
 * How long campaigns that have ended are kept: for ever, where nobody says it in a number.
 *
 * @param {Env} env
 */
function keepMsOf({ KEEP_DAYS = "" }) {
  const days = Number.parseFloat(KEEP_DAYS);
  if (days === Number(KEEP_DAYS) && days >= 0) return days * DAY_MS;
  if (KEEP_DAYS !== "") console.error("KEEP_DAYS is no number of days: campaigns are kept.");
  return Number.POSITIVE_INFINITY;
}

/**
 * Looks at each campaign, so that one whose alarm got lost sets it anew, and forgets those that ended
 * long ago.
 *
 * @param {Env} env
 * @param {number} now
 */
export async function sweep(env, now) {
  const account = accountOf(env);
  const list = listOf(env, account);
  const ledgerOf = ledgersOf(env, account);
  const keepMs = keepMsOf(env);
  for (const { id } of await list.all()) {
    const ledger = ledgerOf(id);
    try {
      const { status, endedAt } = await ledger.state();
      if (isOver(status) && endedAt !== null && endedAt + keepMs <= now) {
        await ledger.erase();
        await list.remove(id);
      }
    } catch (error) {
      // The others go on; this one is looked at again.
      console.error(`${id} could not be looked at: ${nameOf(error)}`);
    }
  }
}

/** @param {import("interakt-wasm/edge").CampaignStatus} status */
const isOver = (status) => status === "done" || status === "cancelled";
