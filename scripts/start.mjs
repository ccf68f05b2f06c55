/**
 * `npm start`: builds the package and serves the console until it is stopped.
 * `PORT` chooses another port, `INTERAKT_API_KEY` sends for real, and the other settings in
 * www/worker/account.js are passed on. Campaigns survive a restart.
 */
import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { join } from "node:path";
import { build } from "./build.mjs";
import { BUILD, main, say, timed } from "./project.mjs";

/** @returns {number} */
function chosenPort() {
  const text = process.env.PORT || "8787";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a port number, not ${text}`);
  }
  return port;
}

/**
 * Says at once what would otherwise be found out after the build.
 *
 * @param {number} port
 * @returns {Promise<void>}
 */
function checkFree(port) {
  return new Promise((fulfil, reject) => {
    const server = createServer();
    server.on("error", (cause) => {
      reject(new Error(`port ${port} cannot be used; PORT=… chooses another`, { cause }));
    });
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

/** What the Worker knows besides the key: see its settings. */
const VARIABLES = [
  "INTERAKT_PLAN",
  "SEND_TIMEOUT_MS",
  "INTERAKT_WEBHOOK_SECRET",
  "RCS_WEBHOOK_TOKEN",
  "SHOW_WEBHOOKS",
  "ADMIN_TOKEN",
  "KEEP_DAYS",
  "PROXY_ALLOW",
  "PROXY_ORIGINS",
];

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

await main(async () => {
  const port = chosenPort();
  await checkFree(port);
  const { INTERAKT_API_KEY: apiKey, INTERAKT_BASE_URL: baseUrl } = process.env;
  await build();
  // Loaded here because it imports npm packages, which are installed by now.
  const { bundleConsole, startConsole } = await import("./console.mjs");
  await timed("bundling the console", bundleConsole);
  const { url, sweep, stop } = await startConsole({
    ...{ port, apiKey, baseUrl, keepIn: folderOf(apiKey, baseUrl) },
    variables: Object.fromEntries(
      VARIABLES.flatMap((name) => {
        const value = process.env[name];
        return value ? [[name, value]] : [];
      }),
    ),
  });
  stopOnSignal(stop);
  setInterval(() => sweep().catch((error) => say(`the sweep failed: ${error.name}`)), SWEEP_MS);
  const target = baseUrl ? `${new URL(baseUrl).host}, with` : "Interakt, with";
  say(`requests go to ${apiKey ? `${target} INTERAKT_API_KEY` : "the simulator"}`);
  say(`the console is ready at ${url} (Ctrl+C stops it)`);
});
