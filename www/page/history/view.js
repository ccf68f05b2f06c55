/** The view of what was sent in this tab: to open it again, to send it again, to compare two. */
import { clock } from "../answer-age.js";
import { counted, element, icon } from "../dom.js";
import { comparisonOf } from "./compare.js";
import { measuresOf, statusOf } from "./entry.js";

/**
 * @typedef {import("./entry.js").Entry} Entry
 * @typedef {ReturnType<typeof import("./history.js").createHistory>} History
 */

/**
 * @param {HTMLElement} area
 * @param {History | undefined} given
 * @param {object} listeners
 * @param {(entry: Entry) => void} listeners.onOpen
 * @param {(entry: Entry) => void} listeners.onAgain
 */
export function createHistoryView(area, given, { onOpen, onAgain }) {
  if (given === undefined) throw new Error("there is nothing yet that sends");
  const history = given;
  const list = element("ol", { class: "history", "aria-labelledby": "history-title" });
  const none = element(
    "p",
    { class: "empty history-none" },
    "Nothing has been sent in this tab yet. What you send is listed here until you close the tab.",
  );
  const hint = element("p", { class: "aside" });
  const clear = button("Clear", () => {
    history.clear();
    status.textContent = "The history is empty.";
    area.focus();
  });
  const status = element("p", { class: "visually-hidden", role: "status" });
  const comparison = element("div", { class: "view", id: "comparison", tabindex: "0" });
  /** Those to compare, the one that was chosen last at the end. @type {string[]} */
  let chosen = [];
  area.replaceChildren(
    element(
      "section",
      { class: "panel input-panel", "aria-labelledby": "history-title" },
      element(
        "header",
        { class: "panel-head" },
        element(
          "div",
          { class: "panel-heading" },
          element("h2", { class: "panel-title", id: "history-title" }, "Sent in this tab"),
          element("p", { class: "endpoint" }, "Kept in this tab only, and gone when you close it."),
        ),
        element("div", { class: "tools" }, clear),
      ),
      element("div", { class: "history-scroll" }, none, list, hint, status),
    ),
    element(
      "section",
      { class: "panel comparison-panel", "aria-labelledby": "comparison-title" },
      element(
        "header",
        { class: "panel-head" },
        element("h2", { class: "panel-title", id: "comparison-title" }, "Comparison"),
      ),
      comparison,
    ),
  );
  comparison.setAttribute("aria-labelledby", "comparison-title");

  list.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { value } = target;
    chosen = chosen.filter((id) => id !== value);
    // A third takes the place of the one that was chosen first.
    if (target.checked) chosen = [...chosen.slice(-1), value];
    for (const box of list.querySelectorAll("input")) box.checked = chosen.includes(box.value);
    compare();
  });
  list.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || !["ArrowUp", "ArrowDown"].includes(key)) return;
    const row = target.closest("li");
    const next = key === "ArrowUp" ? row?.previousElementSibling : row?.nextElementSibling;
    const same = next?.querySelector(`[data-control="${target.dataset.control}"]`);
    if (!(same instanceof HTMLElement)) return;
    event.preventDefault();
    same.focus();
  });
  // The list is one stop of the Tab key and two more: the controls of the row that has the focus.
  list.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement) stopAt(target.closest("li"));
  });

  /** @param {Element | null | undefined} row */
  function stopAt(row) {
    for (const control of list.querySelectorAll("[data-control]")) {
      /** @type {HTMLElement} */ (control).tabIndex = row?.contains(control) ? 0 : -1;
    }
  }

  function compare() {
    const both = history.all().filter(({ id }) => chosen.includes(id));
    const [after, before] = both;
    comparison.replaceChildren(
      ...(before && after
        ? comparisonOf(before, after)
        : [element("p", { class: "empty" }, "Choose two to see what differs.")]),
    );
    comparison.scrollTop = 0;
  }

  function draw() {
    const entries = history.all();
    chosen = chosen.filter((id) => entries.some((entry) => entry.id === id));
    none.hidden = entries.length > 0;
    clear.disabled = entries.length === 0;
    hint.textContent =
      entries.length > 0
        ? "Times are measured by the console's Worker, from sending the request to the end of its answer."
        : "";
    list.replaceChildren(...entries.map((entry) => row(entry)));
    stopAt(list.firstElementChild);
    compare();
  }

  /** @param {Entry} entry */
  function row(entry) {
    const { id, at, operation, title, to } = entry;
    const { words, kind } = statusOf(entry);
    const time = clock(at);
    const name = `${operation}, sent ${time}`;
    const box = element("input", { type: "checkbox", value: id, "data-control": "compare" });
    box.checked = chosen.includes(id);
    return element(
      "li",
      { class: "sent" },
      element("label", { class: "sent-choice" }, box, hidden(`Compare ${name}`)),
      element(
        "div",
        { class: "sent-what" },
        element("strong", {}, operation),
        element("span", {}, title),
        to !== "" && element("span", { class: "sent-to" }, `to ${to}`),
      ),
      element("time", { class: "sent-at", datetime: new Date(at).toISOString() }, time),
      element(
        "p",
        { class: "sent-status", "data-kind": kind },
        (kind === "error" || kind === "warning") && icon(kind),
        words,
      ),
      element("p", { class: "sent-measures" }, measuresOf(entry.facts)),
      element(
        "div",
        { class: "sent-tools" },
        button("Open", () => onOpen(entry), "open", ` ${name}`),
        button("Send again", () => onAgain(entry), "again", `: ${name}`),
      ),
    );
  }

  history.watch(() => {
    if (!area.hidden) draw();
  });

  return {
    open() {
      draw();
      const count = history.all().length;
      status.textContent = count === 0 ? "" : counted(count, "request");
    },
    focus: () => area.focus(),
  };
}

/** @param {string} text */
const hidden = (text) => element("span", { class: "visually-hidden" }, text);

/**
 * @param {string} label
 * @param {() => void} onClick
 * @param {string} [control]
 * @param {string} [more] What it is about, for those who do not see where it stands.
 */
function button(label, onClick, control, more) {
  const made = element(
    "button",
    { type: "button", class: "button", "data-control": control },
    label,
    more && hidden(more),
  );
  made.addEventListener("click", onClick);
  return made;
}
