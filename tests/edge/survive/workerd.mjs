/**
 * A campaign in the real thing: two Durable Objects and a Queue in workerd, an Interakt behind real
 * HTTP that breaks connections, and a process that is killed again and again.
 */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSimulator } from "interakt-wasm/simulator";
import { serve } from "../../support/server.mjs";
import { workerModules } from "../../support/worker.mjs";
import { createChance } from "./chance.mjs";
import { mostInAMinute, problemsOf, unsettledOf } from "./check.mjs";
import { FAULTS } from "./network.mjs";
import { makeRows } from "./rows.mjs";
import { CAMPAIGN, eventOf, FAULTY, KILLS, PLAN, SETTINGS } from "./world.mjs";

/** Seconds of the campaign in a real one. */
const SPEED = 6;

/** In the campaign's time: a slow machine takes its time for each request. */
const SLACK_MS = 12_000;

/** How long a message may take, and half of the lease: who was killed is known as dead soon. */
const TIMEOUT_MS = 15_000;

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param {number} seed
 * @param {number} count Of rows.
 */
export async function playInWorkerd(seed, count) {
  const chance = createChance(seed);
  const { rows, expected } = await makeRows(chance, count);
  const ready = rows.flatMap((row) => ("input" in row ? [row] : []));
  const pick = () =>
    new Set(ready.flatMap(({ recipient }) => (chance.is(0.01) ? [recipient] : [])));
  const [optedOut, windowClosed] = [pick(), pick()];
  const epoch = Date.now();
  const now = () => Math.floor(epoch + (Date.now() - epoch) * SPEED);
  const simulator = createSimulator({
    requestsPerMinute: PLAN,
    now,
    windowOpen: (phone) => !windowClosed.has(phone),
  });
  const interakt = await openInterakt(chance, simulator);
  const { accepted } = interakt;
  const worker = await createWorker({
    EPOCH: epoch,
    SPEED,
    SLACK_MS,
    TIMEOUT_MS,
    PLAN,
    URL: interakt.url,
  });
  try {
    await worker.start();
    /** @param {string} method @param {unknown[]} args */
    const ledger = (method, ...args) => worker.ask(`ledger/${CAMPAIGN}/${method}`, args);
    await ledger("open", SETTINGS);
    await worker.ask("account/-/optOut", [[...optedOut]]);
    for (let at = 0; at < rows.length; at += 500) await ledger("add", rows.slice(at, at + 500));
    await ledger("start");

    // In the middle of whatever it is about when so many messages have come.
    let killed = 0;
    let death = chance.whole(1, Math.ceil(count / (KILLS + 1)));
    interakt.onMessage(async (came) => {
      if (came < death || killed === KILLS) return;
      killed += 1;
      death = came + chance.whole(1, Math.ceil(count / (KILLS + 1)));
      await pause(chance.between(0, 60));
      worker.kill();
    });

    let state = await ledger("state");
    const last = now() + 6 * count * 100 + 3_600_000;
    while (state.status === "running" && now() < last) {
      await pause(250);
      if (!worker.isAlive) await worker.start();
      state = await ledger("state").catch(() => state);
    }
    const tookMs = now() - epoch;
    const world = { expected, ready, accepted, optedOut, windowClosed, simulator, pauses: [] };
    const problems = problemsOf(world, state, await allRows(ledger));
    if (killed < KILLS) problems.push(`it was killed ${killed} times only`);

    for (const { id, input } of interakt.taken) {
      await worker.ask("webhook", eventOf("sent", id, input));
    }
    const after = await allRows(ledger);
    const final = await ledger("state");
    problems.push(...problemsOf(world, final, after), ...unsettledOf(world, after, new Set()));
    return {
      ...{ seed, problems, killed },
      rows: count,
      minutes: tookMs / 60_000,
      requests: simulator.requests.length,
      faults: interakt.faults(),
      peak: mostInAMinute(simulator.requests.map(({ at }) => at)),
      parked: state.counts.unknown,
      settled: state.counts.unknown - final.counts.unknown,
      dead: final.counts.dead,
    };
  } finally {
    await worker.close();
    await interakt.close();
  }
}

/** @param {(method: string, ...args: unknown[]) => Promise<any>} ledger */
async function allRows(ledger) {
  /** @type {any[]} */
  const rows = [];
  for (;;) {
    const some = await ledger("rows", { after: rows.at(-1)?.index ?? -1, most: 1_000 });
    rows.push(...some);
    if (some.length < 1_000) return rows;
  }
}

/**
 * The simulator behind HTTP, with faults.
 *
 * @param {import("./chance.mjs").Chance} chance
 * @param {import("interakt-wasm/simulator").Simulator} simulator
 */
