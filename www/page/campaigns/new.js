/** A new campaign: its name, the file, what is sent, and how. */
import { checkRows } from "interakt-wasm/bulk/web";
import { element } from "../dom.js";
import { createMapping, wordsOf } from "../files/mapping.js";
import { countsOf, problemsOf } from "../files/results.js";
import { filled } from "../files/targets.js";
import { counted, progressWords, summaryWords } from "../files/words.js";
import { phoneOf, previewsOf } from "../preview.js";
import { CAMPAIGNS } from "../route.js";
import { createCampaign, erase, uploadRows } from "./api.js";
import { createHabits } from "./habits.js";
import { button, createNotice, headUnder, panel, put } from "./parts.js";

/**
 * @typedef {import("interakt-wasm/bulk").RowSummary} RowSummary
 * @typedef {import("interakt-wasm/edge").CampaignSettings} CampaignSettings
 */

/** What the Worker takes, in bytes. */
const LARGEST = 64 * 1024 * 1024;

/** Problems that are listed; all are counted. */
const MOST_PROBLEMS = 500;

/** From the last change until the rows are checked, in milliseconds. */
const PAUSE = 300;

const TYPES = { csv: "text/csv", ndjson: "application/x-ndjson" };

/**
 * @param {import("../worker-client.js").AccountInfo} account
 * @param {{ go: (hash: string) => void }} page
 * @returns {import("./view.js").Part}
 */
