/** What becomes of messages after they were accepted: their ticks, and the webhooks that tell of them. */
import { byId, counted, element, icon } from "./dom.js";
import { kindOf, stepOf } from "./event.js";
import { follow, livesOf } from "./follow.js";
import { INSPECTOR } from "./route.js";
import { sentence } from "./words.js";

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

/** How many messages of a request are followed on the page. */
const MOST = 10;

/**
 * @param {import("./worker-client.js").AccountInfo["mode"]} mode
 * @param {(webhook: Pasted) => void} onInspect
 */
export function createLife(mode, onInspect) {
  const now = byId("life-now");
  const spoken = byId("life-status");
  let stop = () => {};
  /** Goes on with what was followed last. */
  let resume = () => {};

  /** @param {string} id @param {readonly string[]} labels */
  function started(id, labels) {
    const isOne = labels.length === 1;
    const rows = labels.slice(0, MOST).map(() => element("ol", { class: "life" }));
    const notes = rows.map(() => element("p", { class: "aside" }, noteFor(0)));
    const counts = rows.map(() => 0);
    let statuses = rows.map(() => PENDING);

    resume = () => {
      showNow(statuses);
      stop = follow(id, (told) => {
        if ("error" in told) {
          for (const note of notes)
            if (note.textContent !== "") note.textContent = told.error.message;
          return;
        }
        const lives = livesOf(told);
        const sentences = rows.flatMap((list, index) => {
          const { received = [], done = false } = lives[index] ?? {};
          const fresh = received.slice(counts[index]);
          counts[index] = received.length;
          list.append(...fresh.map((webhook) => row(webhook, told.secret, onInspect)));
          const note = /** @type {HTMLElement} */ (notes[index]);
          note.textContent = done ? "" : noteFor(received.length);
          const newest = fresh.at(-1);
          return newest ? [asSentence(newest, isOne ? "" : ` ${index + 1}`)] : [];
        });
        statuses = rows.map((_, index) => lives[index]?.status ?? PENDING);
        showNow(statuses);
        if (sentences.length > 0) spoken.textContent = sentences.join(" ");
      });
    };
    resume();
    const parts = rows.flatMap((list, index) => [
      !isOne && labelled(index + 1, labels[index] ?? ""),
      list,
      notes[index],
    ]);
    const left = labels.length - MOST;
    return section(
      ...parts,
      left > 0 && element("p", { class: "aside" }, `And ${counted(left, "more message")}.`),
    );
  }

  /** @param {readonly string[]} statuses Of each message. */
  function showNow(statuses) {
    const different = [...new Set(statuses)];
    const [status = PENDING] = different;
    now.dataset.status = different.length === 1 ? status : "mixed";
    const words = different.map((each) => {
      const count = statuses.filter((one) => one === each).length;
      return statuses.length === 1 ? each : `${count} ${each}`;
    });
    now.replaceChildren(...(different.length === 1 ? [tick(status)] : []), words.join(", "));
  }

  function pause() {
    stop();
    now.replaceChildren();
    spoken.textContent = "";
  }

  function stopForGood() {
    pause();
    resume = () => {};
  }

  return {
    /**
     * @param {string} id Of the first message, as the answer gave it.
     * @param {readonly string[]} labels What each message of the request is called.
     * @returns {HTMLElement} Grows with what is told.
     */
    start(id, labels) {
      stopForGood();
      return mode === "live" ? section(toldElsewhere()) : started(id, labels);
    },

    /** Until `resume` nobody asks. */
    pause,

    resume: () => {
      stop();
      resume();
    },

    stop: stopForGood,
  };
}

/** @param {number} count */
function noteFor(count) {
  return count === 0 ? "Waiting for the first webhook…" : "Waiting for the next…";
}

/**
 * @param {number} place
 * @param {string} label
 */
function labelled(place, label) {
  return element(
    "h4",
    { class: "life-label" },
    `Message ${place}`,
    label && element("span", {}, label),
  );
}

/** @param {import("./dom.js").Child[]} content */
function section(...content) {
  const title = element("h3", { class: "life-title", id: "life-title" }, "Delivery");
  return element("section", { "aria-labelledby": "life-title" }, title, ...content);
}

function toldElsewhere() {
  return element(
    "p",
    { class: "aside" },
    "Interakt reports delivery to your webhook, not to this page. Set its URL in Interakt's ",
    "developer settings, and read what arrives there with the ",
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

/**
 * @param {Webhook} webhook
 * @param {string} which Of several messages.
 */
function asSentence({ event }, which) {
  const { word, code, text } = stepOf(event);
  const more = [code, text].filter(Boolean).join(" ");
  return sentence(`Message${which} ${word}${more && `: ${more}`}`);
}
