/** The tarball's entries in the runtimes that are quick to ask; the matrix asks all of them. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { Miniflare } from "miniflare";
import { capture } from "../../scripts/project.mjs";
import { ensureBun, ensureDeno } from "../../scripts/toolchain.mjs";
import { DENO } from "../support/child.mjs";
import { edgeRuntime } from "../support/edge.mjs";
import { startServer } from "../support/server.mjs";
import { workerModules } from "../support/worker.mjs";
import { checkVerdict } from "./matrix/verdict.mjs";
import { installTarball } from "./tarball.mjs";

const project = await installTarball();
const interakt = await startServer();
after(async () => {
  await interakt.close();
  await project.remove();
});

/** @param {string} program A path in programs/. */
function node(program) {
  return capture(process.execPath, [join(project.folder, "programs", program)], {
    cwd: project.folder,
    env: { INTERAKT_URL: interakt.url },
  });
}

test("the default entry works in Node as an ECMAScript module", async () => {
  checkVerdict(await node("node-esm/main.mjs"));
});

test("the default entry works in Node as CommonJS", async () => {
  checkVerdict(await node("node-cjs/main.cjs"));
});

test("the web entry works with the bytes of core.wasm", async () => {
  checkVerdict(await node("web/main.mjs"));
});

test("the web entry works as CommonJS, and says what it needs", async () => {
  checkVerdict(await node("node-cjs/web.cjs"));
});

test("folders with a package.json serve resolvers that do not read exports", async () => {
  checkVerdict(await node("node-cjs/folders.cjs"));
});

test("the web entry is the default one on a server, whatever init is given", async () => {
  const script = join(project.folder, "programs", "server", "web.mjs");
  const env = { INTERAKT_URL: interakt.url };
  const options = { cwd: project.folder, env };
  checkVerdict(await node("server/web.mjs"));
  checkVerdict(await node("server/web.cjs"));
  checkVerdict(await capture(await ensureBun(), ["run", "--no-install", script], options));
  const permissions = ["--allow-net", "--allow-env=INTERAKT_URL"];
  checkVerdict(await capture(await ensureDeno(), [...DENO, ...permissions, script], options));
});

for (const [program, entry] of /** @type {const} */ ([
  ["main.mjs", "default"],
  ["web.mjs", "web"],
])) {
  test(`the ${entry} entry works in workerd, with the module as a file`, async () => {
    const worker = new Miniflare({
      cf: false,
      compatibilityDate: "2024-01-01",
      modules: await workerModules(join(project.folder, "programs", "workerd", program)),
    });
    try {
      const response = await worker.dispatchFetch(`http://localhost/?interakt=${interakt.url}`);
      checkVerdict(await response.text());
    } finally {
      await worker.dispose();
    }
  });

  test(`the ${entry} entry works in the edge runtime, with the module as an import`, async () => {
    const runtime = await edgeRuntime(join(project.folder, "programs", "edge-light", program));
    const response = await runtime.dispatchFetch(`http://localhost/?interakt=${interakt.url}`);
    checkVerdict(await response.text());
  });
}

test("importing an entry runs nothing that a runtime could lack", async () => {
  assert.equal(await node("node-esm/import-only.mjs"), "all were imported\n");
});
