/** What only a person can decide: rows of unknown fate, and those that may be tried again. */
import { ask } from "../confirm.js";
import { element } from "../dom.js";
import { counted } from "../files/words.js";
import { markSent, sendAgain } from "./api.js";
import { button, createNotice, panel, put } from "./parts.js";

/**
 * @typedef {import("interakt-wasm/edge").CampaignState} CampaignState
 * @typedef {"unknown" | "dead" | "refused"} Decided
 * @typedef {{ rows: number, state: CampaignState }} Changed
 */

/** @type {Record<Decided, { what: (count: string) => string, ask: string }>} */
const WORDS = {
  unknown: {
    what: (count) =>
      `${count} may have been sent, or not: the connection broke before Interakt answered. Look for some of them in Interakt’s inbox. A later webhook settles them automatically.`,
    ask: "Anyone who already has the message gets it twice. Send them again only if you know that they did not arrive.",
  },
  dead: {
    what: (count) =>
      `${count} definitely not sent, after several attempts: Interakt was too busy, or could not be reached.`,
    ask: "None of them was sent before, so nobody gets it twice.",
  },
  refused: {
    what: (count) =>
      `${count} refused by Interakt. Look at the reasons in the rows, and fix what is wrong first: the balance, the template, the number.`,
    ask: "Interakt refused them before, so nobody gets it twice. Without a change it will refuse them again.",
  },
};

const DECIDED = /** @type {readonly Decided[]} */ (Object.keys(WORDS));

/**
 * Asks, and has rows sent again.
 *
 * @param {string} id
 * @param {Decided} state
 * @param {number} count
 * @param {readonly number[]} [indexes]
 * @returns {Promise<Awaited<ReturnType<typeof sendAgain>> | undefined>} Nothing after a no.
 */
export async function askAndSendAgain(id, state, count, indexes) {
  const isSure = await ask({
    title: `Send ${counted(count, "message")} again?`,
    text: WORDS[state].ask,
    yes: `Send ${counted(count, "message")} again`,
    no: "Leave them",
  });
  return isSure ? sendAgain(id, state, indexes ? { indexes } : { count }) : undefined;
}

/**
 * @param {string} id
 * @param {number} count
 * @param {readonly number[]} [indexes]
 */
export async function askAndMarkSent(id, count, indexes) {
  const isSure = await ask({
    title: `Count ${counted(count, "message")} as sent?`,
    text: "They are not sent again. Do this once you have seen in Interakt that they went out.",
    yes: "Count as sent",
    no: "Leave them",
  });
  return isSure ? markSent(id, indexes ? { indexes } : { count }) : undefined;
}

/**
 * @param {string} id
 * @param {(changed: Changed) => void} onChange
 */
export function createDecisions(id, onChange) {
  const notice = createNotice();
  const parts = DECIDED.map((state) => {
    const words = element("p", {});
    const again = button("Send again…", () => act(askAndSendAgain(id, state, count)));
    const sent = button("Count as sent…", () => act(askAndMarkSent(id, count)));
    let count = 0;
    const content = element(
      "div",
      { class: "campaign-decision", "data-of": state },
      words,
      element("div", { class: "campaign-buttons" }, again, state === "unknown" && sent),
    );
    return {
      content,
      /** @param {number} now */
      show(now) {
        count = now;
        content.hidden = now === 0;
        put(words, WORDS[state].what(verbed(state, now)));
      },
    };
  });
  const title = element("span");
  const content = panel(
    "campaign-decide-title",
    title,
    notice.area,
    ...parts.map((part) => part.content),
  );

  /** @param {Promise<Awaited<ReturnType<typeof sendAgain>> | undefined>} asking */
  async function act(asking) {
    notice.show(undefined);
    const answer = await asking;
    if (answer?.error) notice.show(answer.error);
    else if (answer) onChange(answer);
  }

  return {
    content,

    /** @param {CampaignState} state */
    show({ counts, status }) {
      const isOpen = counts.unknown + counts.dead > 0;
      put(title, isOpen ? "For you to decide" : "Try again, if you like");
      // Of those that are cancelled nothing is sent.
      content.hidden = status === "cancelled" || DECIDED.every((state) => counts[state] === 0);
      for (const [at, state] of DECIDED.entries()) parts[at]?.show(counts[state]);
    },
  };
}

/** @param {Decided} state @param {number} count */
function verbed(state, count) {
  const messages = counted(count, "message");
  if (state === "unknown") return messages;
  return `${messages} ${count === 1 ? "was" : "were"}`;
}
