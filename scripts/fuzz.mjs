/**
 * `npm run fuzz`: looks for inputs with which something does not hold, guided by what of the crate
 * they reach. It goes through the targets in turns, for an hour unless told otherwise.
 *
 *   npm run fuzz -- phone rows --minutes 10   these targets
 *   npm run fuzz -- --cost                    inputs that cost much for their length
 *   npm run fuzz -- --keep                    puts what reached something new into tests/fuzz/corpus
 *   npm run fuzz -- --report --write          writes docs/hostile-input.md: how much was tried, what
 *                                             it reached, what costs most
 *
 * What is found is left in build/fuzz/found, and a command that shows it is printed. The runs are
 * listed in build/fuzz/runs.ndjson, or where `--log` says.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { keep } from "./fuzz/keep.mjs";
import { report } from "./fuzz/report.mjs";
import { rotate, WORK } from "./fuzz/turns.mjs";
import { main } from "./project.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "60" },
    turn: { type: "string", default: "60" },
    cost: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    report: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    log: { type: "string", default: join(WORK, "runs.ndjson") },
  },
});

await main(() => {
  if (values.keep) return keep(positionals);
  if (values.report) return report(values);
  return rotate(positionals, {
    minutes: Number(values.minutes),
    secondsOfTurn: Number(values.turn),
    cost: values.cost,
    log: values.log,
  });
});
