/** Asks what webhooks are told, as long as somebody looks. */
import { readTold } from "./api.js";

/** From one question to the next, in milliseconds. */
const EVERY = 1500;

/**
 * @param {() => string | undefined} newest The newest that is listed.
 * @param {(page: Awaited<ReturnType<typeof readTold>>) => void} onPage
 * @returns {{ start: () => void, stop: () => void }}
 */
export function followTold(newest, onPage) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isOn = false;
  let isAsking = false;

  async function ask() {
    clearTimeout(timer);
    if (!isOn || isAsking || document.hidden) return;
    isAsking = true;
    const page = await readTold(newest());
    isAsking = false;
    if (!isOn) return;
    onPage(page);
    // Nothing will come of asking again.
    if ("isOff" in page && page.isOff) return;
    timer = setTimeout(ask, EVERY);
  }

  document.addEventListener("visibilitychange", ask);
  return {
    start() {
      isOn = true;
      ask();
    },

    stop() {
      isOn = false;
      clearTimeout(timer);
    },
  };
}
