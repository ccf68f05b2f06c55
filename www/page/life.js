/** What becomes of a message after it was accepted: its ticks, and the webhooks that tell of them. */
import { byId, element, icon } from "./dom.js";
import { kindOf, stepOf } from "./event.js";
import { follow } from "./follow.js";
import { INSPECTOR } from "./route.js";

/**
 * @typedef {import("./signature-check.js").Pasted} Pasted
 * @typedef {import("./worker-client.js").Told} Told
 * @typedef {import("./worker-client.js").Webhook} Webhook
 */

/** Before anything is known. */
const PENDING = "pending";

/** @type {Record<string, Parameters<typeof icon>[0]>} */
const TICKS = {
  [PENDING]: "clock",
  accepted: "check",
  sent: "check",
  delivered: "ticks",
  read: "ticks",
  failed: "error",
  clicked: "tap",
  replied: "reply",
  submitted: "form",
};

/**
 * @param {import("./worker-client.js").AccountInfo["mode"]} mode
 * @param {(webhook: Pasted) => void} onInspect
 */
export function createLife(mode, onInspect) {
  const now = byId("life-now");
  const spoken = byId("life-status");
  let stop = () => {};

  /** @param {string} id */
  function started(id) {
    const list = element("ol", { class: "life" });
    const note = element("p", { class: "aside" }, noteFor(0));
    let count = 0;

    stop = follow(id, (told) => {
      if ("error" in told) {
        note.textContent = told.error.message;
        return;
      }
      const { received, secret, status, done } = told;
      const fresh = received.slice(count);
      count = received.length;
      list.append(...fresh.map((webhook) => row(webhook, secret, onInspect)));
      note.textContent = done ? "" : noteFor(count);
      showNow(status ?? PENDING);
      const newest = fresh.at(-1);
      if (newest) spoken.textContent = asSentence(newest);
    });
    showNow(PENDING);
    return section(list, note);
  }

  /** @param {string} status */
  function showNow(status) {
    now.dataset.status = status;
    now.replaceChildren(tick(status), status);
  }

  return {
    /**
     * @param {string} id Of the message, as the answer gave it.
     * @returns {HTMLElement} Grows with what is told.
     */
    start: (id) => (mode === "live" ? section(toldElsewhere()) : started(id)),

    stop() {
      stop();
      now.replaceChildren();
      spoken.textContent = "";
    },
  };
}

/** @param {number} count */
function noteFor(count) {
  return count === 0 ? "Waiting for the first webhook…" : "Waiting for the next…";
}

/** @param {HTMLElement[]} content */
function section(...content) {
  const title = element("h3", { class: "life-title", id: "life-title" }, "What becomes of it");
  return element("section", { "aria-labelledby": "life-title" }, title, ...content);
}

function toldElsewhere() {
  return element(
    "p",
    { class: "aside" },
    "Interakt tells this to your webhook, not to this page: give it an address of your own in ",
    "Interakt's developer settings, and read what comes there in the ",
    element("a", { href: INSPECTOR }, "inspector"),
    ".",
  );
}

/**
 * @param {Webhook} webhook
 * @param {string} secret
 * @param {(webhook: Pasted) => void} onInspect
 */
function row({ event, body, signature }, secret, onInspect) {
  const { word, code, text, link, at } = stepOf(event);
  const inspect = element(
    "button",
    { type: "button", class: "life-webhook" },
    element("span", { class: "visually-hidden" }, "Inspect "),
    element("code", {}, kindOf(event)),
    element("span", { class: "life-proof" }, signature === null ? "not signed" : "verified"),
  );
  inspect.addEventListener("click", () => {
    onInspect({ payload: body, header: signature ?? "", secret });
  });
  return element(
    "li",
    { class: "life-step", "data-status": word },
    tick(word),
    element("strong", { class: "life-word" }, word),
    at && element("time", { class: "life-time", datetime: at }, timeOf(at)),
    element(
      "span",
      { class: "life-said" },
      code && element("code", {}, code),
      text && element("span", {}, text),
      link && element("span", { class: "life-link" }, link),
    ),
    inspect,
  );
}

/** @param {string} status */
function tick(status) {
  return icon(TICKS[status] ?? "dot");
}

/** @param {string} at */
function timeOf(at) {
  return new Date(at).toLocaleTimeString("en-GB");
}

/** @param {Webhook} webhook */
function asSentence({ event }) {
  const { word, code, text } = stepOf(event);
  const more = [code, text].filter(Boolean).join(" ");
  return more === "" ? `Message ${word}.` : `Message ${word}: ${more}.`;
}
