/** The suite inside a dedicated, a shared or a service worker: each message is a case to run. */
import * as api from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { entries } from "./entries.mjs";
import { runCase } from "./suite.mjs";

/** Errors that nothing caught. @type {string[]} */
const uncaught = [];
addEventListener("error", (event) => uncaught.push(event.message));
addEventListener("unhandledrejection", ({ reason }) => uncaught.push(String(reason)));

/** @param {MessageEvent} event */
async function answer({ data, ports: [port] }) {
  const found = await runCase({ api, createSimulator, entries }, data);
  const problem = found ?? uncaught.shift() ?? null;
  port?.postMessage({ problem, scope: Object.prototype.toString.call(globalThis) });
}

// A dedicated worker and a service worker get the page's messages themselves.
addEventListener("message", (event) => {
  const answered = answer(event);
  if ("waitUntil" in event) /** @type {any} */ (event).waitUntil(answered);
});

// A shared worker gets a port for each page.
addEventListener("connect", (event) => {
  const [port] = /** @type {MessageEvent} */ (event).ports;
  if (port) port.onmessage = answer;
});
