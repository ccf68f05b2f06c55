/**
 * `npm run bench -- start`: from the import to the first verdict, in fresh processes of Node, beside
 * zod and libphonenumber-js/min. With `--check` it fails where a target is missed.
 */
import { fileURLToPath } from "node:url";
import { capture, main } from "../scripts/project.mjs";
import { inTurn, ratioOf } from "./alternate.mjs";
import { judge } from "./targets.mjs";

/** @typedef {import("./alternate.mjs").Time} Time */

const ROUNDS = 31;
const ENTRIES = [
  "interakt-wasm",
  "interakt-wasm/forms",
  "interakt-wasm/customer",
  "interakt-wasm/phone",
];
const PEER = "peer";
const PROGRAM = fileURLToPath(new URL("start-once.mjs", import.meta.url));

/** @param {string} name @returns {Promise<number>} Milliseconds. */
const startOnce = async (name) => Number(await capture(process.execPath, [PROGRAM, name]));

await main(async () => {
  const names = [PEER, ...ENTRIES];
  // The files are read once before.
  const took = await inTurn(names, { rounds: ROUNDS, warmUp: 1 }, startOnce);
  const peer = /** @type {Time} */ (took[PEER]);
  const rows = ENTRIES.map((name) => {
    const ours = /** @type {Time} */ (took[name]);
    const times = [ours.middle, peer.middle, ours.least, peer.least];
    const details = [...times.map((time) => time.toFixed(1)), ratioOf(ours, peer).toFixed(2)];
    return { name, details, figure: ours.least / peer.least };
  });
  const columns = ["ours", "zod, libphonenumber-js", "least: ours", "theirs", "median of ratios"];
  const how = `${ROUNDS} processes of each, milliseconds from import to first verdict`;
  const peers = ["zod", "libphonenumber-js"];
  judge("start", { columns, unit: "ratio of least", how, peers }, rows);
});
