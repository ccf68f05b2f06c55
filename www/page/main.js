/** Puts the page together: what is chosen, and the view that shows it. */
import { definePhoneField } from "interakt-wasm/phone-field/web";
import { init } from "interakt-wasm/web";
import { byId } from "./dom.js";
import { createInspector } from "./inspector.js";
import { keptFor } from "./kept.js";
import { createLater } from "./later.js";
import { showFailure, showMode } from "./mode.js";
import { addressOf, choiceOf, firstChoice, INSPECTOR, toolOf } from "./route.js";
import { createSidebar } from "./sidebar.js";
import { createWorkbench } from "./workbench.js";
import { readAccount } from "./worker-client.js";

const showInSidebar = createSidebar();
const [account] = await Promise.all([readAccount(), init(), definePhoneField()]).catch((error) => {
  showFailure();
  throw error;
});

const kept = keptFor(account);
const views = {
  workbench: {
    area: byId("workbench"),
    ...createWorkbench(account, kept, { onInspect: inspect, onMove: move }),
  },
  inspector: { area: byId("inspector"), ...createInspector() },
  files: later("files", async () => (await import("./files/view.js")).createFiles),
  campaigns: later("campaigns", async () => {
    const { createCampaigns } = await import("./campaigns/view.js");
    return (area) => createCampaigns(area, account);
  }),
  history: later("history", async () => {
    const { createHistoryView } = await import("./history/view.js");
    return (area) => createHistoryView(area, { history: kept.history, onOpen, onAgain });
  }),
};
/** The one that is shown. @type {keyof typeof views} */
let shown = "workbench";
/** How far the workbench was scrolled when it was left. */
let left = 0;

open(chosenAt(location.hash) ?? firstChoice());
// From now on the page is shown.
showMode(account.mode);

window.addEventListener("hashchange", () => {
  const chosen = chosenAt(location.hash);
  if (chosen === undefined) return;
  const isBack = !("view" in chosen) && views.workbench.isOpen(chosen);
  open(chosen);
  window.scrollTo(0, isBack ? left : 0);
});
document.addEventListener("keydown", (event) => {
  // In the editor its own key map has done it already.
  if (event.defaultPrevented || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  if (shown !== "workbench" || byId("confirm", HTMLDialogElement).open) return;
  event.preventDefault();
  views.workbench.send();
});
byId("skip").addEventListener("click", (event) => {
  // The address is for what is chosen.
  event.preventDefault();
  views[shown].focus();
});

/** @param {import("./signature-check.js").Pasted} webhook */
function inspect(webhook) {
  views.inspector.open(webhook);
  const tool = toolOf(INSPECTOR);
  if (tool) open(tool);
  location.hash = INSPECTOR;
  views.inspector.area.focus();
}

/** @param {import("./route.js").Choice} choice */
function move(choice) {
  open(choice);
  location.hash = addressOf(choice.example);
}

/** @param {import("./history/entry.js").Entry} entry */
function onOpen(entry) {
  const choice = choiceOf(entry.address);
  if (choice === undefined) return;
  move(choice);
  views.workbench.recall(entry);
}

/** @param {import("./history/entry.js").Entry} entry */
function onAgain(entry) {
  onOpen(entry);
  views.workbench.send();
}

/**
 * @param {"files" | "campaigns" | "history"} name Of its area and its styles.
 * @param {Parameters<typeof createLater>[2]} load
 */
function later(name, load) {
  const area = byId(name);
  return { area, ...createLater(area, `${name}.css`, load) };
}

/** @param {string} hash */
function chosenAt(hash) {
  return toolOf(hash) ?? choiceOf(hash);
}

/** @param {import("./route.js").Choice | import("./route.js").Tool} chosen */
function open(chosen) {
  if (shown === "workbench") left = window.scrollY;
  const isTool = "view" in chosen;
  shown = isTool ? chosen.view : "workbench";
  for (const [name, { area }] of Object.entries(views)) area.hidden = name !== shown;
  showInSidebar(chosen);
  const title = isTool
    ? `${chosen.subject}: ${chosen.title}`
    : `${chosen.entry.operation.name}: ${chosen.example.title}`;
  document.title = `${title} · interakt-wasm console`;
  if (!isTool) views.workbench.open(chosen);
  for (const name of /** @type {const} */ (["files", "campaigns", "history"])) {
    if (name === shown) views[name].open(location.hash);
    else views[name].leave();
  }
}
