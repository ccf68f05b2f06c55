/** Rows of a file as rows of a campaign. */
import { phone } from "interakt-wasm";

/** @typedef {import("../types/edge-ledger.js").NewRow} NewRow */

/** @type {typeof import("../types/edge-consumer.js").toNewRow} */
export function toNewRow(row) {
  const { index, line, key, input, status = "ready", issues = [] } = /** @type {any} */ (row);
  if (status !== "ready") {
    const problem = issues
      .filter((/** @type {any} */ { severity }) => severity === "error")
      .map((/** @type {any} */ { column, message }) => (column ? `${column}: ${message}` : message))
      .join(" ");
    return { index, line, state: status === "duplicate" ? status : "invalid", problem };
  }
  const { recipient, country } = recipientOf(input);
  return { index, line, key, recipient, country, input };
}

/**
 * Whom an input is for, as `checkRows` tells recipients apart: the digits of the number, and without
 * one the `userId`.
 *
 * @param {any} input
 */
export function recipientOf(input) {
  const { fullPhoneNumber, countryCode, phoneNumber, userId } = input;
  const written = fullPhoneNumber || (countryCode && phoneNumber && countryCode + phoneNumber);
  if (!written) return { recipient: String(userId), country: null };
  const recipient = String(written).replace(/^\+/, "");
  const { value } = phone.parse(`+${recipient}`);
  return { recipient, country: value?.country ?? null };
}
