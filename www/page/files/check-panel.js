/** The panel of a check: its button, its bar, how many rows of each sort, and the files it leaves. */
import { choice } from "../account-templates.js";
import { element } from "../dom.js";
import { countsOf, problemsOf } from "./results.js";
import { progressWords } from "./words.js";

/**
 * @typedef {import("interakt-wasm/bulk").RowProgress} RowProgress
 * @typedef {import("interakt-wasm/bulk").RowSummary} RowSummary
 *
 * @typedef {object} Actions
 * @property {() => void} onCheck
 * @property {() => void} onStop
 * @property {() => void} onReady The file of the ready rows is wanted.
 * @property {(language: "en" | "hi") => void} onRefused
 */

/** @param {Actions} actions */
export function createCheckPanel({ onCheck, onStop, onReady, onRefused }) {
  const start = button("Check the rows", onCheck, "button-primary");
  start.id = "rows-start";
  const stop = button("Stop", onStop);
  stop.id = "rows-stop";
  stop.hidden = true;
  const note = element("p", { class: "send-note", id: "rows-note" });
  const bar = element("progress", {
    class: "rows-bar",
    id: "rows-bar",
    "aria-label": "Progress",
    "aria-describedby": "rows-progress",
  });
  const words = element("p", { class: "rows-words", id: "rows-progress" });
  const counts = element("dl", { class: "rows-counts" });
  const spoken = element("p", { class: "visually-hidden", role: "status", id: "rows-status" });
  const ready = button("Ready rows, NDJSON", onReady);
  ready.id = "rows-ready";
  const language = element(
    "select",
    { class: "button", id: "rows-language", "aria-label": "Reasons in" },
    choice("en", "English"),
    choice("hi", "हिन्दी"),
  );
  const refused = button("Refused rows, CSV", () => {
    onRefused(language.value === "hi" ? "hi" : "en");
  });
  refused.id = "rows-refused";
  const files = element(
    "div",
    { class: "rows-files", role: "group", "aria-label": "Files to download", hidden: true },
    ready,
    element("div", { class: "rows-refused" }, refused, language),
  );
  const problems = element("section", {
    class: "view",
    id: "rows-problems",
    "aria-label": "Problems by kind",
  });
  // It scrolls: the keyboard must get there.
  problems.tabIndex = 0;

  /** The newest that is not drawn yet. @type {RowProgress | undefined} */
  let newest;
  let isDrawing = false;
  /** Whether it is the rows' first pass: others give what is known. */
  let isCounting = false;
  /** What is known of the rows, once they are checked. */
  let known = "";

  function draw() {
    isDrawing = false;
    if (newest === undefined) return;
    const { bytes, totalBytes, rows, ready, refused, duplicates } = newest;
    if (totalBytes) {
      bar.max = totalBytes;
      bar.value = bytes;
    } else {
      bar.removeAttribute("value");
    }
    words.textContent = progressWords(newest);
    if (isCounting) counts.replaceChildren(...countsOf({ rows, ready, refused, duplicates }));
    newest = undefined;
  }

  return {
    start,
    parts: [
      element(
        "section",
        { class: "panel rows-check", "aria-labelledby": "rows-check-title" },
        element(
          "header",
          { class: "panel-head" },
          element("h2", { class: "panel-title", id: "rows-check-title" }, "Check"),
          element("p", { class: "rows-dry" }, "A dry run: nothing is sent."),
        ),
        element("div", { class: "rows-start" }, start, stop, note),
        element("div", { class: "rows-progress" }, bar, words),
        counts,
        files,
        spoken,
      ),
      element(
        "section",
        { class: "panel rows-found", "aria-labelledby": "rows-problems-title" },
        element(
          "header",
          { class: "panel-head" },
          element("h2", { class: "panel-title", id: "rows-problems-title" }, "Problems"),
        ),
        problems,
      ),
    ],

    /** @param {string} text What is in the way of a check, or what became of it. */
    tell(text) {
      note.textContent = text;
    },

    /** @param {string} text Is read out. */
    say(text) {
      spoken.textContent = text;
    },

    /** Nothing is known about the rows. */
    clear() {
      newest = undefined;
      isCounting = true;
      known = "";
      bar.value = 0;
      words.textContent = "";
      counts.replaceChildren(...countsOf({}));
      files.hidden = true;
      problems.replaceChildren(
        element("p", { class: "empty" }, "Problems in the rows appear here once they are checked."),
      );
    },

    /** @param {boolean} isRunning A pass over the file. */
    run(isRunning) {
      // The keyboard goes on where the button that it was on goes away.
      const { activeElement } = document;
      start.hidden = isRunning;
      stop.hidden = !isRunning;
      if (!isRunning) {
        newest = undefined;
        words.textContent = known;
        // They are there once all rows were checked.
        if (!files.hidden) bar.value = bar.max;
      }
      for (const control of [ready, refused]) {
        control.setAttribute("aria-disabled", String(isRunning));
      }
      if (isRunning && activeElement === start) stop.focus();
      if (!isRunning && activeElement === stop) start.focus();
    },

    /** @param {RowProgress} progress Is drawn with the next frame. */
    progress(progress) {
      newest = progress;
      if (isDrawing) return;
      isDrawing = true;
      requestAnimationFrame(draw);
    },

    /**
     * @param {RowSummary} summary Of a check that has ended.
     * @param {string} said About the whole.
     */
    show(summary, said) {
      newest = undefined;
      isCounting = false;
      known = said;
      spoken.textContent = said;
      counts.replaceChildren(...countsOf(summary));
      problems.scrollTop = 0;
      problems.replaceChildren(...problemsOf(summary));
      files.hidden = !summary.complete;
      ready.disabled = summary.ready === 0;
      refused.disabled = summary.refused + summary.duplicates === 0;
    },
  };
}

/**
 * @param {string} label
 * @param {() => void} onClick
 * @param {string} [kind]
 */
function button(label, onClick, kind) {
  const made = element("button", { type: "button", class: `button ${kind ?? ""}`.trim() }, label);
  made.addEventListener("click", () => {
    if (made.getAttribute("aria-disabled") !== "true") onClick();
  });
  return made;
}
