/**
 * A Worker in workerd itself, with flags for its JavaScript engine that Miniflare cannot set: so that
 * it collects when asked, and tells its heap to a debugger.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { WebSocket } from "undici";
import { workerModules } from "../../tests/support/worker.mjs";

/** The one that Miniflare starts. */
const requireOfMiniflare = createRequire(createRequire(import.meta.url).resolve("miniflare"));

/** @type {string} */
const PROGRAM = requireOfMiniflare("workerd").default;

/** The descriptor at which workerd says on which ports it listens. */
const CONTROL = 3;

/** @param {string} entry Path of the Worker's source. */
export async function startWorkerd(entry) {
  const folder = await mkdtemp(join(tmpdir(), "workerd-"));
  const config = join(folder, "config.capnp");
  await writeFile(config, await configOf(entry, folder));
  const args = ["serve", config, "--inspector-addr=127.0.0.1:0", `--control-fd=${CONTROL}`];
  const child = spawn(PROGRAM, args, { stdio: ["ignore", "inherit", "inherit", "pipe"] });
  const ended = once(child, "exit");
  const ports = await Promise.race([portsOf(child), ended.then(() => ({ http: 0, inspector: 0 }))]);
  if (!ports.http || !ports.inspector) throw new Error("workerd does not start");
  const session = await debuggerOf(ports.inspector);
  return {
    pid: child.pid,
    url: `http://127.0.0.1:${ports.http}/`,
    /** @returns {Promise<number>} Bytes of its heap in use. */
    heap: async () => (await session.send("Runtime.getHeapUsage")).usedSize,
    async stop() {
      session.close();
      child.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** @param {string} entry @param {string} folder Where its modules are put. */
async function configOf(entry, folder) {
  const modules = await workerModules(entry);
  for (const { path, contents } of modules) await writeFile(join(folder, path), contents);
  const listed = modules.map(({ type, path }) => {
    const name = JSON.stringify(path);
    return `(name = ${name}, ${type === "CompiledWasm" ? "wasm" : "esModule"} = embed ${name})`;
  });
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  v8Flags = ["--expose-gc"],
  services = [(name = "worker", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
const worker :Workerd.Worker = (
  modules = [${listed.join(", ")}],
  compatibilityDate = "2026-01-01",
);
`;
}

/** @param {import("node:child_process").ChildProcess} child */
async function portsOf(child) {
  const input = /** @type {import("node:stream").Readable} */ (child.stdio[CONTROL]);
  let [http, inspector] = [0, 0];
  for await (const line of createInterface({ input })) {
    const { event, port } = JSON.parse(line);
    if (event === "listen") http = port;
    if (event === "listen-inspector") inspector = port;
    if (http && inspector) break;
  }
  return { http, inspector };
}

/** @param {number} port */
async function debuggerOf(port) {
  const response = await fetch(`http://127.0.0.1:${port}/json`);
  const [{ webSocketDebuggerUrl }] = /** @type {any} */ (await response.json());
  const socket = new WebSocket(webSocketDebuggerUrl);
  /** @type {Map<number, (result: any) => void>} */
  const waiting = new Map();
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data));
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  let last = 0;
  return {
    /** @param {string} method @returns {Promise<any>} */
    send(method) {
      last += 1;
      const answer = new Promise((resolve) => waiting.set(last, resolve));
      socket.send(JSON.stringify({ id: last, method }));
      return answer;
    },
    close: () => socket.close(),
  };
}
