/** `interakt-wasm campaign run`: makes a campaign of a file, and sends it, or goes on. */
import { Interakt, isInteraktError } from "interakt-wasm";
import { createConsumer } from "interakt-wasm/edge";
import { Failure, NO_KEY, plain } from "../failure.js";
import { replace, wantReplaceable } from "../files.js";
import { countOf, OF_MAKING, planOf, wrong } from "./arguments.js";
import { checkOf, fill, identityOf, mapsOf, summaryLines, wantColumns } from "./file.js";
import { follow } from "./progress.js";
import { refusedOf } from "./refused.js";
import { exitCodeOf, reportOf } from "./report.js";
import { specOf } from "./spec.js";
import { loadSqlite, withStore } from "./store.js";
import { sendTest } from "./test.js";
import { callOf, chosen, idOf, idOfName } from "./which.js";

/**
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./arguments.js").Asked} Asked
 * @typedef {import("./spec.js").Spec} Spec
 * @typedef {(line: string) => void} Say
 */

/**
 * @param {Asked} asked
 * @param {string | undefined} apiKey
 * @param {Say} say On standard output.
 * @returns {Promise<number>} The exit code.
 */
export async function run({ words: [file], options }, apiKey, say) {
  const plan = planOf(options);
  const concurrency = countOf(options, "concurrency");
  const seconds = countOf(options, "timeout");
  const timeoutMs = seconds && seconds * 1000;
  const path = options.text("db") ?? "campaigns.db";
  if (file === undefined) {
    const wants = [...OF_MAKING, "dry-run", "refused", "test"].find((name) => options.has(name));
    if (wants) throw wrong(`campaign run takes --${wants} only with a FILE.`);
  }
  const spec = file === undefined ? undefined : await specOf(options);
  if (file !== undefined && spec && options.has("dry-run")) {
    return dryRun(file, spec, await refusedOf(file, path, options), say);
  }
  // Before the key: nobody should set one only to learn then that this Node is too old.
  await loadSqlite();
  const client = clientOf(apiKey, options.text("base-url"));
  return withStore(path, file !== undefined, async (store) => {
    const account = store.account(plan);
    if (file !== undefined && spec && options.has("test")) {
      const check = await checkOf(file, spec);
      wantColumns(file, await check.plan());
      say(await sendTest({ check, spec, options, client, account }));
      return 0;
    }
    const id =
      file === undefined || !spec
        ? chosen(store, options)
        : await make(store, file, spec, options, say);
    return send({ store, id, say, consumer: { client, account, concurrency, timeoutMs } });
  });
}

/** @param {string | undefined} apiKey @param {string | undefined} baseUrl */
function clientOf(apiKey, baseUrl) {
  if (!apiKey && !baseUrl) throw new Failure(NO_KEY);
  return new Interakt({ apiKey: apiKey || undefined, baseUrl });
}

/**
 * @param {string} file
 * @param {Spec} spec
 * @param {import("../files.js").Output | undefined} refused
 * @param {Say} say
 */
async function dryRun(file, spec, refused, say) {
  const check = await checkOf(file, spec);
  const plan = await check.plan();
  const summary = await sum(file, check, refused, say);
  if (plan.format === "csv" && plan.isProposed) {
    for (const line of ["The columns were guessed:", ...mapsOf(plan)]) say(line);
  }
  say("Nothing was sent.");
  return summary.refused > 0 || summary.ready === 0 ? 1 : 0;
}

/**
 * Says what is wrong with a file.
 *
 * @param {string} file
 * @param {import("./file.js").RowCheck} check
 * @param {import("../files.js").Output | undefined} refused
 * @param {Say} say
 */
async function sum(file, check, refused, say) {
  if (refused) await wantReplaceable(refused);
  const summary = await check.run();
  for (const line of summaryLines(file, summary)) say(line);
  if (refused) {
    // As the database: it has the recipients.
    await replace(refused, check.refusedCsv(), 0o600);
    say(`${refused.out}: the rows with errors, and what is wrong with each.`);
  }
  return summary;
}

