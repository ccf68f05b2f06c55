/**
 * `npm run bench -- phone`: phone numbers, one a call, beside libphonenumber-js in the same
 * process. With `--check` it fails where a target is missed.
 */
import { init, phone } from "interakt-wasm";
import parsePhoneNumber, { isPossiblePhoneNumber } from "libphonenumber-js/min";
import { isValidPhoneNumber } from "libphonenumber-js/mobile";
import { main } from "../scripts/project.mjs";
import { compare } from "./compare.mjs";
import { phoneNumbers } from "./numbers.mjs";
import { judge } from "./targets.mjs";

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
  },
  {
    name: "phone.isMobile",
    peerName: "mobile: isValidPhoneNumber",
    inputs: full,
    ours: (number) => phone.isMobile(number),
    peer: (number) => isValidPhoneNumber(number),
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

/** @param {number} number */
const whole = (number) => Math.round(number).toLocaleString("en");

await main(async () => {
  await init();
  const rows = CONTESTS.map((contest) => {
    const { name, peerName } = contest;
    const { yes, alike } = agreement(contest);
    const { ours, peer, ratio } = compare(contest, ROUNDS);
    return { name, details: [peerName, ...[ours, peer, yes, alike].map(whole)], figure: ratio };
  });
  const columns = ["libphonenumber-js", "ours", "peer", "good", "alike"];
  const how = `${COUNT} numbers, ${ROUNDS} rounds, median calls a second`;
  const form = { columns, unit: "median of ratios", digits: 1, how, peers: ["libphonenumber-js"] };
  judge("phone", form, rows);
});
