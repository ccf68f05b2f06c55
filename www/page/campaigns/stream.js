/** A campaign's state as it changes: the Worker tells it, and is asked again when it stops telling. */
import { eventsOf } from "./api.js";

/** @typedef {import("interakt-wasm/edge").CampaignState} CampaignState */

/** From one try to the next, in milliseconds, where the browser tries no more by itself. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;

/**
 * @param {string} id
 * @param {object} on
 * @param {(state: CampaignState) => void} on.state
 * @param {(isOpen: boolean) => void} on.connection Told when it changes.
 * @returns {() => void} Stops.
 */
export function followCampaign(id, on) {
  /** @type {EventSource | undefined} */
  let source;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let pause = FIRST_PAUSE;
  /** @type {boolean | undefined} */
  let isOpen;

  /** @param {boolean} now */
  function tell(now) {
    if (now === isOpen) return;
    isOpen = now;
    on.connection(now);
  }

  function connect() {
    const next = new EventSource(eventsOf(id));
    source = next;
    next.addEventListener("open", () => {
      pause = FIRST_PAUSE;
      tell(true);
    });
    next.addEventListener("state", ({ data }) => on.state(JSON.parse(data)));
    next.addEventListener("error", () => {
      tell(false);
      // While it is connecting, the browser does it.
      if (next.readyState !== EventSource.CLOSED || source !== next) return;
      timer = setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
  }

  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
}
