/** The list of webhooks that were told, which grows while one looks. */
import { element } from "../dom.js";
import { createRoving } from "../roving.js";
import { forgetTold } from "./api.js";
import { createEmpty } from "./empty.js";
import { createFilter } from "./filter.js";
import { followTold } from "./follow-told.js";
import { rowOf } from "./row.js";
import { countWords, isWanted } from "./words.js";

/** @typedef {import("./api.js").Listed} Listed */

/**
 * @param {import("../worker-client.js").AccountInfo["mode"]} mode
 * @param {(id: string, how: "push" | "replace") => void} onChoose
 * @param {{ isOn: () => boolean, add: (ids: readonly string[]) => void }} forward Is given those that
 *   come, the oldest first, of what is looked for.
 */
export function createList(mode, onChoose, forward) {
  /** The newest first. @type {{ webhook: Listed, row: HTMLLIElement }[]} */
  let entries = [];
  /** @type {string | undefined} */
  let chosen;
  /** What is wrong with the list. @type {string | undefined} */
  let ofList;
  /** What is wrong with what was chosen. @type {string | undefined} */
  let ofChoice;
  /** How many came since that was said. */
  let unsaid = 0;
  let isFirst = true;

  const rows = element("ul", { class: "told-list", "aria-label": "Received webhooks" });
  const count = element("p", { class: "endpoint" });
  const status = element("p", { class: "visually-hidden", role: "status" });
  const notice = element("p", { class: "hint", role: "status", hidden: true });
  const empty = createEmpty(mode);
  const filter = createFilter(() => {
    sift();
    status.textContent = count.textContent;
  });
  const forget = element("button", { type: "button", class: "button" }, "Delete all");
  const roving = createRoving(rows);
  const following = followTold(() => entries[0]?.webhook.id, show, forward.isOn);

  const content = element(
    "section",
    { class: "panel told-panel", "aria-labelledby": "told-title" },
    element(
      "header",
      { class: "panel-head" },
      element(
        "div",
        { class: "panel-heading" },
        element("h2", { class: "panel-title", id: "told-title" }, "Received"),
        count,
      ),
      element("div", { class: "tools told-tools" }, filter.text, filter.kind, forget),
    ),
    notice,
    empty.area,
    rows,
    status,
  );

  rows.addEventListener("click", (event) => {
    const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
    const link = target instanceof Element ? target.closest("a") : null;
    if (link === null || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    chooseRow(link, "push");
  });
  // Arrow keys show what they come to, as the mouse would.
  rows.addEventListener("keydown", ({ target, defaultPrevented }) => {
    const { activeElement } = document;
    if (defaultPrevented && activeElement !== target && activeElement instanceof HTMLAnchorElement)
      chooseRow(activeElement, "replace");
  });
  forget.addEventListener("click", async () => {
    const { error } = await forgetTold();
    if (error) return warn(error.message);
    replaceAll([]);
    status.textContent = "All have been deleted.";
    filter.text.focus();
  });

  /** @param {HTMLAnchorElement} link @param {"push" | "replace"} how */
  function chooseRow(link, how) {
    const found = entries.find(({ row }) => row.contains(link));
    if (found) onChoose(found.webhook.id, how);
  }

  /** @param {string | undefined} words Of the list as it was last asked for. */
  function warn(words) {
    ofList = words;
    notify();
  }

  function notify() {
    const words = ofList ?? ofChoice;
    notice.hidden = words === undefined;
    if (words !== undefined && notice.textContent !== words) notice.textContent = words;
  }

  /** @param {Parameters<Parameters<typeof followTold>[1]>[0]} page */
  function show(page) {
    if ("error" in page && page.error) return warn(page.error.message);
    if (!("webhooks" in page)) {
      empty.isOff();
      return sift();
    }
    const { webhooks, isAll, refused, most } = page;
    warn(refused ? refusedWords(refused) : undefined);
    if (isAll && !(entries.length === 0 && webhooks.length === 0)) replaceAll(webhooks);
    else if (webhooks.length > 0) prepend(webhooks, most);
    if (isFirst) sift();
    else came(webhooks);
    isFirst = false;
  }

  /** @param {readonly Listed[]} webhooks */
  function replaceAll(webhooks) {
    entries = webhooks.map((webhook) => ({ webhook, row: rowOf(webhook) }));
    rows.replaceChildren(...entries.map(({ row }) => row));
    sift();
  }

  /** @param {readonly Listed[]} webhooks @param {number} most */
  function prepend(webhooks, most) {
    const fresh = webhooks.map((webhook) => ({ webhook, row: rowOf(webhook) }));
    rows.prepend(...fresh.map(({ row }) => row));
    const all = [...fresh, ...entries];
    entries = all.slice(0, most);
    const isLeft = all.slice(most).some(({ row }) => row.contains(document.activeElement));
    for (const { row } of all.slice(most)) row.remove();
    sift();
    // The keyboard does not go with what is forgotten.
    if (isLeft) roving.focus();
  }

  /** Shows what is looked for. */
  function sift() {
    const wanted = filter.value();
    let shown = 0;
    for (const { webhook, row } of entries) {
      row.hidden = !isWanted(webhook, wanted);
      if (!row.hidden) shown += 1;
    }
    filter.offer(entries.map(({ webhook }) => webhook));
    count.textContent = entries.length === 0 ? "" : countWords(shown, entries.length);
    empty.show(entries.length, shown);
    rows.hidden = shown === 0;
    forget.disabled = entries.length === 0;
    mark();
  }

  /** @param {readonly Listed[]} webhooks The newest first. */
  function came(webhooks) {
    say(webhooks.length);
    const wanted = webhooks.filter((webhook) => isWanted(webhook, filter.value()));
    forward.add(wanted.map(({ id }) => id).reverse());
  }

  /** Says how many came once no more of them come. @param {number} fresh */
  function say(fresh) {
    unsaid += fresh;
    if (fresh > 0 || unsaid === 0) return;
    status.textContent = `${countWords(unsaid, unsaid)} more.`;
    unsaid = 0;
  }

  function mark() {
    for (const { webhook, row } of entries) {
      const link = row.firstElementChild;
      if (webhook.id === chosen) link?.setAttribute("aria-current", "true");
      else link?.removeAttribute("aria-current");
    }
    roving.renew();
  }

  return {
    content,
    start: following.start,
    stop: following.stop,

    /** @param {string | undefined} id The one that is shown beside the list. */
    mark(id) {
      chosen = id;
      if (id !== undefined) ofChoice = undefined;
      notify();
      mark();
    },

    /** @param {string} words Why what was chosen is not shown; they stay until something else is. */
    warn(words) {
      ofChoice = words;
      notify();
    },
  };
}

/** @param {{ count: number, at: number }} refused */
function refusedWords({ count, at }) {
  const time = new Date(at).toLocaleTimeString("en-GB");
  const what = count === 1 ? "One was refused" : `${count} were refused`;
  return `${what}, at ${time}: not signed with INTERAKT_WEBHOOK_SECRET. Is it the key from Interakt’s dashboard?`;
}