async function openInterakt(chance, simulator) {
  /** The ids of what was taken, by `callbackData`. @type {Map<string, string[]>} */
  const accepted = new Map();
  /** @type {{ id: string, input: any }[]} */
  const taken = [];
  let faulty = 0;
  let came = 0;
  /** @type {(came: number) => unknown} */
  let listener = () => undefined;
  /** Those that get no answer. @type {(() => void)[]} */
  const hanging = [];

  /** @param {Request} request @param {string} body */
  async function reach(request, body) {
    const { url, method, headers } = request;
    const response = await simulator(new Request(url, { method, headers, body }));
    const input = JSON.parse(body);
    if (response.status < 300) {
      const { id } = await response.clone().json();
      accepted.set(input.callbackData, [...(accepted.get(input.callbackData) ?? []), id]);
      taken.push({ id, input });
    }
    return response;
  }

  const server = await serve(async (request) => {
    const body = await request.text();
    const { callbackData } = JSON.parse(body);
    const fault = chance.is(FAULTY) ? chance.of(FAULTS) : undefined;
    if (fault) faulty += 1;
    came += 1;
    listener(came);
    if (fault === "break before") throw new Error("cut");
    if (fault === "hang before") return hang(request);
    if (fault === "429" || fault === "503" || fault === "500 before") {
      const status = Number.parseInt(fault, 10);
      const on = (/** @type {any} */ { body }) => body?.callbackData === callbackData;
      const headers = { "retry-after": String(chance.whole(1, 20)) };
      simulator.fault({ on, status, ...(status === 429 && { headers }) });
    }
    const response = await reach(request, body);
    if (fault === "hang after") return hang(request);
    if (fault === "break after") throw new Error("cut");
    if (fault === "500 after") return new Response("<html>bad gateway</html>", { status: 502 });
    return response;
  });

  /** @param {Request} request @returns {Promise<never>} */
  const hang = ({ signal }) =>
    new Promise((_, reject) => {
      hanging.push(() => reject(new Error("over")));
      signal.addEventListener("abort", () => reject(signal.reason));
    });

  return {
    url: server.url,
    ...{ accepted, taken },
    faults: () => faulty,
    onMessage: (/** @type {(came: number) => unknown} */ listen) => {
      listener = listen;
    },
    close() {
      for (const end of hanging) end();
      return server.close();
    },
  };
}

/**
 * The Worker in a workerd whose process is known.
 *
 * @param {Record<string, any>} bindings
 */
async function createWorker(bindings) {
  const folder = await mkdtemp(join(tmpdir(), "campaign-"));
  const modules = await workerModules(fileURLToPath(new URL("worker.mjs", import.meta.url)));
  const objects = join(folder, "objects");
  await mkdir(objects);
  const pid = join(folder, "pid");
  const { Miniflare } = await withPid(folder, pid);
  /** @type {import("miniflare").Miniflare | undefined} */
  let miniflare;
  let isAlive = false;

  /** @param {string} path @param {unknown} content */
  async function ask(path, content) {
    const body = JSON.stringify(content);
    const response = await miniflare?.dispatchFetch(`http://x/${path}`, { method: "POST", body });
    if (!response?.ok) throw new Error(await response?.text());
    return /** @type {Promise<any>} */ (response.json());
  }

  const worker = {
    ask,
    get isAlive() {
      return isAlive;
    },
    async start() {
      await miniflare?.dispose().catch(() => {});
      miniflare = new Miniflare({
        modules,
        compatibilityDate: "2026-01-01",
        bindings,
        durableObjects: {
          ACCOUNT: { className: "Account", useSQLite: true },
          CAMPAIGN: { className: "Campaign", useSQLite: true },
        },
        durableObjectsPersist: objects,
        queueProducers: { TICKETS: "tickets" },
        queueConsumers: { tickets: { maxBatchSize: 1, maxBatchTimeout: 0 } },
        handleRuntimeStdio() {},
      });
      await miniflare.ready;
      isAlive = true;
    },
    async kill() {
      if (!isAlive) return;
      isAlive = false;
      try {
        process.kill(Number(await readFile(pid, "utf8")), "SIGKILL");
      } catch (error) {
        // On a machine that is short of memory it may be dead already: it is started anew as well.
        if (/** @type {any} */ (error).code !== "ESRCH") throw error;
      }
    },
    async close() {
      await miniflare?.dispose().catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
  return worker;
}

/**
 * Miniflare, whose workerd writes down who it is before it becomes workerd.
 *
 * @param {string} folder
 * @param {string} pid
 */
async function withPid(folder, pid) {
  const { default: workerd } = createRequire(import.meta.resolve("miniflare"))("workerd");
  const script = join(folder, "workerd");
  await writeFile(script, `#!/bin/sh\necho $$ > '${pid}'\nexec '${workerd}' "$@"\n`);
  await chmod(script, 0o755);
  process.env.MINIFLARE_WORKERD_PATH = script;
  return import("miniflare");
}
