// The programs for Node that docs/edge.md shows.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Interakt } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { capture } from "../../scripts/project.mjs";
import { freePort } from "../support/listen.mjs";
import { newestNode } from "../support/newest-node.mjs";

/** @param {string} name */
const program = (name) => fileURLToPath(new URL(`node/programs/${name}`, import.meta.url));

const SIMULATED = new URL("../readme/simulated-fetch.mjs", import.meta.url).href;
const NOON = new URL("node/noon.mjs", import.meta.url).href;
const BIN = fileURLToPath(
  new URL("../../node_modules/interakt-wasm/bin/interakt-wasm.js", import.meta.url),
);
const SECRET = "test-secret";

test("a program sends a campaign, and another one is told what became of it", async (t) => {
  const node = await newestNode();
  const folder = await mkdtemp(join(tmpdir(), "interakt-wasm-programs-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "customers.csv"), "Mobile,Name\n9876543210,Asha\n98765,Ravi\n");
  const env = { INTERAKT_API_KEY: "dGVzdC1rZXk6", INTERAKT_WEBHOOK_SECRET: SECRET };
  const before = [SIMULATED, NOON].flatMap((module) => ["--import", module]);
  const send = () => capture(node, [...before, program("send.mjs")], { cwd: folder, env });
  assert.equal(await send(), "1 sent 0 parked 0 refused\n");
  assert.equal(await send(), "1 sent 0 parked 0 refused\n");

  const port = await freePort();
  const server = spawn(node, [program("webhooks.mjs")], {
    cwd: folder,
    env: { ...env, PORT: String(port) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  t.after(() => server.kill("SIGKILL"));
  const simulator = createSimulator({
    webhooks: { to: `http://127.0.0.1:${port}`, secret: SECRET, stepMs: 1, auto: false },
  });
  const interakt = new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: simulator });
  await interakt.sendMessage({
    fullPhoneNumber: "919876543210",
    callbackData: "diwali.0",
    ...{ type: "Template", template: { name: "diwali_offer", languageCode: "en" } },
  });
  while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 50));
  const told = await simulator.deliver();
  assert.deepEqual(
    told.map(({ status }) => status),
    [200, 200, 200],
  );
  const command = ["campaign", "status", "--json", "--id", "diwali"];
  const { counts } = JSON.parse(await capture(node, [BIN, ...command], { cwd: folder }));
  assert.deepEqual([counts.delivered, counts.read, counts.invalid], [1, 1, 1]);
});

test("the simulator as a server takes a campaign, and answers a client", async (t) => {
  const node = await newestNode();
  const folder = await mkdtemp(join(tmpdir(), "interakt-wasm-programs-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "customers.csv"), "Mobile,Name\n9876543210,Asha\n");
  const port = await freePort();
  const server = spawn(node, [program("simulator.mjs")], {
    env: { PORT: String(port) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  t.after(() => server.kill("SIGKILL"));
  while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 50));
  const baseUrl = `http://127.0.0.1:${port}`;
  const call = ["campaign", "run", "customers.csv", "--name", "Diwali", "--base-url", baseUrl];
  const message = ["--template", "diwali_offer", "--language", "en", "--country", "IN"];
  const columns = ["--map", "Mobile=phone", "--map", "Name=template.bodyValues[0]"];
  const told = await capture(node, [BIN, ...call, ...message, ...columns], {
    cwd: folder,
    env: { INTERAKT_API_KEY: "dGVzdC1rZXk6" },
  });
  assert.match(told, /1 sent: /);
  const interakt = new Interakt({ apiKey: "dGVzdC1rZXk6", baseUrl });
  assert.deepEqual((await interakt.listTemplates({})).results.templates, []);
});

/** @param {number} port */
const answers = (port) =>
  fetch(`http://127.0.0.1:${port}`)
    .then(() => true)
    .catch(() => false);
