/**
 * Mistakes that a run must notice, or it would prove nothing: each is one line of the package that is
 * another. They are put in while the package is loaded, and nothing on the disk changes.
 */
import * as modules from "node:module";

/**
 * @typedef {object} Mutant
 * @property {string} file Of `dist/edge`.
 * @property {string | RegExp} line What stands there.
 * @property {string} instead
 * @property {"cloud" | "node"} [place] Where it shows, if not in both.
 * @property {string} [rows] How many it takes.
 */

/** @type {Record<string, Mutant>} */
export const MUTANTS = {
  "what was leaving when its consumer died waits again": {
    file: "ledger-claim.js",
    line: 'move(opened, row, { state: "unknown",',
    instead: 'move(opened, row, { owner: null, state: "waiting",',
  },
  "nobody looks for the rows of dead consumers": {
    file: "ledger-claim.js",
    line: "export function sweep(opened) {",
    instead: "export function sweep(opened) { if (opened) return;",
  },
  "what nobody knows of is sent again": {
    file: "consumer-fate.js",
    line: "if (!retryUnknownOutcome)",
    instead: "if (retryUnknownOutcome)",
  },
  "a broken connection counts as not sent": {
    file: "consumer-fate.js",
    line: "const { code, message, outcome } = known;",
    instead: 'const { code, message } = known; const outcome = "not_sent";',
  },
  "a row leaves without a word to the ledger": {
    file: "consumer-batch.js",
    line: "if (!(await ledger.leave({ owner, index })).leaves) {",
    instead: "if (!index && !(await ledger.leave({ owner, index })).leaves) {",
  },
  "a loop ends when nothing waits just now": {
    file: "consumer.js",
    line: "if (taken > 0 && delayMs === 0) continue;",
    instead: "if (taken === 0) return state;",
    place: "node",
  },
  "every hand has the same owner": {
    file: "consumer.js",
    line: "const owner = crypto.randomUUID();",
    instead: 'const owner = "me";',
  },
  "what is late to be told is told all the same": {
    file: "ledger-settle.js",
    line: "if (row.owner !== owner) return;",
    instead: "",
  },
  "a webhook settles no parked row": {
    file: "ledger-settle.js",
    line: 'if (told && row.state !== "sent") {',
    instead: 'if (told && row.state === "leaving") {',
  },
  "the account is not asked": {
    file: "consumer-batch.js",
    line: "= await account.admit(turn);",
    instead: "= index ? { admitted: true } : await account.admit(turn);",
  },
  "a permission counts for a minute less": {
    file: "pace.js",
    line: "windowOf = ({ slackMs }) => MINUTE_MS + slackMs",
    instead: "windowOf = () => MINUTE_MS * 0.7",
    rows: "2500",
  },
};

/** @param {string} name */
export function load(name) {
  const mutant = MUTANTS[name];
  if (!mutant) throw new Error(`there is no mutant "${name}"`);
  const { file, line, instead } = mutant;
  // Types of the oldest Node that is supported do not have it.
  const { registerHooks } = /** @type {any} */ (modules);
  registerHooks({
    load(/** @type {string} */ url, /** @type {unknown} */ context, /** @type {any} */ next) {
      const loaded = next(url, context);
      if (!url.endsWith(`/edge/${file}`)) return loaded;
      const source = String(loaded.source);
      const changed = source.replace(line, () => instead);
      if (changed === source) throw new Error(`${file} has no such line any more: ${line}`);
      return { ...loaded, source: changed };
    },
  });
}
