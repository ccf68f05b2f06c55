/** All campaigns, the newest first, and how the account is doing. */
import { element } from "../dom.js";
import { number } from "../files/words.js";
import { CAMPAIGNS } from "../route.js";
import { listCampaigns } from "./api.js";
import { createNotice, linkButton, put, statusBadge } from "./parts.js";
import { FAILED, paceWords, progressOf, STEPS, timeWords } from "./words.js";

/** @typedef {import("interakt-wasm/edge").CampaignState} CampaignState */

/** From one question to the next while the list is shown, in milliseconds. */
const EVERY = 5000;

/** The counts that a row tells. */
const COLUMNS = /** @type {const} */ (["sent", "delivered", "read"]);

/** @returns {import("./view.js").Part} */
export function createList() {
  const heading = element(
    "h2",
    { class: "panel-title", id: "campaign-title", tabindex: "-1" },
    "Campaigns",
  );
  const notice = createNotice();
  const pace = element("p", { class: "aside campaign-pace" });
  const body = element("tbody");
  const table = element(
    "table",
    { class: "campaign-rows campaign-list", hidden: true },
    element("caption", { class: "visually-hidden" }, "Campaigns"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...[
          "Name",
          "Status",
          "Progress",
          ...COLUMNS.map((name) => STEPS[name].label),
          FAILED.label,
        ].map((label) => element("th", { scope: "col" }, label)),
      ),
    ),
    body,
  );
  const empty = element(
    "div",
    { class: "campaign-empty", hidden: true },
    element("p", { class: "campaign-empty-title" }, "No campaign yet."),
    element(
      "p",
      {},
      "A campaign sends one message to everybody in a list: a file with a row for each customer, and a template whose variables the columns fill. It keeps to your plan’s pace, sends to nobody twice, and shows what became of each message.",
    ),
    element(
      "ol",
      {},
      ...[
        "Choose the file and the template. Problems in rows are shown before anything is sent.",
        "Send one message to yourself.",
        "Start it. You can pause at any time.",
      ].map((step) => element("li", {}, step)),
    ),
    linkButton("Create the first campaign", `${CAMPAIGNS}/new`, "button-primary"),
  );

  /** Rows by the ids of campaigns. @type {Map<string, ReturnType<typeof rowOf>>} */
  const rows = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isClosed = false;

  async function read() {
    clearTimeout(timer);
    const answer = document.hidden ? undefined : await listCampaigns();
    if (isClosed) return;
    timer = setTimeout(read, EVERY);
    if (answer === undefined) return;
    notice.show(answer.error);
    if (answer.error) return;
    const { campaigns, account } = answer;
    put(pace, paceWords(account, Date.now()));
    table.hidden = campaigns.length === 0;
    empty.hidden = campaigns.length > 0;
    show(campaigns);
  }

  /** @param {readonly CampaignState[]} campaigns */
  function show(campaigns) {
    const lines = campaigns.map((campaign) => {
      const row = rows.get(campaign.id) ?? rowOf(campaign);
      rows.set(campaign.id, row);
      row.update(campaign);
      return row.line;
    });
    // The keyboard stays where it is while the same rows stand there.
    const isSame =
      lines.length === body.children.length &&
      lines.every((line, at) => line === body.children[at]);
    if (!isSame) body.replaceChildren(...lines);
  }

  read();
  return {
    title: "",
    heading,
    content: element(
      "section",
      { class: "panel campaign-panel", "aria-labelledby": heading.id },
      element(
        "header",
        { class: "panel-head" },
        element("div", { class: "panel-heading" }, heading, pace),
        element(
          "div",
          { class: "tools" },
          linkButton("Opt-outs", `${CAMPAIGNS}/opt-outs`),
          linkButton("New campaign", `${CAMPAIGNS}/new`, "button-primary"),
        ),
      ),
      notice.area,
      table,
      empty,
    ),
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** @param {CampaignState} campaign */
function rowOf({ id }) {
  const name = element("a", { class: "campaign-name", href: `${CAMPAIGNS}/${id}` });
  const made = element("span", { class: "campaign-when" });
  const status = element("td", { "data-label": "Status" });
  const bar = element("progress", {
    class: "rows-bar",
    "aria-label": "Finished rows",
  });
  const words = element("span", { class: "campaign-when" });
  const counts = [...COLUMNS.map((name) => STEPS[name].label), FAILED.label].map((label) =>
    element("td", { class: "campaign-number", "data-label": label }),
  );
  return {
    line: element(
      "tr",
      {},
      element("th", { scope: "row" }, name, made),
      status,
      element("td", { "data-label": "Progress" }, bar, words),
      ...counts,
    ),

    /** @param {CampaignState} campaign */
    update(campaign) {
      const progress = progressOf(campaign.counts);
      put(name, campaign.settings.name);
      put(made, timeWords(campaign.createdAt));
      if (status.dataset.status !== campaign.status) {
        status.dataset.status = campaign.status;
        status.replaceChildren(statusBadge(campaign.status));
      }
      bar.max = Math.max(1, progress.of);
      bar.value = progress.done;
      put(words, progress.words);
      for (const [at, key] of [...COLUMNS, /** @type {const} */ ("failed")].entries()) {
        const cell = counts[at];
        if (cell) put(cell, number(campaign.counts[key]));
      }
    },
  };
}
