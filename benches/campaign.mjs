/** A campaign's file: messages as NDJSON, or what a team exports as CSV. */
import { randomOf } from "./random.mjs";

const WRONG_IN_100 = 3;

/**
 * @typedef {object} File
 * @property {string} text
 * @property {number} rows
 * @property {number} wrong How many of them are.
 */

/** What is wrong with a message. @type {((message: any) => void)[]} */
const MISTAKES = [
  (message) => {
    message.phoneNumber = "98765x";
  },
  (message) => {
    message.phoneNumber = 12345;
  },
  (message) => {
    message.template.name = "Order Update";
  },
  (message) => {
    delete message.template.languageCode;
  },
  (message) => {
    message.template.bodyValues[1] = "";
  },
];

/** @param {number} rows @param {number} seed @returns {File} */
export function ndjsonFile(rows, seed) {
  const below = randomOf(seed);
  let wrong = 0;
  const lines = Array.from({ length: rows }, (_, row) => {
    /** @type {any} */
    const message = {
      countryCode: "+91",
      phoneNumber: numberOf(below),
      callbackData: `campaign-${below(1000)}-customer-${row}`,
      type: "Template",
      template: {
        name: `order_update_${below(20)}`,
        languageCode: "en",
        headerValues: [`Order ${row}`],
        bodyValues: [`Customer ${below(10_000)}`, `₹${below(100_000)}`, `${1 + below(28)} March`],
        buttonValues: { 0: [`track/${row}`] },
      },
    };
    if (below(100) < WRONG_IN_100) {
      wrong += 1;
      MISTAKES[below(MISTAKES.length)]?.(message);
    }
    return `${JSON.stringify(message)}\n`;
  });
  return { text: lines.join(""), rows, wrong };
}

/** What columns of the CSV are for. */
export const COLUMNS = {
  "Mobile No.": "phone",
  Name: "template.bodyValues[0]",
  Amount: "template.bodyValues[1]",
  Day: "template.bodyValues[2]",
  Order: "callbackData",
};

/** What all of its rows have. */
export const BASE = {
  type: "Template",
  template: { name: "order_update", languageCode: "en" },
};

/** How people write a number of ten digits. @type {((number: string) => string)[]} */
const WAYS = [
  (number) => number,
  (number) => `0${number.slice(0, 5)} ${number.slice(5)}`,
  (number) => `+91 ${number}`,
  (number) => `+91-${number.slice(0, 5)}-${number.slice(5)}`,
];

/** @param {number} rows @param {number} seed @returns {File} */
export function csvFile(rows, seed) {
  const below = randomOf(seed);
  let wrong = 0;
  const lines = Array.from({ length: rows }, (_, row) => {
    let number = numberOf(below);
    if (below(100) < WRONG_IN_100) {
      wrong += 1;
      number = number.slice(below(4) + 5);
    }
    const phone = WAYS[below(WAYS.length)]?.(number);
    const cells = [`Customer ${below(10_000)}`, phone, `₹${below(100_000)}`];
    return `${cells.join(",")},"${1 + below(28)} March, noon",order-${row}\n`;
  });
  return { text: `Name,Mobile No.,Amount,Day,Order\n${lines.join("")}`, rows, wrong };
}

/** A mobile number of India. @param {(bound: number) => number} below */
const numberOf = (below) => `9${100_000_000 + below(899_999_999)}`;
