/**
 * Each example of README.md and of the guides in docs/ compiles, and runs where it belongs: in Node, in a
 * page in Chromium, or in a Worker in workerd. What it sends goes to the simulator.
 */
import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import * as esbuild from "esbuild";
import { Interakt, templateBook } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { Miniflare } from "miniflare";
import { BUILD, capture, TSC } from "../../scripts/project.mjs";
import { launchChromium } from "../support/chromium.mjs";
import { moduleOf } from "../support/command.mjs";
import { newestNode } from "../support/newest-node.mjs";
import { servePage } from "../support/page.mjs";
import { workerModules } from "../support/worker.mjs";
import { readExamples, readShownInput } from "./blocks.mjs";
import { API_KEY, askAsPage, sendCampaign } from "./campaign.mjs";

const OUTPUT = join(BUILD, "tests", "readme");
const PRELOAD = new URL("./simulated-fetch.mjs", import.meta.url).href;

const examples = await readExamples();
await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT, { recursive: true });
await writeFile(join(OUTPUT, "package.json"), '{ "type": "module" }\n');

// What \`npx interakt-wasm templates\` writes, for the example that imports it.
const written = moduleOf(
  templateBook(
    JSON.stringify([
      {
        name: "order_shipped",
        language: "en",
        category: "UTILITY",
        approval_status: "APPROVED",
        body: "Hi {{1}}, your order {{2}} is on its way.",
        buttons: [{ type: "URL", text: "Track", url: "https://shop.example/orders/{{1}}" }],
      },
    ]),
  ),
);
await writeFile(join(OUTPUT, "templates.ts"), written);
const { code: compiled } = await esbuild.transform(written, { loader: "ts" });
await writeFile(join(OUTPUT, "templates.js"), compiled);

/** @param {import("./blocks.mjs").Example} example */
const sourceOf = ({ name, language }) => join(OUTPUT, `${name}.${language}`);

test("README.md starts with examples for a page, a Worker and a server", () => {
  const first = examples.filter(({ place }) => place.startsWith("README.md:"));
  assert.deepEqual([...new Set(first.map(({ runtime }) => runtime))], ["page", "worker", "node"]);
});

/** Leaves some rows of another file, of which the rest never came. */
const BROKEN_OFF = `
  import { DatabaseSync } from "node:sqlite";
  import { createLedger, nodeSql } from "interakt-wasm/edge";
  const campaign = createLedger(nodeSql(new DatabaseSync("campaigns.db")), "diwali-2026");
  await campaign.open({ name: "Diwali" });
  const input = { type: "Template", template: { name: "other", languageCode: "en" } };
  const rows = ["919000000000", "919000000001", "919000000002"].map((recipient, index) => {
    return { index, recipient, country: "IN", input: { ...input, fullPhoneNumber: recipient } };
  });
  await campaign.add(rows);
`;

/** @param {string} code */
const needsSqlite = (code) => code.includes('"node:sqlite"');

/** What an example for a Worker does there, by what it imports. @param {string} code */
function runInWorker(code) {
  if (code.includes("createProxy")) return askAsPage;
  if (code.includes("createConsumer")) return sendCampaign;
  return code.includes("webhooks") ? receiveInWorker : sendInWorker;
}

for (const example of examples) await writeFile(sourceOf(example), example.code);

/** Names the file of whichever does not: docs/forms.md:12 is forms-12.ts. @param {boolean} sqlite */
const compile = (sqlite) =>
  capture(process.execPath, [
    TSC,
    ...[
      "--ignoreConfig",
      "--noEmit",
      "--strict",
      "--allowJs",
      "--checkJs",
      "--skipLibCheck",
      "--pretty",
      "false",
    ],
    ...["--module", "nodenext", "--moduleDetection", "force"],
    ...["--types", sqlite ? "newest-node-types" : "node"],
    ...["--target", "es2022", "--lib", "es2022,dom,dom.iterable"],
    ...examples.filter(({ code }) => needsSqlite(code) === sqlite).map(sourceOf),
  ]);

test("the examples compile", async () => {
  await compile(false);
  await compile(true);
});

for (const example of examples) {
  const { place, name, language, code, runtime } = example;
  const source = sourceOf(example);

  if (runtime === "node") {
    test(`${place} runs in Node`, async () => {
      const { code: script } = await esbuild.transform(code, { loader: language });
      const program = join(OUTPUT, `${name}.run.mjs`);
      await writeFile(program, script);
      const node = needsSqlite(code) ? await newestNode() : process.execPath;
      /** @param {readonly string[]} args */
      const run = (...args) =>
        capture(node, ["--import", PRELOAD, ...args], {
          cwd: OUTPUT, // where it may write
          env: { INTERAKT_API_KEY: API_KEY },
        });
      if (code.includes("createLedger")) await run("--input-type=module", "--eval", BROKEN_OFF);
      const told = await run(program);
      if (code.includes("createLedger")) assert.match(told, /^1 0 1$/m);
    });
  } else if (runtime === "worker") {
    test(`${place} runs in workerd`, () => runInWorker(code)(source));
  } else {
    test(`${place} runs in Chromium`, () => runInPage(source, example));
  }
}

