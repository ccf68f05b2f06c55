/** Asks a consumer what came out of exercise.mjs: in a page, from a route, from what it printed. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import sirv from "sirv";
import { launchChromium } from "../../support/chromium.mjs";
import { listen } from "../../support/listen.mjs";
import { startServer } from "../../support/server.mjs";

/** What exercise.mjs says when all went well. */
const WORKS = {
  operations: 12,
  accepted: true,
  refused: "recipient.missing",
  phone: "919876543210",
  simulated: true,
  sent: true,
  verified: true,
  read: "a1",
};

/** How long a page may take to show its verdict. */
const PATIENCE_MS = 60_000;

/** @type {ReturnType<typeof startServer> | undefined} */
let simulator;
/** @type {ReturnType<typeof launchChromium> | undefined} */
let chromium;

/** Stops the server and the browser that all consumers share. */
export async function closeStage() {
  await (await simulator)?.close();
  await (await chromium)?.close();
}

/** @returns {Promise<string>} The address of a server that answers as Interakt does. */
export async function interaktUrl() {
  simulator ??= startServer();
  return (await simulator).url;
}

/**
 * Opens a page, see `shownBy`, and checks what it shows.
 *
 * @param {string} url
 */
export async function checkPage(url) {
  chromium ??= launchChromium();
  const page = await (await chromium).newPage();
  try {
    checkVerdict(await shownBy(page, url));
  } finally {
    await page.close();
  }
}

/**
 * What a page shows that is told the server's address as `?interakt=` and shows its verdict as
 * JSON in the element `#verdict`.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} url
 */
export async function shownBy(page, url) {
  /** @type {string[]} */
  const log = [];
  page.on("pageerror", (error) => log.push(String(error)));
  page.on("console", (message) => log.push(`${message.type()}: ${message.text()}`));
  page.on("requestfailed", (request) => log.push(`failed: ${request.url()}`));
  await page.goto(`${url}?interakt=${encodeURIComponent(await interaktUrl())}`);
  const shown = page.locator("#verdict", { hasText: "{" });
  const text = await shown.textContent({ timeout: PATIENCE_MS }).catch((error) => {
    throw new Error(`${url} shows no verdict\n${log.join("\n")}`, { cause: error });
  });
  return text ?? "";
}

/**
 * Asks a route that answers with its verdict and takes the server's address as `?interakt=`.
 *
 * @param {string} url
 */
export async function checkRoute(url) {
  const response = await fetch(`${url}?interakt=${encodeURIComponent(await interaktUrl())}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}\n${text.slice(0, 2000)}`);
  checkVerdict(text);
}

/**
 * Serves a folder as the web servers of static sites do, and checks its page.
 *
 * @param {string} folder
 * @param {string} [page] Its path there.
 */
export async function checkFolder(folder, page = "/") {
  const server = await listen(createServer(sirv(folder)));
  try {
    await checkPage(`${server.url}${page}`);
  } finally {
    await server.close();
  }
}

/**
 * Runs a program in Node that is told the server's address as `INTERAKT_URL` and prints verdicts.
 *
 * @param {import("./consumer.mjs").Consumer} project
 * @param {string[]} program With its arguments.
 * @param {number} [count] How many verdicts, a line each.
 */
export async function checkProgram(project, program, count = 1) {
  const printed = await project.run(["node", ...program], { INTERAKT_URL: await interaktUrl() });
  const lines = printed.trim().split("\n");
  assert.equal(lines.length, count, printed);
  for (const line of lines) checkVerdict(line);
}

/** @param {string} text A verdict, as JSON. */
export function checkVerdict(text) {
  const verdict = JSON.parse(text);
  if (verdict.failed) throw new Error(verdict.failed);
  assert.deepEqual(verdict, WORKS);
}

/**
 * The same where webhooks cannot be verified: jsdom has no `crypto.subtle`, and they arrive at
 * servers.
 *
 * @param {string} text
 */
export function checkVerdictWithoutCrypto(text) {
  const verdict = JSON.parse(text);
  if (!verdict.failed) assert.equal(verdict.verified, false);
  checkVerdict(JSON.stringify({ ...verdict, verified: true }));
}
