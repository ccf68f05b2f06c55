/**
 * `npm run bench -- phone`: phone numbers, one a call, beside libphonenumber-js in the same
 * process. With `--check` it fails where a target is missed.
 */
import { cpus } from "node:os";
import { init, phone } from "interakt-wasm";
import parsePhoneNumber, { isPossiblePhoneNumber } from "libphonenumber-js/min";
import { isValidPhoneNumber } from "libphonenumber-js/mobile";
import { main } from "../scripts/project.mjs";
import { compare } from "./compare.mjs";
import { phoneNumbers } from "./numbers.mjs";

const COUNT = 20_000;
const ROUNDS = 21;

/** The share of the numbers that both must see alike: less, and they were not asked the same. */
const ALIKE = 0.8;

const { full, typed } = phoneNumbers(COUNT);

/**
 * @typedef {object} Terms
 * @property {(input: string) => unknown} [ourVerdict] What is compared with the peer's, where that
 *   is not the answer itself.
 * @property {(input: string) => unknown} [peerVerdict]
 * @property {number} [target] How many times as fast as the peer it has to be.
 *
 * @typedef {import("./compare.mjs").Pair & Terms} Contest
 */

/** @type {Contest[]} */
const CONTESTS = [
  {
    name: "phone.isPossible",
    peerName: "min: isPossiblePhoneNumber",
    inputs: full,
    ours: (number) => phone.isPossible(number),
    peer: (number) => isPossiblePhoneNumber(number),
    target: 40,
  },
  {
    name: "phone.isMobile",
    peerName: "mobile: isValidPhoneNumber",
    inputs: full,
    ours: (number) => phone.isMobile(number),
    peer: (number) => isValidPhoneNumber(number),
    target: 15,
  },
  {
    name: "phone.parse",
    peerName: "min: parsePhoneNumber",
    inputs: typed,
    ours: (text) => phone.parse(text),
    peer: (text) => parsePhoneNumber(text),
    ourVerdict(text) {
      const parsed = phone.parse(text);
      return parsed.ok && `+${parsed.value.fullPhoneNumber}`;
    },
    peerVerdict(text) {
      const parsed = parsePhoneNumber(text);
      return parsed?.isPossible() ? parsed.number : false;
    },
  },
];

/**
 * @param {Contest} contest
 * @returns {{ yes: number, alike: number }} How many of the numbers are good, and of how many both
 *   say the same.
 */
function agreement({ name, inputs, ours, peer, ourVerdict = ours, peerVerdict = peer }) {
  let [yes, alike] = [0, 0];
  for (const input of inputs) {
    const verdict = ourVerdict(input);
    if (verdict) yes += 1;
    if (verdict === peerVerdict(input)) alike += 1;
  }
  if (yes === 0 || yes === inputs.length) throw new Error(`${name} says the same of every number`);
  if (alike < ALIKE * inputs.length) {
    throw new Error(`${name} and its peer agree on ${alike} of ${inputs.length} numbers only`);
  }
  return { yes, alike };
}

/** @param {(string | number)[]} cells */
function print(cells) {
  const [name = "", peer = "", ...numbers] = cells.map(String);
  const columns = numbers.map((cell) => cell.padStart(12)).join("");
  console.log(`${name.padEnd(17)} ${peer.padEnd(27)}${columns}`);
}

/** @param {number} number */
const whole = (number) => Math.round(number).toLocaleString("en");

await main(async () => {
  await init();
  const machine = `Node ${process.versions.node}, ${process.arch}, ${cpus()[0]?.model.trim()}`;
  console.log(`${COUNT} numbers, ${ROUNDS} rounds, median calls a second; ${machine}`);
  print(["", "libphonenumber-js", "ours", "peer", "ratio", "target", "good", "alike"]);
  /** @type {string[]} */
  const missed = [];
  for (const contest of CONTESTS) {
    const { name, peerName, target } = contest;
    const { yes, alike } = agreement(contest);
    const { ours, peer, ratio } = compare(contest, ROUNDS);
    const goal = target === undefined ? "" : `${target} ×`;
    const ratioText = `${ratio.toFixed(1)} ×`;
    print([name, peerName, whole(ours), whole(peer), ratioText, goal, whole(yes), whole(alike)]);
    if (target !== undefined && ratio < target) missed.push(`${name}: ${ratioText} of ${goal}`);
  }
  if (missed.length > 0) {
    console.log(`below the target: ${missed.join(", ")}`);
    if (process.argv.includes("--check")) throw new Error("a target was missed");
  }
});
