/** What a campaign does by itself: it is quiet at night, and stops when too much fails. */
import { element } from "../dom.js";

/** @typedef {import("interakt-wasm/edge").CampaignSettings} CampaignSettings */

/** So many rows tell something of all: of fewer a single failure would stop it. */
const AFTER = 50;

export function createHabits() {
  const isQuiet = box("campaign-quiet");
  const from = time("campaign-quiet-from", "21:00", "Quiet from");
  const to = time("campaign-quiet-to", "09:00", "Quiet until");
  const stops = box("campaign-stop");
  const share = element("input", {
    class: "field-text campaign-short",
    id: "campaign-stop-share",
    type: "number",
    min: "1",
    max: "100",
    value: "20",
    "aria-label": "Share that may fail, in percent",
  });

  function mark() {
    from.disabled = !isQuiet.checked;
    to.disabled = !isQuiet.checked;
    share.disabled = !stops.checked;
  }
  for (const each of [isQuiet, stops]) each.addEventListener("change", mark);
  mark();

  /** @returns {HTMLInputElement | undefined} The field that cannot be as it is. */
  function wrong() {
    if (isQuiet.checked && from.value === "") return from;
    if (isQuiet.checked && (to.value === "" || to.value === from.value)) return to;
    const failed = Number(share.value);
    return stops.checked && !(failed >= 1 && failed <= 100) ? share : undefined;
  }

  return {
    content: element(
      "fieldset",
      { class: "campaign-habits" },
      element("legend", { class: "issues-title" }, "What happens automatically"),
      element(
        "div",
        { class: "campaign-habit" },
        isQuiet,
        element(
          "div",
          {},
          element("label", { for: isQuiet.id }, "Send nothing at night"),
          element("p", { class: "aside" }, "In the local time of each recipient’s country."),
          element("p", { class: "campaign-times" }, "From ", from, " to ", to),
        ),
      ),
      element(
        "div",
        { class: "campaign-habit" },
        stops,
        element(
          "div",
          {},
          element("label", { for: stops.id }, "Pause when too many fail"),
          element("p", { class: "aside" }, `Checked once ${AFTER} have finished.`),
          element("p", { class: "campaign-times" }, "More than ", share, " % fail"),
        ),
      ),
    ),

    /** @returns {string} What is wrong; empty: nothing. */
    problem() {
      const field = wrong();
      if (field === undefined) return "";
      return field === share
        ? "The share that may fail must be 1 to 100 percent."
        : "Quiet hours need two different times.";
    },

    focus: () => wrong()?.focus(),

    /** @returns {Pick<CampaignSettings, "quiet" | "stopAt">} */
    now() {
      return {
        ...(isQuiet.checked && { quiet: { from: from.value, to: to.value } }),
        ...(stops.checked && { stopAt: { failed: Number(share.value) / 100, after: AFTER } }),
      };
    },
  };
}

/** @param {string} id */
function box(id) {
  return element("input", { type: "checkbox", class: "campaign-box", id, checked: true });
}

/** @param {string} id @param {string} value @param {string} label */
function time(id, value, label) {
  return element("input", {
    class: "field-text campaign-short",
    type: "time",
    id,
    value,
    "aria-label": label,
  });
}
