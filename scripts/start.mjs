/**
 * `npm start`: builds the package and serves the console until it is stopped.
 * `PORT` chooses another port, `INTERAKT_API_KEY` sends for real.
 */
import { createServer } from "node:net";
import { build } from "./build.mjs";
import { main, say, timed } from "./project.mjs";

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

await main(async () => {
  const port = chosenPort();
  await checkFree(port);
  const apiKey = process.env.INTERAKT_API_KEY;
  await build();
  // Loaded here because it imports npm packages, which are installed by now.
  const { bundleConsole, startConsole } = await import("./console.mjs");
  await timed("bundling the console", bundleConsole);
  const { url, stop } = await startConsole({ port, apiKey });
  stopOnSignal(stop);
  say(apiKey ? "requests go to Interakt, with INTERAKT_API_KEY" : "requests go to the simulator");
  say(`the console is ready at ${url} (Ctrl+C stops it)`);
});
