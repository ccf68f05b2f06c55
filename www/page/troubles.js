/** Examples that begin with trouble on the way, which only the simulator can play. */

const GROUP = "When things go wrong";

const CUSTOMER = { countryCode: "+91", phoneNumber: "9876543210" };

/** @type {Omit<import("./examples.js").Example, "slug">[]} */
export const TROUBLES = [
  {
    operation: "sendMessage",
    group: GROUP,
    title: "A connection that breaks",
    wrong: "answer",
    simulatorOnly: true,
    fault: "connection_lost",
    hint: "Interakt accepts the message, but its answer is lost: the outcome is unknown. The Webhooks page shows that it arrived. Choose other faults below the Send button.",
    input: {
      ...CUSTOMER,
      callbackData: "order-128",
      template_category: "utility",
      type: "Template",
      template: { name: "order_packed_replies", languageCode: "en", bodyValues: ["Asha"] },
    },
  },
  {
    operation: "sendMessage",
    group: GROUP,
    title: "Too many requests",
    wrong: "answer",
    simulatorOnly: true,
    fault: "rate_limited",
    hint: "Interakt refuses requests over the plan's limit, and says how long to wait. Nothing can happen twice.",
    input: {
      ...CUSTOMER,
      callbackData: "ticket-7788",
      type: "Text",
      data: { message: "Your tea leaves the warehouse today." },
    },
  },
  {
    operation: "trackUser",
    group: GROUP,
    title: "No answer in time",
    wrong: "answer",
    simulatorOnly: true,
    fault: "timeout",
    hint: "Nobody knows whether it was carried out. Doing it twice changes nothing, so a client retries automatically.",
    input: { userId: "tea-lover-0042", traits: { name: "Asha Menon" } },
  },
];
