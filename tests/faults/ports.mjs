/** Addresses at which no server answers, each in its way. */
import { once } from "node:events";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";

/**
 * A port where nobody listens, and nobody else can: it is one end of a connection.
 * @param {number} port where somebody listens
 */
export async function takeClosedPort(port) {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  return {
    url: `http://127.0.0.1:${socket.localPort}`,
    free: () => socket.destroy(),
  };
}

/** Listens and then never again looks at who comes. */
const LISTENER = `
  const { parentPort } = require("node:worker_threads");
  const server = require("node:net").createServer();
  server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

/** A connection on the loopback interface that is not there by then will not come. */
const HOPELESS_MS = 300;

/** A port at which connecting never ends: the queue of those who wait to be accepted is full. */
export async function takeSilentPort() {
  const worker = new Worker(LISTENER, { eval: true });
  const [port] = await once(worker, "message");
  /** @type {import("node:net").Socket[]} */
  const queue = [];
  let waiting = false;
  while (!waiting) {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    queue.push(socket);
    waiting = await new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), HOPELESS_MS);
      socket.once("connect", () => {
        clearTimeout(timer);
        resolve(false);
      });
    });
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async free() {
      for (const socket of queue) socket.destroy();
      await worker.terminate();
    },
  };
}
