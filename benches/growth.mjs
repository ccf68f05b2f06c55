/**
 * `npm run bench -- growth`: how much longer ten times the input takes, through the package. With
 * `--check` it fails where a target is missed.
 */
import { init, isInteraktError, operations, previewMessage, webhooks } from "interakt-wasm";
import { main } from "../scripts/project.mjs";
import { alternate } from "./alternate.mjs";
import { INPUTS, TEXTS, WEBHOOKS } from "./growing.mjs";
import { judge } from "./targets.mjs";

const SMALL = 1000;
const LARGE = 10 * SMALL;
const ROUNDS = 25;

/** Of each size about as much is done in a batch. */
const BATCH = { small: 20, large: 2 };

/** More than there are, so that all are told, ordered and worded. */
const EVERY_ISSUE = 10 * LARGE;

/**
 * @typedef {object} Growing
 * @property {string} what
 * @property {(n: number) => () => unknown} grow
 * @property {(n: number) => () => unknown} [floor] What the engine itself does of it, whose time is
 *   left out: V8 takes 15 times as long to read an object of ten times as many keys.
 */

/** @type {Growing[]} */
const GROWING = [
  ...INPUTS.map(([what, name, grow]) => {
    return { what, grow: (/** @type {number} */ n) => validating(name, grow(n), {}) };
  }),
  ...INPUTS.filter(([what]) => what === "issues" || what === "unknown keys").map(
    ([what, name, grow]) => ({
      what: `${what}, all told`,
      grow: (/** @type {number} */ n) => validating(name, grow(n), { maxIssues: EVERY_ISSUE }),
    }),
  ),
  ...TEXTS.map(([what, grow]) => {
    return { what, grow: (/** @type {number} */ n) => showing(grow(n)) };
  }),
  ...WEBHOOKS.map(([what, grow]) => {
    return {
      what,
      grow: (/** @type {number} */ n) => reading(grow(n)),
      floor: (/** @type {number} */ n) => parsing(grow(n)),
    };
  }),
];

/**
 * @param {string} name
 * @param {unknown} input
 * @param {{ maxIssues?: number }} options
 */
function validating(name, input, options) {
  const operation = operations.find((operation) => operation.name === name);
  if (!operation) throw new Error(`there is no ${name}`);
  const validate = /** @type {any} */ (operation.validate);
  return () => {
    const result = validate(input, options);
    // What is found is put into words when it is read.
    return result.warnings.length + (result.ok ? 0 : result.issues.length);
  };
}

/** @param {string} message */
const showing = (message) => () => previewMessage({ type: "Text", data: { message } }).body.length;

/** @param {string} body */
const reading = (body) => () => {
  try {
    return webhooks.parse(body).type ?? "";
  } catch (error) {
    if (isInteraktError(error)) return error.message;
    throw error;
  }
};

/** @param {string} body */
const parsing = (body) => () => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const nothing = () => () => 0;

/** @param {number} milliseconds */
const micro = (milliseconds) => (milliseconds * 1000).toFixed(0);

await main(async () => {
  await init();
  const rows = [];
  for (const { what, grow, floor = nothing } of GROWING) {
    const times = await alternate(
      {
        small: { run: grow(SMALL), batch: BATCH.small },
        large: { run: grow(LARGE), batch: BATCH.large },
        smallFloor: { run: floor(SMALL), batch: BATCH.small },
        largeFloor: { run: floor(LARGE), batch: BATCH.large },
      },
      { rounds: ROUNDS },
    );
    const { small, large, smallFloor, largeFloor } = times;
    const of = (/** @type {"least" | "middle"} */ which) =>
      (large[which] - largeFloor[which]) / (small[which] - smallFloor[which]);
    const details = [micro(small.least), micro(large.least), of("middle").toFixed(1)];
    rows.push({ name: what, details, figure: of("least") });
  }
  const columns = [`${SMALL}`, `${LARGE}`, "ratio of medians"];
  const how = `${SMALL} and ${LARGE} of each, ${ROUNDS} rounds, least microseconds`;
  judge("growth", { columns, unit: "times the time", digits: 1, how }, rows);
});
