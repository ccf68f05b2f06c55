/** Asks what becomes of the messages of a request until there is nothing more to come. */
import { readWebhooks } from "./worker-client.js";

/** @typedef {import("./worker-client.js").Told} Told */

/** From one question to the next, in milliseconds. */
const EVERY = 1000;

/** Nobody asks for ever. */
const MOST = 60;

const NO_MORE = {
  name: "ConsoleError",
  code: "console_no_more",
  message: "Nothing more has arrived, so the page has stopped checking.",
};

/**
 * @param {import("../worker/inbox.js").Lives} told
 * @returns {import("../worker/inbox.js").Life[]} Of all messages of the request, in their order.
 */
export const livesOf = ({ others, ...first }) => [first, ...others];

/**
 * Waits as long as the page is hidden.
 *
 * @param {string} id Of the first message.
 * @param {(told: Told) => void} onTold
 * @returns {() => void} Stops.
 */
export function follow(id, onTold) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let asked = 0;
  let isAsking = false;
  let isOver = false;

  async function ask() {
    if (isAsking || isOver || document.hidden) return;
    clearTimeout(timer);
    isAsking = true;
    asked += 1;
    const told = await readWebhooks(id);
    isAsking = false;
    if (isOver) return;
    onTold(told);
    if ("error" in told || livesOf(told).every(({ done }) => done)) return stop();
    if (asked < MOST) {
      timer = setTimeout(ask, EVERY);
      return;
    }
    stop();
    onTold({ error: NO_MORE });
  }

  function stop() {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", ask);
  }

  document.addEventListener("visibilitychange", ask);
  timer = setTimeout(ask, EVERY);
  return stop;
}
