/** Puts the page together: what is chosen, and the view that shows it. */
import { definePhoneField } from "interakt-wasm/phone-field/web";
import { init } from "interakt-wasm/web";
import { byId } from "./dom.js";
import { createInspector } from "./inspector.js";
import { showFailure, showMode } from "./mode.js";
import { choiceOf, firstChoice, INSPECTOR } from "./route.js";
import { createSidebar } from "./sidebar.js";
import { createWorkbench } from "./workbench.js";
import { readAccount } from "./worker-client.js";

const showInSidebar = createSidebar();
const [account] = await Promise.all([readAccount(), init(), definePhoneField()]).catch((error) => {
  showFailure();
  throw error;
});

const views = {
  workbench: { area: byId("workbench"), ...createWorkbench(account, inspect) },
  inspector: { area: byId("inspector"), ...createInspector() },
};
/** The one that is shown. @type {keyof typeof views} */
let shown = "workbench";
/** How far the workbench was scrolled when it was left. */
let left = 0;

open(location.hash === INSPECTOR ? undefined : (choiceOf(location.hash) ?? firstChoice()));
// From now on the page is shown.
showMode(account.mode);

window.addEventListener("hashchange", () => {
  const choice = choiceOf(location.hash);
  if (choice === undefined && location.hash !== INSPECTOR) return;
  const isBack = choice !== undefined && views.workbench.isOpen(choice);
  open(choice);
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
  open(undefined);
  location.hash = INSPECTOR;
  views.inspector.area.focus();
}

/** @param {import("./route.js").Choice | undefined} choice Without one it is the inspector. */
function open(choice) {
  if (shown === "workbench") left = window.scrollY;
  shown = choice === undefined ? "inspector" : "workbench";
  for (const [name, { area }] of Object.entries(views)) area.hidden = name !== shown;
  showInSidebar(choice);
  const title = choice
    ? `${choice.entry.operation.name}: ${choice.example.title}`
    : "Webhooks: Inspector";
  document.title = `${title} · interakt-wasm console`;
  if (choice) views.workbench.open(choice);
}
