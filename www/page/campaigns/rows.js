/** The rows of a campaign, a page of them at a time. */
import { choice } from "../account-templates.js";
import { element } from "../dom.js";
import { counted, number } from "../files/words.js";
import { readRows } from "./api.js";
import { askAndMarkSent, askAndSendAgain } from "./decide.js";
import { button, createNotice, panel, put } from "./parts.js";
import { STATES, shortTimeWords } from "./words.js";

/**
 * @typedef {import("interakt-wasm/edge").CampaignState} CampaignState
 * @typedef {import("interakt-wasm/edge").LedgerRow} LedgerRow
 * @typedef {import("interakt-wasm/edge").RowState} RowState
 */

/** Rows on a page. */
const MOST = 25;

/** Rows of these can be chosen, to be sent again. @type {readonly RowState[]} */
const CHOSEN = ["unknown", "dead", "refused"];

/**
 * @param {string} id
 * @param {(changed: import("./decide.js").Changed) => void} onChange
 */
export function createRows(id, onChange) {
  const all = choice("", "All rows");
  const options = Object.entries(STATES).map(([state, { label }]) => choice(state, label));
  const select = element(
    "select",
    { class: "button", id: "campaign-state", "aria-label": "Which rows" },
    all,
    ...options,
  );
  const notice = createNotice();
  const body = element("tbody");
  const table = element(
    "table",
    { class: "campaign-rows campaign-all", "aria-describedby": "campaign-page" },
    element("caption", { class: "visually-hidden" }, "Rows of the campaign"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...["Line", "Recipient", "State", "What is wrong", "Tries", "Changed"].map((label) =>
          element("th", { scope: "col" }, label),
        ),
      ),
    ),
    body,
  );
  const where = element("p", { class: "aside", id: "campaign-page" });
  const spoken = element("p", { class: "visually-hidden", role: "status" });
  const back = button("Back", () => {
    pages.pop();
    read();
  });
  const next = button("Next", () => {
    if (last !== undefined) pages.push(last);
    read();
  });
  const again = button("Send again…", () => {
    act(askAndSendAgain(id, /** @type {any} */ (select.value), chosen.size, [...chosen]));
  });
  const sent = button("Count as sent…", () => act(askAndMarkSent(id, chosen.size, [...chosen])));
  const choosing = element("div", { class: "campaign-buttons", hidden: true }, again, sent);

  /** What each page that was turned begins after. @type {number[]} */
  const pages = [];
  /** The last row that is shown. @type {number | undefined} */
  let last;
  /** Indexes of rows. @type {Set<number>} */
  const chosen = new Set();
  let reading = 0;
  /** The campaign's status when they were read. @type {string | undefined} */
  let readAt;
  /** @type {string} */
  let status = "";

  select.addEventListener("change", restart);

  function restart() {
    pages.length = 0;
    read();
  }

  /** @param {boolean} [isAsked] By a person, who is told when they are there. */
  async function read(isAsked = true) {
    readAt = status;
    const now = ++reading;
    const state = /** @type {RowState | ""} */ (select.value) || undefined;
    // One more than is shown tells whether there are others.
    const answer = await readRows(id, { state, after: pages.at(-1), most: MOST + 1 });
    if (now !== reading) return;
    notice.show(answer.error);
    if (answer.error) return;
    show(answer.rows, state);
    if (isAsked) put(spoken, where.textContent ?? "");
  }

  /** @param {readonly LedgerRow[]} rows @param {RowState | undefined} state */
  function show(rows, state) {
    const shown = rows.slice(0, MOST);
    last = shown.at(-1)?.index;
    chosen.clear();
    const canChoose = state !== undefined && CHOSEN.includes(state);
    body.replaceChildren(...shown.map((row) => lineOf(row, canChoose ? choose : undefined)));
    table.hidden = shown.length === 0;
    // A button that goes off would take the keyboard with it.
    const focused = document.activeElement;
    const isMore = rows.length > MOST;
    back.hidden = pages.length === 0;
    next.hidden = !isMore;
    if (focused === next && next.hidden) back.focus();
    if (focused === back && back.hidden) next.focus();
    const from = pages.length * MOST;
    put(
      where,
      shown.length === 0
        ? "No rows match."
        : `Rows ${number(from + 1)} to ${number(from + shown.length)}${isMore ? "" : ", the last"}, as they were at ${new Date().toLocaleTimeString("en-GB")}.`,
    );
    showChosen();
  }

  /** @param {number} index @param {boolean} isChosen */
  function choose(index, isChosen) {
    if (isChosen) chosen.add(index);
    else chosen.delete(index);
    showChosen();
  }

  function showChosen() {
    choosing.hidden = chosen.size === 0;
    sent.hidden = select.value !== "unknown";
    put(again, `Send ${counted(chosen.size, "row")} again…`);
    put(sent, `Count ${counted(chosen.size, "row")} as sent…`);
  }

  /** @param {ReturnType<typeof askAndSendAgain>} asking */
  async function act(asking) {
    notice.show(undefined);
    const answer = await asking;
    if (answer === undefined) return;
    if (answer.error) return notice.show(answer.error);
    onChange(answer);
    select.focus();
    read();
  }

  return {
    content: panel(
      "campaign-rows-title",
      "Rows",
      element(
        "div",
        { class: "campaign-tools" },
        select,
        button("Refresh", () => read()),
        choosing,
      ),
      notice.area,
      table,
      element("div", { class: "campaign-paging" }, where, spoken, back, next),
    ),

    /** @param {RowState} state Its rows are wanted. */
    open(state) {
      select.value = state;
      select.scrollIntoView({ block: "center" });
      select.focus();
      restart();
    },

    /** @param {CampaignState} state */
    show({ counts, ...state }) {
      status = state.status;
      put(all, `All rows (${number(counts.rows)})`);
      for (const option of options) {
        const state = /** @type {RowState} */ (option.value);
        put(option, `${STATES[state].label} (${number(counts[state])})`);
      }
      // Until the status is another they stay as they are: they would move under somebody's eyes.
      const isBusy = chosen.size > 0 || body.contains(document.activeElement);
      if (readAt !== status && !isBusy && counts.rows > 0) read(false);
    },
  };
}

/**
 * @param {LedgerRow} row
 * @param {(index: number, isChosen: boolean) => void} [onChoose]
 */
function lineOf({ index, line, recipient, state, status, problem, attempts, at }, onChoose) {
  const name = number(line ?? index + 1);
  const steps = [
    STATES[state].label,
    state === "sent" && status !== null && status !== "sent" ? status : "",
  ].filter(Boolean);
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row", "data-label": "Line" },
      onChoose ? box(index, name, onChoose) : name,
    ),
    element("td", { "data-label": "Recipient", class: "campaign-recipient" }, recipient ?? "–"),
    element("td", { "data-label": "State" }, steps.join(", ")),
    element(
      "td",
      { "data-label": "What is wrong", "data-empty": problem === null && "" },
      problem ?? "–",
    ),
    element("td", { "data-label": "Tries", "data-empty": attempts < 2 && "" }, number(attempts)),
    element("td", { "data-label": "Changed" }, shortTimeWords(at)),
  );
}

/**
 * @param {number} index
 * @param {string} name
 * @param {(index: number, isChosen: boolean) => void} onChoose
 */
function box(index, name, onChoose) {
  const input = element("input", { type: "checkbox", class: "campaign-box" });
  input.addEventListener("change", () => onChoose(index, input.checked));
  return element("label", { class: "campaign-choose" }, input, name);
}