/**
 * Makes the campaign, or knows it again.
 *
 * @param {Store} store
 * @param {string} file
 * @param {Spec} spec
 * @param {import("../options.js").Read} options
 * @param {Say} say
 * @returns {Promise<string>} Its id.
 */
async function make(store, file, spec, options, say) {
  const { name } = spec.settings;
  if (name === undefined) throw wrong("campaign run needs --name.");
  const id = idOf(options) ?? idOfName(name);
  const check = await checkOf(file, spec);
  const about = { ...spec.about, file: await identityOf(file) };
  const settings = { ...spec.settings, name, about };
  const ledger = store.ledger(id);
  if (!store.ids().includes(id)) {
    wantColumns(file, await check.plan());
    const refused = await refusedOf(file, store.path, options);
    const summary = await sum(file, check, refused, say);
    if (summary.ready === 0)
      throw new Failure("There is nothing to send. No campaign was created.");
  }
  const state = await ledger.open(settings);
  wantSame(store, state, settings);
  if (state.status === "draft") {
    await fill(ledger, check);
    await ledger.start();
  }
  return id;
}

/** What each part of a campaign is called here. @type {[part: string, name: string][]} */
const PARTS = [
  ["file", "file"],
  ["name", "--name"],
  ["operation", "operation"],
  ["base", "--template or base"],
  ["columns", "--map or columns"],
  ["defaultCountry", "--country"],
  ["quiet", "--quiet"],
  ["timeZone", "--time-zone"],
  ["stopAt", "--stop-at"],
  ["maxAttempts", "maxAttempts"],
];

/**
 * Rows that are there stay as they are: what is asked for now must be what they were made of.
 *
 * @param {Store} store
 * @param {import("interakt-wasm/edge").CampaignState} state
 * @param {import("interakt-wasm/edge").CampaignSettings} settings
 */
function wantSame(store, { id, settings: old }, settings) {
  const [was, is] = [old, settings].map(({ about, ...rest }) => {
    return /** @type {Record<string, unknown>} */ ({ ...rest, .../** @type {{}} */ (about) });
  });
  const others = PARTS.filter(([part]) => canonical(was?.[part]) !== canonical(is?.[part]));
  if (others.length === 0) return;
  throw new Failure(
    `${store.path} already has a campaign ${id}, made with another ${others.map(([, name]) => name).join(", another ")}.\n` +
      `To continue it: ${callOf("run", store, id)}\n` +
      "To create another one, choose a different --name or --id.",
  );
}

/** @param {unknown} value @returns {string | undefined} The same whatever the order of its keys. */
function canonical(value) {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * @param {object} sending
 * @param {Store} sending.store
 * @param {string} sending.id
 * @param {Omit<import("interakt-wasm/edge").ConsumerOptions, "ledger">} sending.consumer
 * @param {Say} sending.say
 */
async function send({ store, id, consumer: options, say }) {
  const ledger = store.ledger(id);
  const before = await ledger.state();
  if (before.status === "draft") {
    throw new Failure(`${id} was not created completely: run it with its FILE and options again.`);
  }
  if (before.status === "paused") await ledger.start();
  const consumer = createConsumer({ ...options, ledger: store.ledger, onError: complain });
  const stop = stopper();
  const unfollow = follow(ledger, options.account, process.stderr);
  try {
    await consumer.run(id, { signal: stop.signal });
  } finally {
    unfollow();
    stop.end();
  }
  const state = await ledger.state();
  for (const line of reportOf(state, store)) say(line);
  return exitCodeOf(state);
}

/** What no row can tell of: the key is refused, the database is held by somebody. @param {unknown} error */
function complain(error) {
  const text = isInteraktError(error) ? error.message : String(error);
  process.stderr.write(`interakt-wasm: ${plain(text)}\n`);
}

/** Ctrl+C ends what is being sent; a second one ends everything at once. */
function stopper() {
  const controller = new AbortController();
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(1);
    process.stderr.write(
      "\nStopping when the messages in flight are done. Press Ctrl+C again to stop now and park them.\n",
    );
    controller.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    end() {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
