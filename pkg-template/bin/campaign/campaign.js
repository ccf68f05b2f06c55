/** `interakt-wasm campaign`: what there is to do with campaigns. */
import { isInteraktError } from "interakt-wasm";
import { explained, Failure, INTERAKT, plain } from "../failure.js";
import { HELP, readCampaign } from "./arguments.js";
import { DECISIONS } from "./decide.js";
import { optOutOf } from "./opt-out.js";
import { lineOf, reportOf } from "./report.js";
import { showRows, writeResults } from "./rows.js";
import { run } from "./run.js";
import { withStore } from "./store.js";
import { chosen } from "./which.js";

/** A line of the output: what a server or a file says may hold what moves a terminal's cursor. @param {string} line */
const say = (line) => void process.stdout.write(`${line.replace(/[^\P{Cc}\t]/gu, "")}\n`);

/**
 * @param {string[]} args What stands behind `campaign`.
 * @param {string | undefined} apiKey
 * @returns {Promise<number>} The exit code.
 */
export async function campaign(args, apiKey) {
  const asked = readCampaign(args);
  try {
    return await perform(asked, apiKey);
  } catch (error) {
    if (!isInteraktError(error)) throw error;
    throw new Failure(plain(explained(error, asked.options.text("base-url") ?? INTERAKT)));
  }
}

/**
 * @param {import("./arguments.js").Asked} asked
 * @param {string | undefined} apiKey
 */
async function perform(asked, apiKey) {
  const { command, options } = asked;
  const path = options.text("db") ?? "campaigns.db";
  switch (command) {
    case "help":
      process.stdout.write(HELP);
      return 0;
    case "run":
      return run(asked, apiKey, say);
    case "opt-out": {
      const change = await optOutOf(asked);
      const isMade = asked.words[0] === "add";
      await withStore(path, isMade, async (store) => change(store.account(), say));
      return 0;
    }
    default:
      await withStore(path, false, (store) => askStore(command, store, options));
      return 0;
  }
}

/**
 * @param {string} command
 * @param {import("./store.js").Store} store
 * @param {import("../options.js").Read} options
 */
async function askStore(command, store, options) {
  if (command === "status" && !options.has("name") && !options.has("id")) {
    return showAll(store, options.has("json"));
  }
  const id = chosen(store, options);
  const ledger = store.ledger(id);
  const decide = DECISIONS[command];
  if (decide) await decide(store, id, options, say);
  else if (command === "results") await writeResults(store, ledger, options.text("out"), say);
  else if (command === "status") {
    const state = await ledger.state();
    const lines = options.has("json") ? [JSON.stringify(state)] : reportOf(state, store);
    for (const line of lines) say(line);
  } else {
    const state = command === "parked" ? "unknown" : options.text("state");
    await showRows(ledger, state, options.has("json"), say);
  }
}

/**
 * @param {import("./store.js").Store} store
 * @param {boolean} isJson
 */
async function showAll(store, isJson) {
  const ids = store.ids();
  if (ids.length === 0 && !isJson) say(`${store.path} contains no campaigns yet.`);
  for (const id of ids) {
    const state = await store.ledger(id).state();
    say(isJson ? JSON.stringify(state) : lineOf(state));
  }
}
