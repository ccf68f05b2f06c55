/** The page of one campaign, which follows it live. */
import { ask } from "../confirm.js";
import { element, icon } from "../dom.js";
import { counted } from "../files/words.js";
import { CAMPAIGNS } from "../route.js";
import { change, erase, readCampaign, resultsOf } from "./api.js";
import { createChart } from "./chart.js";
import { createCounts } from "./counts.js";
import { createDecisions } from "./decide.js";
import { createDraft } from "./draft.js";
import { factsOf } from "./facts.js";
import { button, createNotice, panel, put, statusBadge, wayBack } from "./parts.js";
import { createRows } from "./rows.js";
import { followCampaign } from "./stream.js";
import { leftIn, progressOf, remainingWords, STATUSES, statusWords } from "./words.js";

/**
 * @typedef {import("interakt-wasm/edge").AccountState} AccountState
 * @typedef {import("interakt-wasm/edge").CampaignState} CampaignState
 * @typedef {import("interakt-wasm/edge").CampaignStatus} CampaignStatus
 */

/** From one question for the chart and the account to the next, in milliseconds. */
const EVERY = 5000;

/** The same once its status is another: there is something to see then. */
const SOON = 1000;

/** A break that is over by then is not read out: most are. */
const PATIENCE = 5000;

const BROKEN = "The connection is lost; reconnecting.";

/** Somebody has deleted it, or it never was. */
const GONE = "console_404";

/** Which buttons a status has. @type {Record<"pause" | "resume" | "cancel" | "erase" | "results", CampaignStatus[]>} */
const OFFERED = {
  pause: ["running"],
  resume: ["paused"],
  cancel: ["running", "paused"],
  results: ["running", "paused", "parked", "done", "cancelled"],
  erase: ["draft", "paused", "parked", "done", "cancelled"],
};

/**
 * @param {string} id
 * @param {import("../worker-client.js").AccountInfo} account
 * @param {{ retitle: (title: string) => void, go: (hash: string) => void }} page
 * @returns {import("./view.js").Part}
 */
