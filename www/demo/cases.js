/** What goes wrong on the simulated account, known to it and to the examples. */

/** A customer whose last message is more than 24 hours old. */
export const CLOSED_WINDOW = { countryCode: "+91", phoneNumber: "9000000000" };

/** A template that the account does not have. */
export const UNKNOWN_TEMPLATE = "never_approved";
