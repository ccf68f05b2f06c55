/** What the simulated account does out of the ordinary, known to it and to the examples. */

/** A customer whose last message is more than 24 hours old. */
export const CLOSED_WINDOW = { countryCode: "+91", phoneNumber: "9000000000" };

/** A customer whom no message reaches. */
export const UNREACHABLE = { countryCode: "+91", phoneNumber: "9000000001" };

/** A customer who answers in words. */
export const TALKATIVE = { countryCode: "+91", phoneNumber: "9000000002" };

/** A template that the account does not have. */
export const UNKNOWN_TEMPLATE = "never_approved";

/** Buttons of the account's templates, by their names. */
export const BUTTONS = {
  order_packed_actions: [
    { type: "PHONE_NUMBER", text: "Call the shop", phone_number: "+918041234567" },
    { type: "URL", text: "Follow it", url: "https://nilgiritea.example/track/{{1}}" },
  ],
  order_packed_replies: [
    { type: "QUICK_REPLY", text: "Thank you" },
    { type: "QUICK_REPLY", text: "Change the address" },
  ],
  tea_survey: [{ type: "FLOW", text: "Tell us" }],
};
