/**
 * `npm start`: builds the package and serves the console until it is stopped.
 * `PORT` chooses another port, `INTERAKT_API_KEY` sends for real, `INTERAKT_BASE_URL` through another
 * server than Interakt's, and the other settings in www/worker/account.js are passed on. Campaigns
 * survive a restart.
 */
import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { join } from "node:path";
import { build } from "./build.mjs";
import { BUILD, main, say, timed } from "./project.mjs";
import { linesOf, problemOfPort, settingsOf } from "./start-settings.mjs";

/**
 * Says at once what would otherwise be found out after the build.
 *
 * @param {number} port
 * @returns {Promise<void>}
 */
function checkFree(port) {
  return new Promise((fulfil, reject) => {
    const server = createServer();
    server.on("error", (error) => reject(new Error(problemOfPort(port, error))));
    server.listen(port, "127.0.0.1", () => server.close(() => fulfil()));
  });
}

/** @param {() => Promise<void>} stop */
function stopOnSignal(stop) {
  let stopping = false;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      await stop();
      process.exit(0);
    });
  }
}

/** How often the Worker does what the clock sets off. */
const SWEEP_MS = 10 * 60 * 1000;

/**
 * Where the campaigns of an account are kept. One that was tried out on the simulator never goes on
 * with a key, nor that of one account with another's.
 *
 * @param {string | undefined} apiKey
 * @param {string | undefined} baseUrl
 */
function folderOf(apiKey, baseUrl = "") {
  const digest = createHash("sha256").update(`${baseUrl} ${apiKey}`).digest("hex");
  return join(BUILD, "campaigns", apiKey ? digest.slice(0, 16) : "simulator");
}

/**
 * @param {string} url Of the console.
 * @param {string | undefined} password
 * @returns {Promise<import("../www/page/worker-client.js").AccountInfo>} On whose account it sends.
 * @throws {Error} It cannot, as the Worker says it.
 */
async function readAccount(url, password) {
  const headers = password ? { authorization: `Bearer ${password}` } : undefined;
  const response = await fetch(`${url}/api/account`, { headers });
  const account = await response.json();
  if (!response.ok) throw new Error(account.error.message);
  return account;
}

await main(async () => {
  const settings = settingsOf(process.env);
  const { port, apiKey, baseUrl, variables } = settings;
  await checkFree(port);
  await build();
  // Loaded here because it imports npm packages, which are installed by now.
  const { bundleConsole, startConsole } = await import("./console.mjs");
  await timed("bundling the console", bundleConsole);
  const keepIn = folderOf(apiKey, baseUrl);
  const { url, sweep, stop } = await startConsole({ ...settings, keepIn });
  stopOnSignal(stop);
  /** @type {import("../www/page/worker-client.js").AccountInfo} */
  let account;
  try {
    account = await readAccount(url, variables.ADMIN_TOKEN);
  } catch (error) {
    await stop();
    throw error;
  }
  setInterval(() => sweep().catch((error) => say(`the sweep failed: ${error.name}`)), SWEEP_MS);
  for (const line of linesOf(url, account, baseUrl !== undefined)) say(line);
});
