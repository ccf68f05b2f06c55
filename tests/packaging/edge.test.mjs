/** The tarball's entry for servers, in each runtime that servers have. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { Miniflare } from "miniflare";
import { capture } from "../../scripts/project.mjs";
import { ensureBun, ensureDeno } from "../../scripts/toolchain.mjs";
import { DENO } from "../support/child.mjs";
import { edgeRuntime } from "../support/edge.mjs";
import { workerModules } from "../support/worker.mjs";
import { MESSAGE } from "./exercise.mjs";
import { installTarball } from "./tarball.mjs";

const project = await installTarball();
after(project.remove);

/** What exercise-edge.mjs says when all went well. */
const WORKS = {
  paced: "string",
  lost: ["limiter_failed", "not_sent", "edge_unreachable"],
  sent: 1,
  proxied: "string",
  refused: [
    [403, "operation_refused"],
    [403, "recipient_refused"],
  ],
  matched: ["sendMessage", MESSAGE],
  row: { campaign: "spring", index: 7, own: "own" },
};

/** @param {string} text A verdict, as JSON. */
function checkVerdict(text) {
  const verdict = JSON.parse(text);
  if (verdict.failed) throw new Error(verdict.failed);
  assert.deepEqual(verdict, WORKS);
}

/** @param {string} program @param {string[]} command */
const run = async (program, command) =>
  checkVerdict(
    await capture(
      String(command[0]),
      [...command.slice(1), join(project.folder, "programs", program)],
      { cwd: project.folder },
    ),
  );

test("it works in Node as an ECMAScript module", () =>
  run("node-esm/edge.mjs", [process.execPath]));

test("it works in Node as CommonJS", () => run("node-cjs/edge.cjs", [process.execPath]));

test("it works in Deno, which allows it nothing", async () => {
  await run("node-esm/edge.mjs", [await ensureDeno(), ...DENO]);
});

test("it works in Bun", async () => {
  await run("node-esm/edge.mjs", [await ensureBun(), "run", "--no-install"]);
});

for (const compatibilityDate of ["2024-04-03", "2026-01-01"]) {
  test(`it works in workerd of ${compatibilityDate}, with an account in a Durable Object`, async () => {
    const worker = new Miniflare({
      cf: false,
      compatibilityDate,
      modules: await workerModules(join(project.folder, "programs", "workerd", "edge.mjs")),
      durableObjects: { ACCOUNT: { className: "InteraktAccount", useSQLite: true } },
    });
    try {
      checkVerdict(await (await worker.dispatchFetch("http://localhost/")).text());
    } finally {
      await worker.dispose();
    }
  });
}

test("it works in the edge runtime", async () => {
  const runtime = await edgeRuntime(join(project.folder, "programs", "edge-light", "edge.mjs"));
  checkVerdict(await (await runtime.dispatchFetch("http://localhost/")).text());
});
