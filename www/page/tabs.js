/** Tabs as the ARIA practices describe them: arrow keys move and choose. */
import { element } from "./dom.js";
import { destination } from "./roving.js";

/**
 * @param {HTMLElement} list Has the role `tablist`.
 * @param {HTMLElement} panel The one panel, whose content follows the tab.
 * @param {Record<string, { label: string }>} choices By their keys; the first that is offered is
 *   chosen until somebody chooses another.
 * @param {(key: string) => void} onChoose Called when another is chosen.
 */
export function createTabs(list, panel, choices, onChoose) {
  const tabs = Object.entries(choices).map(([key, { label }]) => ({
    key,
    tab: element(
      "button",
      { type: "button", role: "tab", class: "tab", id: `tab-${key}`, "aria-controls": panel.id },
      label,
    ),
  }));
  list.append(...tabs.map(({ tab }) => tab));
  // It scrolls: the keyboard must get there.
  panel.tabIndex = 0;
  /** What was asked for last, though it may not be offered now. */
  let wanted = 0;
  let chosen = 0;

  function choose() {
    const offered = tabs.findIndex(({ tab }) => !tab.hidden);
    chosen = tabs[wanted]?.tab.hidden ? offered : wanted;
    tabs.forEach(({ tab }, at) => {
      tab.setAttribute("aria-selected", String(at === chosen));
      tab.tabIndex = at === chosen ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", tabs[chosen]?.tab.id ?? "");
  }

  tabs.forEach(({ tab, key }, index) => {
    tab.addEventListener("click", () => {
      wanted = index;
      choose();
      onChoose(key);
    });
  });
  list.addEventListener("keydown", (event) => {
    const offered = tabs.map(({ tab }) => tab).filter((tab) => !tab.hidden);
    const from = offered.findIndex((tab) => tab.tabIndex === 0);
    const next = destination(event.key, from, offered.length, "horizontal");
    if (next === undefined) return;
    event.preventDefault();
    offered[next]?.focus();
    offered[next]?.click();
  });
  choose();

  return {
    chosen: () => tabs[chosen]?.key ?? "",

    /** @param {string} key Is chosen, as if by a person. */
    choose(key) {
      for (const each of tabs) if (each.key === key) each.tab.click();
    },

    /** @param {string} key @param {boolean} isOffered Another is chosen in the meantime. */
    offer(key, isOffered) {
      for (const each of tabs) if (each.key === key) each.tab.hidden = !isOffered;
      choose();
    },
  };
}
