/** How the tests' HTTP servers start and stop. */
import { createServer } from "node:http";

/**
 * Listens on a free port of the loopback interface.
 * @param {import("node:http").Server} server
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function listen(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Ports that systems do not hand out by themselves, to a server or to a connection that leaves. */
const QUIET = { first: 15_000, count: 15_000 };

/** Those that have been given to somebody in this process. @type {Set<number>} */
const given = new Set();

/**
 * A port that nothing listens on, for a program that has to be told one. It takes its time until it
 * listens there, so nobody else may get the port meanwhile.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = QUIET.first + Math.floor(Math.random() * QUIET.count);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
