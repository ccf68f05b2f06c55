/** The customers of the simulated account: those given, and those that requests track. */

/** @typedef {import("../types/simulator.js").SimulatedCustomer} SimulatedCustomer */
/** @typedef {{ trait: string, op: string, val: unknown, supr_op?: string }} Filter */
/** @typedef {ReturnType<typeof createCustomers>} Customers */

/** Customers on a page when the request names no limit: the collection's own value. */
const DEFAULT_LIMIT = 100;

/**
 * @param {readonly SimulatedCustomer[]} given
 * @param {import("./ids.js").Ids} ids
 * @param {() => number} now
 */
export function createCustomers(given, ids, now) {
  /**
   * @param {SimulatedCustomer} fields
   * @returns {SimulatedCustomer}
   */
  const complete = (fields) => {
    const time = timestamp(now());
    return {
      id: ids.uuid(),
      created_at_utc: time,
      modified_at_utc: time,
      phone_number: null,
      country_code: null,
      channel_phone_number: digits(fields.country_code) + (fields.phone_number ?? "") || null,
      channel_type: "Whatsapp",
      user_id: null,
      traits: {},
      tag_names: [],
      customer_created_at_source: "PublicAPI",
      ...fields,
    };
  };
  const customers = given.map(complete);

  /**
   * The customer of that user id or number.
   * @param {{ userId?: string, fullPhoneNumber?: string, countryCode?: string, phoneNumber?: string }} person
   */
  function find(person) {
    const phone = fullPhone(person);
    return customers.find(
      (customer) =>
        (person.userId && customer.user_id === person.userId) ||
        (phone && customer.channel_phone_number === phone),
    );
  }

  return {
    find,

    /**
     * Adds the customer of a Track User request, or adds to the one it names. Returns the id.
     * @param {any} input
     */
    track(input) {
      const phone = fullPhone(input);
      const fields = {
        ...(input.userId && { user_id: input.userId }),
        ...(input.phoneNumber && { phone_number: input.phoneNumber }),
        ...(input.countryCode && { country_code: input.countryCode }),
        ...(phone && { channel_phone_number: phone }),
        ...(input.createdAt && { created_at_utc: input.createdAt }),
      };
      const known = find(input);
      if (known === undefined) {
        const { traits = {}, tags = [] } = input;
        const added = complete({ ...fields, traits, tag_names: tags });
        customers.push(added);
        return added.id;
      }
      Object.assign(known, fields, { modified_at_utc: timestamp(now()) });
      known.traits = { ...known.traits, ...input.traits };
      known.tag_names = [...new Set([...(known.tag_names ?? []), ...(input.tags ?? [])])];
      return known.id;
    },

    /** @param {string} phoneNumber without its country code */
    byPhone(phoneNumber) {
      return customers.filter(
        (customer) =>
          customer.phone_number === phoneNumber ||
          // Tracked by fullPhoneNumber: where the country code ends is not known here.
          (customer.phone_number === null && customer.channel_phone_number?.endsWith(phoneNumber)),
      );
    },

    /** @param {string} userId */
    byUserId(userId) {
      return customers.filter((customer) => customer.user_id === userId);
    },

    /** @param {{ filters?: Filter[], offset?: number, limit?: number }} input */
    list({ filters = [], offset = 0, limit = DEFAULT_LIMIT }) {
      const found = customers.filter((customer) => keeps(customer, filters));
      const page = found.slice(offset, offset + limit);
      return {
        total_customers: found.length,
        offset,
        limit,
        has_next_page: offset + page.length < found.length,
        customers: page,
      };
    },
  };
}

/**
 * Country code and number as digits, as Interakt's `channel_phone_number`; empty without one.
 * @param {{ fullPhoneNumber?: string, countryCode?: string, phoneNumber?: string }} recipient
 */
export function fullPhone({ fullPhoneNumber, countryCode, phoneNumber }) {
  if (fullPhoneNumber) return digits(fullPhoneNumber);
  return phoneNumber ? digits(countryCode) + phoneNumber : "";
}

/**
 * The time as Interakt writes it: UTC without saying so, to the microsecond.
 * @param {number} at milliseconds
 */
export function timestamp(at) {
  return new Date(at).toISOString().replace("Z", "000");
}

/** @param {string | null} [text] */
function digits(text) {
  return (text ?? "").replace("+", "");
}

/**
 * @param {SimulatedCustomer} customer
 * @param {Filter[]} filters joined by their `supr_op`, from left to right
 */
function keeps(customer, filters) {
  let kept = true;
  for (const [index, filter] of filters.entries()) {
    const holds = compare(customer[filter.trait] ?? customer.traits?.[filter.trait], filter);
    kept = index > 0 && filter.supr_op === "or" ? kept || holds : kept && holds;
  }
  return kept;
}

/**
 * `gt` and `lt` as in the collection; any other operator keeps what is equal.
 * @param {unknown} value
 * @param {Filter} filter
 */
function compare(value, { op, val }) {
  if (value === undefined || value === null) return false;
  const [left, right] = [comparable(value), comparable(val)];
  if (op === "gt") return left > right;
  if (op === "lt") return left < right;
  return left === right;
}

/**
 * Times as milliseconds, however they are written; everything else as it is.
 * @param {unknown} value
 * @returns {string | number}
 */
function comparable(value) {
  if (typeof value === "number") return value;
  const text = String(value);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return text;
  const time = Date.parse(/Z|[+-]\d{2}:?\d{2}$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? text : time;
}
