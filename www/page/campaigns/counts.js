/** How many messages stand where, with what that means. */
import { element } from "../dom.js";
import { number } from "../files/words.js";
import { button, panel, put } from "./parts.js";
import { FAILED, leftIn, STATES, STEPS, sendableIn, shareWords } from "./words.js";

/**
 * @typedef {import("interakt-wasm/edge").CampaignCounts} CampaignCounts
 * @typedef {import("interakt-wasm/edge").RowState} RowState
 * @typedef {keyof typeof STEPS} Step
 */

/** Where rows stand that are not sent yet. @type {readonly RowState[]} */
const OPEN = ["waiting", "claimed", "leaving"];

/** What rows can end as besides; told once there are any. @type {readonly RowState[]} */
const OTHERS = ["unknown", "dead", "refused", "opted_out", "cancelled", "invalid", "duplicate"];

/** @param {(state: RowState) => void} onShow The rows of a state are wanted. */
export function createCounts(onShow) {
  const steps = Object.entries(STEPS).map(([name, { label, means }]) => {
    const count = element("dd", { class: "campaign-step-count" });
    const share = element("dd", { class: "campaign-step-share" });
    const content = element(
      "div",
      { class: "campaign-step", "data-of": name },
      element("dt", {}, label),
      count,
      share,
    );
    return { name: /** @type {Step} */ (name), count, share, means, content };
  });
  const lines = [
    ...OPEN.map((state) => lineOf(state, STATES[state], onShow)),
    lineOf("failed", FAILED),
    ...OTHERS.map((state) => lineOf(state, STATES[state], onShow)),
  ];

  return {
    content: panel(
      "campaign-counts-title",
      "What became of the messages",
      element("dl", { class: "campaign-steps" }, ...steps.map(({ content }) => content)),
      element("ul", { class: "campaign-lines" }, ...lines.map(({ content }) => content)),
    ),

    /** @param {CampaignCounts} counts */
    show(counts) {
      for (const { name, count, share, means } of steps) {
        put(count, number(counts[name]));
        const whole = name === "sent" ? sendableIn(counts) : counts.sent;
        const of = name === "sent" ? "" : " of sent";
        put(share, `${shareWords(counts[name], whole)}${of}: ${means}`);
      }
      const isOver = leftIn(counts) === 0;
      for (const line of lines) {
        line.show(counts[line.name], line.name === "waiting" && !isOver);
      }
    },
  };
}

/**
 * @param {RowState | "failed"} name
 * @param {import("./words.js").Word} word
 * @param {(state: RowState) => void} [onShow]
 */
function lineOf(name, { label, means, kind = "none" }, onShow) {
  const count = element("strong", { class: "campaign-line-count" });
  const look =
    onShow && name !== "failed"
      ? button("Show", () => onShow(name), { kind: "campaign-look" })
      : undefined;
  look?.append(element("span", { class: "visually-hidden" }, ` the rows: ${label}`));
  const content = element(
    "li",
    { class: "campaign-count-line", "data-kind": kind, "data-of": name },
    count,
    element(
      "p",
      {},
      element("span", { class: "campaign-line-label" }, label),
      " ",
      element("span", { class: "campaign-line-means" }, means),
    ),
    look,
  );
  return {
    name,
    content,

    /** @param {number} value @param {boolean} isKept Though there are none. */
    show(value, isKept) {
      put(count, number(value));
      content.hidden = value === 0 && !isKept;
    },
  };
}
