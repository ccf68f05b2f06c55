/** What the simulated account does out of the ordinary, known to it and to the examples. */

/** A customer whose last message is more than 24 hours old. */
export const CLOSED_WINDOW = { countryCode: "+91", phoneNumber: "9000000000" };

/** A customer whom no message reaches. */
export const UNREACHABLE = { countryCode: "+91", phoneNumber: "9000000001" };

/** A customer who answers in words. */
export const TALKATIVE = { countryCode: "+91", phoneNumber: "9000000002" };
