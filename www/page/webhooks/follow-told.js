/** Asks what webhooks are told, as long as somebody looks or needs it. */
import { readTold } from "./api.js";

/** From one question to the next, in milliseconds. */
const EVERY = 1500;

/**
 * @param {() => string | undefined} newest The newest that is listed.
 * @param {(page: Awaited<ReturnType<typeof readTold>>) => void} onPage
 * @param {() => boolean} isNeeded Though nobody looks.
 * @returns {{ start: () => void, stop: () => void }}
 */
export function followTold(newest, onPage, isNeeded) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isOn = false;
  let isAsking = false;

  async function ask() {
    clearTimeout(timer);
    if (!isOn || isAsking || (document.hidden && !isNeeded())) return;
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
      if (isNeeded()) return;
      isOn = false;
      clearTimeout(timer);
    },
  };
}
