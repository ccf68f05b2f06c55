/**
 * Puts the page together: at once what can be seen and typed, then what works behind it, and then the
 * editor. Each view is loaded when it is opened.
 */
import { byId } from "./dom.js";
import { hideFailure, needed, showFailure, watchFailures } from "./failure.js";
import { createFrame } from "./frame.js";
import { shelvesFor } from "./kept.js";
import { createLater } from "./later.js";
import { showMode } from "./mode.js";
import { addressOf, choiceOf, firstChoice, INSPECTOR, TOOLS, toolOf } from "./route.js";
import { createSidebar } from "./sidebar.js";
import { readAccount } from "./worker-client.js";

/** @typedef {import("./worker-client.js").AccountInfo} AccountInfo */

const showInSidebar = createSidebar();
/** Fulfils when the page has started. @type {(account: AccountInfo) => void} */
let onStarted;
/** @type {Promise<AccountInfo>} */
const started = new Promise((fulfil) => {
  onStarted = fulfil;
});

const inspector = later("inspector", async () => {
  const { createWebhooks } = await import("./webhooks/view.js");
  return createWebhooks;
});
/** Of all views it alone needs nothing that the page starts with. */
const docs = {
  area: byId("docs"),
  ...createLater(byId("docs"), "docs.css", async () => (await import("./docs/view.js")).createDocs),
};
const workbench = createFrame();
const views = {
  workbench: { area: byId("workbench"), ...workbench },
  inspector,
  files: later("files", async () => (await import("./files/view.js")).createFiles),
  campaigns: later("campaigns", async () => {
    const { createCampaigns } = await import("./campaigns/view.js");
    return (area, account) => createCampaigns(area, account);
  }),
  history: later("history", async () => {
    const { createHistoryView } = await import("./history/view.js");
    return (area) => createHistoryView(area, workbench.history(), { onOpen, onAgain });
  }),
  docs,
};
/** The one that is shown. @type {keyof typeof views} */
let shown = "workbench";
/** How far the workbench was scrolled when it was left. */
let left = 0;
/** On which account things are done, once it is known. @type {import("./mode.js").Mode | undefined} */
let mode;

window.addEventListener("hashchange", () => {
  // Back to where the page was opened without an address.
  const chosen = location.hash === "" && mode ? firstChoice(mode) : chosenAt(location.hash);
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

watchFailures();
start();

/** Once more after it has failed, with all that is there already. */
async function start() {
  try {
    await begin();
  } catch (error) {
    showFailure(error, start);
  }
}

async function begin() {
  preload("workbench");
  const starting = startWorkbench();
  // What the Worker says comes first.
  starting.catch(() => {});
  const account = await needed("worker", readAccount());
  showMode(account);
  ({ mode } = account);
  const shelves = shelvesFor(account);
  views.workbench.keep(shelves);
  open(chosenAt(location.hash) ?? firstChoice(mode));
  const createWorkbench = await starting;
  await views.workbench.furnish(createWorkbench, account, shelves, {
    onInspect: inspect,
    onMove: move,
  });
  onStarted(account);
  if (hideFailure()) views[shown].focus();
  preload("editor");
  await needed("editor", views.workbench.finish());
  hideFailure();
  document.documentElement.dataset.ready = "";
}

/** With the package, which it needs. */
async function startWorkbench() {
  const { createWorkbench, init } = await needed("script", import("./workbench.js"));
  await needed("module", init());
  return createWorkbench;
}

/**
 * Asks at once for all files that one script leads to, rather than for each when it is read of.
 *
 * @param {string} part Whose.
 */
function preload(part) {
  for (const link of document.querySelectorAll(`link[data-for="${part}"]`)) {
    if (link instanceof HTMLLinkElement) link.rel = link.as ? "preload" : "modulepreload";
  }
}

/**
 * @param {import("./route.js").Choice} choice
 * @returns {Promise<unknown>} Once everybody knows of it.
 */
function move(choice) {
  open(choice);
  const address = addressOf(choice.example);
  if (location.hash === address) return Promise.resolve();
  const moved = new Promise((fulfil) =>
    window.addEventListener("hashchange", fulfil, { once: true }),
  );
  location.hash = address;
  return moved;
}

/** @param {import("./history/entry.js").Entry} entry */
async function onOpen(entry) {
  const choice = mode && choiceOf(entry.address, mode);
  if (choice === undefined) return;
  await move(choice);
  views.workbench.recall(entry);
}

/** @param {import("./history/entry.js").Entry} entry */
async function onAgain(entry) {
  await onOpen(entry);
  views.workbench.send();
}

/** @param {import("./signature-check.js").Pasted} webhook */
function inspect(webhook) {
  const tool = toolOf(INSPECTOR);
  if (tool) open(tool);
  location.hash = INSPECTOR;
  inspector.use((view) => view.take(webhook));
  inspector.area.focus();
}

/**
 * @template {import("./later.js").LateView} View
 * @param {"inspector" | "files" | "campaigns" | "history"} name Of its area and its styles.
 * @param {() => Promise<(area: HTMLElement, account: AccountInfo) => View | Promise<View>>} load
 */
function later(name, load) {
  const area = byId(name);
  const make = async () => {
    const [create, account] = await Promise.all([load(), started]);
    return () => create(area, account);
  };
  return { area, ...createLater(area, `${name}.css`, make) };
}

/** @param {string} hash */
function chosenAt(hash) {
  return mode && (toolOf(hash) ?? choiceOf(hash, mode));
}

/** @param {import("./route.js").Choice | import("./route.js").Tool} chosen */
function open(chosen) {
  if (shown === "workbench") left = window.scrollY;
  const isTool = "view" in chosen;
  shown = isTool ? chosen.view : "workbench";
  for (const [name, { area }] of Object.entries(views)) area.hidden = name !== shown;
  showInSidebar(chosen, mode ?? "simulator");
  const title = isTool
    ? `${chosen.subject}: ${chosen.title}`
    : `${chosen.entry.operation.name}: ${chosen.example.title}`;
  document.title = `${title} · interakt-wasm console`;
  if (!isTool) views.workbench.open(chosen);
  for (const { view: name } of TOOLS) {
    if (name === shown) views[name].open(location.hash);
    else views[name].leave();
  }
}