/** @param {string} source */
async function sendInWorker(source) {
  const simulator = createSimulator({ apiKey: API_KEY });
  const miniflare = new Miniflare({
    modules: await workerModules(source),
    compatibilityDate: "2026-01-01",
    bindings: { INTERAKT_API_KEY: API_KEY },
    outboundService: async (/** @type {Request} */ request) => {
      const { method, headers } = request;
      const body = await request.arrayBuffer();
      const answer = await simulator(
        new Request(request.url, { method, headers: [...headers], body }),
      );
      return /** @type {any} */ (answer);
    },
  });
  /** @param {object} form */
  const post = (form) =>
    miniflare.dispatchFetch("http://worker/", { method: "POST", body: JSON.stringify(form) });
  try {
    const sent = await post({ phone: "9876543210", text: "Hi" });
    const { id } = /** @type {{ id: string }} */ (await sent.json());
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.deepEqual(
      simulator.requests.map(({ operation }) => operation),
      ["sendMessage"],
    );
    const refused = await post({ phone: "098765", text: "" });
    assert.equal(refused.status, 422);
    assert.equal(simulator.requests.length, 1);
  } finally {
    await miniflare.dispose();
  }
}

/** @param {string} source */
async function receiveInWorker(source) {
  const secret = "a-test-secret";
  const miniflare = new Miniflare({
    modules: await workerModules(source),
    compatibilityDate: "2026-01-01",
    bindings: { INTERAKT_WEBHOOK_SECRET: secret },
    kvNamespaces: ["MESSAGES"],
  });
  let time = Date.UTC(2026, 0, 15);
  const simulator = createSimulator({
    now: () => time,
    webhooks: {
      secret,
      to: async ({ method, headers, body }) => {
        const init = { method, headers: [...headers], body, duplex: "half" };
        return /** @type {any} */ (
          await miniflare.dispatchFetch("http://worker/", /** @type {any} */ (init))
        );
      },
      life: () => ["delivered", "read", "sent", { replied: { button: { id: "1", title: "Yes" } } }],
    },
  });
  try {
    const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator });
    const { id } = await interakt.sendMessage({
      fullPhoneNumber: "919876543210",
      type: "Text",
      data: { message: "Hi" },
    });
    time += 60_000;
    const deliveries = await simulator.deliver();
    assert.deepEqual(
      deliveries.map(({ status }) => status),
      [200, 200, 200, 200],
    );
    const messages = /** @type {any} */ (await miniflare.getKVNamespace("MESSAGES"));
    assert.equal(await messages.get(id), "read");
    const forged = { method: "POST", body: "{}", headers: { "Interakt-Signature": "sha256=0" } };
    assert.equal((await miniflare.dispatchFetch("http://worker/", forged)).status, 401);
  } finally {
    await miniflare.dispose();
  }
}

/**
 * @param {string} source
 * @param {import("./blocks.mjs").Example} example
 */
async function runInPage(source, { code, html }) {
  const script = '<script type="module" src="/page.js"></script>';
  const files = await servePage(`<!doctype html><title>page</title>${html}${script}`, source);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const problems = [];
    /** @type {string[]} */
    const logged = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => logged.push(message.text()));
    await page.goto(files.url, { waitUntil: "networkidle" });
    if (code.includes("bindForm")) await fillIn(page);
    else {
      const told = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, value]) => value);
      assert.notDeepEqual(told, []);
      assert.deepEqual(logged, told);
    }
    if (code.includes("limitOf")) {
      await page.fill("textarea", "Hi 😀");
      assert.equal(await page.textContent("output"), "4092 characters left");
    }
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    await files.close();
  }
}

/**
 * The form as somebody fills it in: wrong, then mended, then sent.
 *
 * @param {import("playwright-core").Page} page
 */
async function fillIn(page) {
  const told = () => page.locator("[data-error]").allTextContents();
  const simulator = createSimulator({ apiKey: API_KEY });
  const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator });
  await page.route("**/api/customers", async (route) => {
    await interakt.trackUser(JSON.parse(route.request().postData() ?? ""));
    await route.fulfill({ json: {} });
  });
  await page.fill("[name=mobile]", "98765");
  await page.click("button");
  assert.equal((await told()).filter((text) => text !== "").length, 3);
  assert.equal(await page.evaluate("document.activeElement.name"), "fullName");
  await page.fill("[name=fullName]", "Asha");
  await page.fill("[name=mobile]", "098765 43210");
  await page.check("[name=optIn]");
  assert.deepEqual((await told()).join(""), "");
  assert.deepEqual(simulator.requests, []);
  await Promise.all([page.waitForResponse("**/api/customers"), page.click("button")]);
  assert.deepEqual(
    simulator.requests.map(({ operation, body }) => [operation, body]),
    [["trackUser", await readShownInput()]],
  );
}