export function createCampaignPage(id, account, { retitle, go }) {
  const heading = element(
    "h2",
    { class: "campaign-heading", id: "campaign-title", tabindex: "-1" },
    "Campaign",
  );
  const badge = element("span");
  const words = element("p", { class: "campaign-words" });
  const connection = element("p", { class: "campaign-connection", hidden: true });
  const bar = element("progress", {
    class: "rows-bar",
    "aria-label": "Finished rows",
    "aria-describedby": "campaign-progress",
  });
  const progress = element("p", { class: "rows-words", id: "campaign-progress" });
  const notice = createNotice();
  const spoken = element("p", { class: "visually-hidden", role: "status", id: "campaign-status" });
  const buttons = {
    pause: button("Pause", () => act(change(id, "pause")), { id: "campaign-pause" }),
    resume: button("Go on", () => act(change(id, "start")), {
      id: "campaign-resume",
      kind: "button-primary",
    }),
    cancel: button("Cancel…", askAndCancel),
    results: element(
      "a",
      { class: "button", href: resultsOf(id), download: `${id}.csv` },
      "Results, CSV",
    ),
    erase: button("Delete…", askAndErase),
  };
  const facts = element("dl", { class: "campaign-facts" });
  const chart = createChart();
  const rows = createRows(id, changed);
  const counts = createCounts((state) => rows.open(state));
  const decisions = createDecisions(id, changed);
  const draft = createDraft(id, account, () => act(change(id, "start")));
  const chartPanel = panel("campaign-chart-title", "Over time", chart.content);
  const details = element(
    "div",
    { class: "campaign-columns", hidden: true },
    element("div", { class: "campaign-column" }, draft.content, decisions.content, counts.content),
    element(
      "div",
      { class: "campaign-column" },
      chartPanel,
      panel("campaign-facts-title", "About it", facts),
    ),
    element("div", { class: "campaign-column campaign-wide" }, rows.content),
  );

  /** The newest. @type {CampaignState | undefined} */
  let state;
  /** @type {AccountState | undefined} */
  let pace;
  /** The version that the chart was drawn of. */
  let drawn = -1;
  /** What stands among the facts. */
  let told = "";
  /** Ends the stream, once there is one. @type {(() => void) | undefined} */
  let stop;
  let isClosed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;

  read();

  /** Reads what the stream does not tell: the chart, and how the account is doing. */
  async function read() {
    clearTimeout(timer);
    const isKnown = state?.version === drawn && state.status !== "running";
    const answer = document.hidden || isKnown ? undefined : await readCampaign(id);
    if (isClosed) return;
    timer = setTimeout(read, EVERY);
    if (answer === undefined) return;
    if (answer.error) {
      const isGone = answer.error.code === GONE;
      // Once there is a stream, it tells that the Worker does not answer.
      if (stop === undefined || isGone) notice.show(answer.error);
      if (isGone) close();
      return;
    }
    pace = answer.account;
    drawn = answer.state.version;
    chart.show(answer.spans);
    show(answer.state);
    if (stop !== undefined) return;
    notice.show(undefined);
    stop = followCampaign(id, { state: show, connection: showConnection });
  }

  /** @param {boolean} isOpen */
  function showConnection(isOpen) {
    clearTimeout(saying);
    const wasSaid = spoken.textContent === BROKEN;
    connection.hidden = isOpen;
    if (isOpen) {
      if (wasSaid) put(spoken, "Connected again.");
      return;
    }
    const since = new Date().toLocaleTimeString("en-GB");
    connection.replaceChildren(
      icon("warning"),
      element("span", {}, `${BROKEN} What you see is from ${since}.`),
    );
    saying = setTimeout(() => put(spoken, BROKEN), PATIENCE);
    // It may be there no more.
    drawn = -1;
  }

  /** @param {import("./decide.js").Changed} answer */
  function changed(answer) {
    show(answer.state);
  }

  /** @param {CampaignState} next */
  function show(next) {
    // The stream and the answers come in any order.
    if (state !== undefined && next.version < state.version) return;
    const focused = document.activeElement;
    const before = state?.status;
    state = next;
    const { settings, status } = next;
    put(heading, settings.name);
    retitle(settings.name);
    if (before !== status) {
      badge.replaceChildren(statusBadge(status));
      if (before !== undefined) {
        clearTimeout(timer);
        timer = setTimeout(read, SOON);
        put(spoken, `${STATUSES[status].label}. ${statusWords(next)}`);
      }
    }
    const isDraft = status === "draft";
    const remaining = isDraft ? "" : remainingWords(next, pace);
    put(words, [statusWords(next), remaining].filter(Boolean).join(" "));
    const { done, of, words: far } = progressOf(next.counts);
    bar.max = Math.max(1, of);
    bar.value = done;
    put(progress, `${far} have finished`);
    for (const part of [bar, progress, chartPanel]) part.hidden = isDraft;
    details.hidden = false;
    for (const [name, made] of Object.entries(buttons)) {
      made.hidden = !OFFERED[/** @type {keyof typeof OFFERED} */ (name)].includes(status);
    }
    draft.content.hidden = !isDraft;
    if (isDraft) draft.show(next, pace);
    counts.content.hidden = isDraft;
    counts.show(next.counts);
    decisions.show(next);
    rows.content.hidden = next.counts.rows === 0;
    rows.show(next);
    showFacts(next);
    keepFocus(focused);
  }

  /**
   * The keyboard goes on where the button that it was on goes away.
   *
   * @param {Element | null} focused Before anything was hidden.
   */
  function keepFocus(focused) {
    if (focused === null || !content.contains(focused) || focused.checkVisibility()) return;
    const instead = [buttons.pause, buttons.resume].find((made) => !made.hidden);
    (instead ?? heading).focus();
  }

  /** @param {CampaignState} now */
  function showFacts(now) {
    const all = factsOf(now, pace, Date.now());
    const words = JSON.stringify(all);
    if (words === told) return;
    told = words;
    facts.replaceChildren(
      ...all.map(([name, text]) =>
        element("div", {}, element("dt", {}, name), element("dd", {}, text)),
      ),
    );
  }

  /** @param {ReturnType<typeof change>} changing */
  async function act(changing) {
    notice.show(undefined);
    const answer = await changing;
    if (isClosed) return;
    if (answer.error) notice.show(answer.error);
    else show(answer);
  }

  async function askAndCancel() {
    if (state === undefined) return;
    const left = leftIn(state.counts);
    const isSure = await ask({
      title: "Cancel this campaign for good?",
      text: `${counted(left, "message")} will not be sent. What was sent stays sent. This cannot be undone: to continue later, pause it instead.`,
      yes: "Cancel the campaign",
      no: "Keep it",
    });
    if (isSure) act(change(id, "cancel"));
  }

  async function askAndErase() {
    const isSure = await ask({
      title: "Delete this campaign?",
      text: "Its rows, phone numbers, texts and results are erased. Save the results first if you need them. What was sent stays sent.",
      yes: "Delete it",
      no: "Keep it",
    });
    if (!isSure) return;
    const { error } = await erase(id);
    if (error) notice.show(error);
    else go(CAMPAIGNS);
  }

  const content = element(
    "div",
    { class: "campaign-page" },
    element(
      "section",
      { class: "panel campaign-panel campaign-head", "aria-labelledby": heading.id },
      element(
        "div",
        { class: "campaign-head-row" },
        element(
          "div",
          { class: "campaign-who" },
          wayBack(),
          element("div", { class: "campaign-name-row" }, heading, badge),
        ),
        element("div", { class: "campaign-buttons" }, ...Object.values(buttons)),
      ),
      words,
      bar,
      progress,
      connection,
      notice.area,
      spoken,
    ),
    details,
  );
  for (const made of Object.values(buttons)) made.hidden = true;
  bar.hidden = true;

  function close() {
    isClosed = true;
    clearTimeout(timer);
    clearTimeout(saying);
    stop?.();
    connection.hidden = true;
  }

  return { title: "Campaign", heading, content, close };
}
