/** Phone numbers to measure with, the same in every run: half from the world, half from India. */
import { getCountries, getCountryCallingCode } from "libphonenumber-js/mobile";
import examples from "libphonenumber-js/mobile/examples";
import { randomOf } from "./random.mjs";

/**
 * @typedef {object} Numbers Each of the lists is about the same numbers, in the same order.
 * @property {string[]} full `+919876543210`, one in five with a digit dropped or too many.
 * @property {string[]} typed The same as people type them: `+91 98765-43210`.
 */

/**
 * @param {number} count
 * @returns {Numbers}
 */
export function phoneNumbers(count) {
  const random = randomOf(20_261_122);
  const numbers = Array.from({ length: count }, (_, index) => {
    const number = index % 2 === 0 ? ofIndia(random) : ofTheWorld(random);
    return random(5) === 0 ? { ...number, national: spoilt(number.national, random) } : number;
  });
  return {
    full: flat(numbers.map(({ code, national }) => `+${code}${national}`)),
    typed: flat(numbers.map(({ code, national }) => typed(code, national, random))),
  };
}

/** @typedef {(end: number) => number} Random */

/** @param {Random} random */
function ofIndia(random) {
  return { code: "91", national: `${6 + random(4)}${digits(9, random)}` };
}

/**
 * A mobile number of any country: the example that its plan gives, with other last digits.
 *
 * @param {Random} random
 */
function ofTheWorld(random) {
  const countries = getCountries();
  const country = countries[random(countries.length)] ?? "IN";
  const example = examples[country];
  return {
    code: getCountryCallingCode(country),
    national: example.slice(0, -3) + digits(3, random),
  };
}

/**
 * With a digit dropped or too many.
 *
 * @param {string} national
 * @param {Random} random
 */
function spoilt(national, random) {
  const at = random(national.length);
  const added = random(2) === 0 ? digits(1, random) : "";
  return national.slice(0, at) + added + national.slice(added ? at : at + 1);
}

/**
 * @param {string} code
 * @param {string} national
 * @param {Random} random
 */
function typed(code, national, random) {
  const middle = Math.floor(national.length / 2);
  const [begin, end] = [national.slice(0, middle), national.slice(middle)];
  const ways = [
    `+${code} ${begin}-${end}`,
    `+${code} ${begin} ${end}`,
    `+${code}-${national}`,
    `+${code} (${begin}) ${end}`,
    `+${code}${national}`,
  ];
  return ways[random(ways.length)] ?? "";
}

/**
 * @param {number} count
 * @param {Random} random
 */
function digits(count, random) {
  return Array.from({ length: count }, () => random(10)).join("");
}

/**
 * The same strings as they come out of a file or a form. One that was put together is not
 * copied into one piece before it is read for the first time, which would count as reading.
 *
 * @param {string[]} strings
 * @returns {string[]}
 */
function flat(strings) {
  return JSON.parse(JSON.stringify(strings));
}
