/**
 * Asks a consumer what came out of exercise.mjs: in a page, from a route, from what it printed. What
 * it sends goes to a server of our own, and has to arrive there as it was written.
 */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import sirv from "sirv";
import { launchChromium } from "../../support/chromium.mjs";
import { listen } from "../../support/listen.mjs";
import { startRecorder } from "../../support/recorder.mjs";
import { startServer } from "../../support/server.mjs";
import { KEY, MESSAGE } from "../exercise.mjs";

/** What a JSON Schema says that it is. */
const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** What exercise.mjs says when all went well. */
const WORKS = {
  operations: 12,
  accepted: true,
  described: DIALECT,
  refused: "recipient.missing",
  phone: "919876543210",
  simulated: true,
  sent: true,
  verified: true,
  read: "a1",
  formsAccepts: true,
  formsDescribe: DIALECT,
  customerDescribes: DIALECT,
  customerRefuses: "recipient.missing",
  phoneReads: "919876543210",
  fieldWrites: "+91 98765 43210",
  words: ["Enter your mobile number.", "अपना मोबाइल नंबर लिखें।"],
  rows: [2, 1, 1],
  row: 7,
};

/** @type {import("../../support/recorder.mjs").Arrival} What has to arrive of its message. */
const SENT = {
  method: "POST",
  path: "/v1/public/message/",
  authorization: [`Basic ${KEY}`],
  contentType: ["application/json"],
  body: JSON.stringify(MESSAGE),
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

/** A page of the browser that all consumers share. */
async function newPage() {
  chromium ??= launchChromium();
  return (await chromium).newPage();
}

/** @returns {Promise<string>} The address of a server that answers as Interakt does. */
export async function interaktUrl() {
  simulator ??= startServer();
  return (await simulator).url;
}

/**
 * Opens a page, see `shownBy`, and checks what it shows and sends.
 *
 * @param {string} url
 */
export async function checkPage(url) {
  const page = await newPage();
  const arrivals = await received(async (interakt) => {
    checkVerdict(await shownBy(page, url, interakt));
  }).finally(() => page.close());
  // React's development build runs every effect twice.
  checkArrivals(arrivals, Math.max(1, arrivals.length));
}

/**
 * What a page shows that is told the server's address as `?interakt=` and shows its verdict as
 * JSON in the element `#verdict`.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} url
 * @param {string} [interakt] By default the simulator's.
 */
export async function shownBy(page, url, interakt) {
  const log = logOf(page);
  const address = `${url}?interakt=${encodeURIComponent(interakt ?? (await interaktUrl()))}`;
  await page.goto(address, { timeout: PATIENCE_MS });
  const shown = page.locator("#verdict", { hasText: "{" });
  const look = () => shown.textContent({ timeout: PATIENCE_MS });
  const text = await look()
    // Vite's development server bundles what the first visit asks for, and then answers to old
    // addresses no more: it has the page loaded again, but not always in time.
    .catch(() => page.reload({ timeout: PATIENCE_MS }).then(look))
    .catch((error) => {
      throw new Error(`${url} shows no verdict\n${log.join("\n")}`, { cause: error });
    });
  return text ?? "";
}

/**
 * What a page says from now on of what goes wrong.
 *
 * @param {import("playwright-core").Page} page
 */
function logOf(page) {
  /** @type {string[]} */
  const log = [];
  page.on("pageerror", (error) => log.push(String(error)));
  page.on("console", (message) => log.push(`${message.type()}: ${message.text()}`));
  page.on("requestfailed", (request) => log.push(`failed: ${request.url()}`));
  return log;
}

/**
 * Opens a page for somebody who uses it; rejects with all that it said when that fails.
 *
 * @param {string} url
 * @param {(page: import("playwright-core").Page) => Promise<void>} use
 */
export async function onPage(url, use) {
  const page = await newPage();
  const log = logOf(page);
  try {
    await page.goto(url, { timeout: PATIENCE_MS });
    await use(page);
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new Error([`${url}: ${message}`, ...log].join("\n"), { cause: error });
  } finally {
    await page.close();
  }
}

/**
 * Asks a route that answers with its verdict and takes the server's address as `?interakt=`.
 *
 * @param {string} url
 */
export async function checkRoute(url) {
  const arrivals = await received(async (interakt) => {
    const response = await fetch(`${url}?interakt=${encodeURIComponent(interakt)}`);
    const text = await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}\n${text.slice(0, 2000)}`);
    checkVerdict(text);
  });
  checkArrivals(arrivals);
}

/**
 * What arrives at a server while somebody who is told its address does something.
 *
 * @param {(interakt: string) => Promise<void>} act
 */
async function received(act) {
  const { url, arrivals, close } = await startRecorder();
  try {
    await act(url);
    return arrivals;
  } catch (error) {
    const arrived = `what arrived: ${JSON.stringify(arrivals)}`;
    throw new Error(`${/** @type {Error} */ (error).message}\n${arrived}`);
  } finally {
    await close();
  }
}

/**
 * @param {import("../../support/recorder.mjs").Arrival[]} arrivals
 * @param {number} [count] How often the message has to be among them, with nothing else.
 */
function checkArrivals(arrivals, count = 1) {
  assert.deepEqual(arrivals, Array(count).fill(SENT));
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
  await checkCommand(project, ["node", ...program], count);
}

/**
 * The same with any command of the project, which may print other lines too.
 *
 * @param {import("./consumer.mjs").Consumer} project
 * @param {string[]} command
 * @param {number} [count]
 */
export async function checkCommand(project, command, count = 1) {
  const arrivals = await received(async (interakt) => {
    const printed = await project.run(command, { INTERAKT_URL: interakt });
    const lines = printed.split("\n").filter((line) => line.startsWith("{"));
    assert.equal(lines.length, count, printed);
    for (const line of lines) checkVerdict(line);
  });
  checkArrivals(arrivals, count);
}

/** @param {string} text A verdict, as JSON. */
export function checkVerdict(text) {
  const verdict = JSON.parse(text);
  if (verdict.failed) throw new Error(verdict.failed);
  assert.deepEqual(verdict, WORKS);
}

/**
 * The same in Jest's jsdom, which has no `crypto.subtle` to verify webhooks with and, without
 * jest-fixed-jsdom, no `TextDecoder` for files. What needs one says so.
 *
 * @param {string} text
 */
export function checkVerdictInJsdom(text) {
  const verdict = JSON.parse(text);
  if (!verdict.failed) assert.equal(verdict.verified, false);
  const { rows } = verdict;
  const saysWhy = typeof rows === "string" && rows.includes("TextDecoder");
  checkVerdict(JSON.stringify({ ...verdict, verified: true, rows: saysWhy ? WORKS.rows : rows }));
}
