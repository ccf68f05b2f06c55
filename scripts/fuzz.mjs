/**
 * `npm run fuzz`: looks for inputs with which something does not hold, guided by what of the crate
 * they reach. It goes through the targets in turns, for an hour unless told otherwise.
 *
 *   npm run fuzz -- phone rows --minutes 10   these targets
 *   npm run fuzz -- --cost                    inputs that cost much for their length
 *   npm run fuzz -- --keep                    puts what reached something new into tests/fuzz/corpus
 *
 * What is found is left in build/fuzz/found, and a command that shows it is printed. The runs are
 * listed in build/fuzz/runs.ndjson, or where `--log` says.
 */
import { parseArgs } from "node:util";
import { keep } from "./fuzz/keep.mjs";
import { rotate } from "./fuzz/turns.mjs";
import { main } from "./project.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "60" },
    turn: { type: "string", default: "60" },
    cost: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    log: { type: "string" },
  },
});

await main(() => {
  if (values.keep) return keep(positionals);
  return rotate(positionals, {
    minutes: Number(values.minutes),
    secondsOfTurn: Number(values.turn),
    cost: values.cost,
    log: values.log,
  });
});
