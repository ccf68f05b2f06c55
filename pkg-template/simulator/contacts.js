/** Whom a webhook's event is about, also when nobody has told Interakt of them. */

import { fullPhone } from "./customers.js";

/** @typedef {ReturnType<typeof createContacts>} ContactOf */

/**
 * @param {import("./customers.js").Customers} customers
 * @param {import("./ids.js").Ids} ids
 */
export function createContacts(customers, ids) {
  /** @type {Map<string, Record<string, unknown>>} */
  const strangers = new Map();

  /**
   * The customer behind a message as they are now. Somebody unknown gets an id, and keeps it.
   * @param {any} input the message
   */
  return function contactOf(input) {
    const phone = fullPhone(input) || null;
    const known = customers.find(input);
    if (known !== undefined) {
      return {
        id: known.id,
        channel_phone_number: known.channel_phone_number ?? phone,
        country_code: known.country_code ?? null,
        phone_number: known.phone_number ?? null,
        traits: known.traits ?? null,
      };
    }
    const key = phone ?? input.userId;
    const stranger = strangers.get(key) ?? {
      id: ids.uuid(),
      channel_phone_number: phone,
      country_code: input.countryCode ?? null,
      phone_number: input.phoneNumber ?? null,
      traits: {},
    };
    strangers.set(key, stranger);
    return stranger;
  };
}