export function createNew({ mode }, { go }) {
  const heading = element(
    "h2",
    { class: "panel-title", id: "campaign-title", tabindex: "-1" },
    "New campaign",
  );
  const name = element("input", {
    class: "field-text",
    id: "campaign-new-name",
    autocomplete: "off",
    maxlength: "120",
    placeholder: "Diwali offer, first wave",
  });
  const content = element("div", { class: "campaign-new" });
  const habits = createHabits();
  const bar = element("progress", {
    class: "rows-bar",
    "aria-label": "Progress",
    "aria-describedby": "campaign-new-progress",
  });
  const progress = element("p", { class: "rows-words", id: "campaign-new-progress" });
  const counts = element("dl", { class: "rows-counts" });
  const problems = element("div", { class: "campaign-problems" });
  const first = element("div", { class: "campaign-first" });
  const note = element("p", { class: "send-note", id: "campaign-new-note" });
  const spoken = element("p", {
    class: "visually-hidden",
    role: "status",
    id: "campaign-new-status",
  });
  const notice = createNotice();
  const make = button("Create the campaign", create, {
    id: "campaign-make",
    kind: "button-primary",
  });

  /** What is known of the rows as they are sent now. @type {RowSummary | undefined} */
  let summary;
  /** The check that is under way. @type {AbortController | undefined} */
  let running;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** It was made, and its rows have not arrived: with what it was made. @type {{ id: string, as: string } | undefined} */
  let made;
  let isMaking = false;
  const over = new AbortController();

  const mapping = createMapping(content, {
    ids: "campaign-rows",
    operations: ["sendMessage", "sendRcs"],
    signal: over.signal,
    onChange: forget,
    onPlan: checkSoon,
  });

  function forget() {
    clearTimeout(timer);
    running?.abort();
    running = undefined;
    summary = undefined;
    bar.value = 0;
    put(progress, "");
    put(spoken, "");
    counts.replaceChildren(...countsOf({}));
    problems.replaceChildren();
    first.replaceChildren(
      element("p", { class: "empty" }, "The first message appears here as its customer sees it."),
    );
    tellNeeds();
    checkSoon();
  }

  function checkSoon() {
    clearTimeout(timer);
    if (!over.signal.aborted && mapping.missing() === "") timer = setTimeout(check, PAUSE);
    tellNeeds();
  }

  /** @returns {string} What is in the way; empty: nothing. */
  function missing() {
    const size = mapping.file()?.size ?? 0;
    if (mapping.missing() !== "") return mapping.missing();
    if (size > LARGEST) return "The file is larger than 64 MB: split it.";
    if (name.value.trim() === "") return "Give it a name first.";
    if (habits.problem() !== "") return habits.problem();
    if (summary === undefined) return running || timer ? "The rows are being checked." : "";
    return summary.ready === 0 ? "No row of the file is ready to be sent." : "";
  }

  function tellNeeds() {
    const ready = summary?.ready ?? 0;
    put(make, ready > 0 ? `Create it with ${counted(ready, "message")}` : "Create the campaign");
    const after = mode === "live" ? "Nothing is sent before you start it." : "Nothing is sent yet.";
    put(note, missing() || after);
  }

  /** Goes through all rows, as the Worker will. */
  async function check() {
    const file = mapping.file();
    if (file === undefined || over.signal.aborted) return;
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    const begun = performance.now();
    tellNeeds();
    const options = { ...mapping.options(), maxProblems: MOST_PROBLEMS, signal };
    const checking = checkRows(file, { ...options, onProgress: showProgress });
    try {
      const found = await checking.run();
      const row = await firstOf(checkRows(file, options).ready());
      if (running !== controller) return;
      running = undefined;
      summary = found;
      const words = summaryWords(found, performance.now() - begun);
      put(progress, words);
      put(spoken, words);
      bar.max = 1;
      bar.value = 1;
      counts.replaceChildren(...countsOf(found));
      problems.replaceChildren(...problemsOf(found));
      if (row) {
        const previews = previewsOf(options.operation, row.input, options.templates);
        if (previews) first.replaceChildren(phoneOf(previews));
      }
    } catch (error) {
      if (running !== controller) return;
      running = undefined;
      put(progress, wordsOf(error));
      put(spoken, wordsOf(error));
    }
    tellNeeds();
  }

  /** @param {import("interakt-wasm/bulk").RowProgress} now */
  function showProgress(now) {
    if (now.totalBytes) {
      bar.max = now.totalBytes;
      bar.value = now.bytes;
    }
    put(progress, progressWords(now));
  }

  /** @returns {CampaignSettings} */
  function settings() {
    const { operation, base, defaultCountry, delimiter, header, encoding } = mapping.options();
    const isCsv = mapping.plan()?.format === "csv";
    return {
      name: name.value.trim(),
      operation,
      ...habits.now(),
      about: {
        operation,
        defaultCountry,
        ...(isCsv && { base: filled(base), columns: mapping.columns() }),
        delimiter,
        header,
        encoding,
      },
    };
  }

  async function create() {
    const file = mapping.file();
    const lacks = missing();
    if (lacks !== "" || file === undefined) {
      put(spoken, lacks);
      put(note, lacks);
      goTo();
      return;
    }
    isMaking = true;
    make.setAttribute("aria-disabled", "true");
    notice.show(undefined);
    const id = await draftOf(settings());
    if (id !== undefined) {
      const type = TYPES[mapping.plan()?.format ?? "csv"];
      put(progress, "The file is being uploaded.");
      const answer = await uploadRows(id, file, type, (share) => {
        bar.max = 1;
        bar.value = share;
        const words = `${Math.floor(share * 100)}% of the file is uploaded.`;
        put(progress, share < 1 ? words : "The file is uploaded: its rows are being saved.");
      });
      if (answer.error) notice.show(answer.error);
      else if (!over.signal.aborted) {
        made = undefined;
        go(`${CAMPAIGNS}/${id}`);
      }
    }
    isMaking = false;
    make.removeAttribute("aria-disabled");
  }

  /**
   * The campaign that the rows go to: the one that was made before, if nothing is another since.
   *
   * @param {CampaignSettings} wanted
   */
  async function draftOf(wanted) {
    const as = JSON.stringify(wanted);
    if (made?.as === as) return made.id;
    if (made) await erase(made.id);
    made = undefined;
    const answer = await createCampaign(wanted);
    if (answer.error) {
      notice.show(answer.error);
      return undefined;
    }
    made = { id: answer.id, as };
    return answer.id;
  }

  /** The keyboard goes to what is missing. */
  function goTo() {
    if (mapping.missing() !== "") mapping.goToMissing();
    else if (name.value.trim() === "") name.focus();
    else if (habits.problem() !== "") habits.focus();
  }

  name.addEventListener("input", tellNeeds);
  habits.content.addEventListener("input", tellNeeds);

  content.append(
    element(
      "section",
      { class: "panel campaign-panel", "aria-labelledby": heading.id },
      headUnder(heading),
      element(
        "div",
        { class: "field" },
        element("label", { class: "field-label", for: name.id }, "Name, for yourself"),
        name,
      ),
      ...mapping.parts,
      habits.content,
    ),
    element(
      "div",
      { class: "campaign-column" },
      panel(
        "campaign-new-check",
        "The rows of the file",
        element("div", { class: "rows-progress campaign-progress" }, bar, progress),
        counts,
        problems,
      ),
      panel("campaign-new-first", "What is sent", first),
      element(
        "section",
        { class: "panel campaign-panel campaign-make", "aria-label": "Make it" },
        notice.area,
        element("div", { class: "campaign-buttons" }, make, note),
        spoken,
      ),
    ),
  );
  forget();
  mapping.open();

  return {
    title: "New campaign",
    heading,
    content,
    close() {
      over.abort();
      clearTimeout(timer);
      running?.abort();
      // What has no rows yet is of no use to anybody.
      if (made && !isMaking) erase(made.id);
    },
  };
}

/**
 * @template Item
 * @param {AsyncIterable<Item>} items
 * @returns {Promise<Item | undefined>}
 */
async function firstOf(items) {
  for await (const item of items) return item;
  return undefined;
}
