/**
 * Thousands of calls with faults, retries, limits and aborts at random, over real TCP.
 * `SEED=… ` plays those of another seed.
 */
import assert from "node:assert/strict";
import test from "node:test";
import { setImmediate as immediately, setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { Interakt } from "interakt-wasm";
import { API_KEY } from "./keys.mjs";
import { judge } from "./random/judge.mjs";
import { describePlan, PARTS, plans, SHARED_CLIENTS } from "./random/plan.mjs";
import { PLAY } from "./remote.mjs";
import { startFaultServer } from "./server.mjs";
import { INPUTS } from "./world.mjs";

const RUNS = 2000;
const AT_ONCE = 20;
const SEED = Number(process.env.SEED ?? 20_260_115);

/** A call that is not over by then never will be: all its limits are below a second. */
const HUNG_MS = 30_000;

/** Node keeps an idle connection for 4 seconds, in case that there are more requests. */
const CLOSED_MS = 15_000;

/** What a call must not leave behind. */
const LASTING = ["Timeout", "TCPSocketWrap"];

/** @typedef {import("./random/plan.mjs").Plan} Plan */
/** @typedef {Awaited<ReturnType<typeof startFaultServer>>} FaultServer */

test(`${RUNS} random calls from the seed ${SEED}`, async (t) => {
  const server = await startFaultServer();
  t.after(() => server.close());
  // Some have a limit: faster than that of any plan, so that the test comes to an end.
  const shared = Array.from({ length: SHARED_CLIENTS }, (_, number) =>
    clientOf(server.stageUrl, number % 2 === 0 ? { plan: { requestsPerMinute: 12_000 } } : {}),
  );
  const left = fc.sample(plans, { seed: SEED, numRuns: RUNS }).entries();
  /** @type {Awaited<ReturnType<typeof play>>[]} */
  const runs = [];
  /** @type {string[]} */
  const hung = [];

  async function work() {
    for (const [number, plan] of left) {
      const name = `run ${number}: ${describePlan(plan)}`;
      const watchdog = setTimeout(() => hung.push(name), HUNG_MS);
      runs.push(await play(server, shared, plan, name));
      clearTimeout(watchdog);
    }
  }

  const done = Promise.all(Array.from({ length: AT_ONCE }, work));
  await Promise.race([done, until(() => hung.length > 0 || runs.length === RUNS)]);
  assert.deepEqual(hung, [], "calls that never ended");

  const isAnyOpen = () => runs.some(({ id }) => server.reportOf(id).open > 0);
  await Promise.race([until(() => !isAnyOpen()), pause(CLOSED_MS, undefined, { ref: false })]);
  const judged = runs.map((run) => ({ ...run, report: server.reportOf(run.id) }));
  const wrong = judged.flatMap((run) => judge(run).map((what) => `${what}; ${run.name}`));
  assert.deepEqual(wrong, []);

  await t.test("all that can happen has happened", () => {
    const met = judged.flatMap(({ plan, report }) => [
      ...report.requests.map(({ fault }) => plan.parts[fault]),
      ...(report.unread > 0 ? ["reset unread"] : []),
    ]);
    assert.deepEqual([...new Set(met)].sort(), Object.keys(PARTS).sort());
    const ends = new Set(judged.map(({ thrown }) => thrown?.error?.code ?? typeof thrown));
    for (const code of ["connection_failed", "timeout", "total_timeout", "response_too_large"]) {
      assert.ok(ends.has(code), `no call ended as ${code}`);
    }
  });

  await t.test("nothing is left that keeps the process from ending", async () => {
    await server.close();
    await until(() => !process.getActiveResourcesInfo().some((name) => LASTING.includes(name)));
  });
});

/**
 * @param {string} baseUrl
 * @param {object} options
 */
const clientOf = (baseUrl, options) => new Interakt({ apiKey: API_KEY, baseUrl, ...options });

/**
 * Plays one run.
 * @param {FaultServer} server
 * @param {Interakt[]} shared
 * @param {Plan} plan
 * @param {string} name
 */
async function play(server, shared, plan, name) {
  const id = crypto.randomUUID();
  const faults = plan.parts.map((name) => PARTS[name]?.fault ?? {});
  const baseUrl = await server.play({ id, faults });
  let late = 0;
  const onRetry = (/** @type {any} */ { error }) => {
    if (error.name === "TimeoutError") late += 1;
  };
  const client = shared[plan.shared ?? -1] ?? clientOf(baseUrl, { onRetry });
  const controller = new AbortController();
  const { abort } = plan;
  if (abort?.moment === "before") controller.abort(abort.reason);
  const options = { ...plan.options, headers: { [PLAY]: id }, signal: controller.signal };
  let isOver = false;
  const call = /** @type {any} */ (client)
    [plan.operation](INPUTS[plan.operation], options)
    .withResponse()
    .then(
      (/** @type {any} */ value) => ({ value }),
      (/** @type {unknown} */ error) => ({ thrown: { error } }),
    )
    .finally(() => {
      isOver = true;
    });

  let obeyed = true;
  const stop = async () => {
    controller.abort(abort?.reason);
    await immediately();
    obeyed = isOver;
  };
  const timer = typeof abort?.moment === "number" ? setTimeout(stop, abort.moment) : undefined;
  if (abort?.moment === "at once") await stop();
  /** @type {{ value?: any, thrown?: { error: any } }} */
  const ended = await call;
  clearTimeout(timer);
  // The stop that ended the call may still have to look.
  await immediately();
  if (ended.thrown?.error?.name === "TimeoutError") late += 1;
  return { ...ended, id, plan, name, obeyed, late };
}

/**
 * Waits until it holds.
 * @param {() => boolean} holds
 */
async function until(holds) {
  while (!holds()) await pause(10);
}
