/** The package's command, with a marked key and a file of marked people. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createSimulator } from "interakt-wasm/simulator";
import { start } from "../cli/command.mjs";
import { newestNode } from "../support/newest-node.mjs";
import { serve } from "../support/server.mjs";
import { KEY, NAME, PHONE, TEXT } from "./marks.mjs";
import { echoes } from "./paths/echoes.mjs";
import { createWatch } from "./watch.mjs";

const cell = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;

const FILE = [
  "Mobile,Name",
  `${PHONE.phoneNumber},${cell(NAME)}`,
  `9873041,${cell(NAME)}`,
  `${cell(TEXT)},${cell(NAME)}`,
].join("\n");

const SALE = [
  ...["--name", "Sale", "--template", "sale", "--language", "en", "--country", "IN"],
  ...["--map", "Mobile=phone", "--map", "Name=template.bodyValues[0]", "--plan", "60000"],
];

test("the key is printed and written nowhere, and people where somebody asks for them", async (t) => {
  const watch = createWatch();
  const node = await newestNode();
  const folder = await mkdtemp(join(tmpdir(), "interakt-wasm-command-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "people.csv"), FILE);
  let isRefused = false;
  const simulator = createSimulator({ apiKey: KEY, requestsPerMinute: 60_000 });
  const echo = echoes["400 that repeats all as it is"];
  const server = await serve((request) => (isRefused && echo ? echo(request) : simulator(request)));
  t.after(server.close);
  const there = ["--base-url", server.url];

  /** @param {string} place @param {string[]} args */
  const run = async (place, ...args) => {
    const { stdout, stderr } = await start(args, { cwd: folder, node, key: KEY }).ended;
    watch.saw(`${place}: output`, stdout, args.join(" "));
    watch.saw(`${place}: errors`, stderr, args.join(" "));
  };

  const campaign = (/** @type {string[]} */ ...args) => run("campaign", "campaign", ...args);
  await run("templates", "templates", ...there);
  await campaign("run", "people.csv", ...SALE, ...there, "--dry-run", "--refused", "bad.csv");
  await campaign("run", "people.csv", ...SALE, ...there);
  await campaign("status");
  await campaign("erase", "--yes", "--id", "sale");
  isRefused = true;
  await run("templates, refused", "templates", ...there);
  await run("campaign, refused", "campaign", "run", "people.csv", ...SALE, ...there);
  await run("rows", "campaign", "rows", "--id", "sale");
  await run("results", "campaign", "results", "--id", "sale");
  for (const name of await readdir(folder)) {
    const kind = name.startsWith("campaigns.db") ? "the database" : name;
    watch.saw(`a file: ${kind}`, await readFile(join(folder, name)));
  }
  watch.check({
    "templates: output": {},
    "templates: errors": {},
    "templates, refused: output": {},
    "templates, refused: errors": {},
    "campaign: output": {},
    "campaign: errors": {},
    "campaign, refused: output": {},
    "campaign, refused: errors": {},
    "rows: output": { may: ["name", "phone"], why: "Whom, and what Interakt said of them." },
    "rows: errors": {},
    "results: output": { may: ["name", "phone"], why: "It is the same, as a file." },
    "results: errors": {},
    "a file: people.csv": { may: ["name", "phone", "text"], why: "It is what was given." },
    "a file: bad.csv": { may: ["name", "text"], why: "It is the rows to be mended." },
    "a file: the database": { may: ["name", "phone"], why: "It is what is sent, and to whom." },
  });
});
