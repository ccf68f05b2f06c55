/** Examples of what becomes of a message after Interakt has taken it. */
import { TALKATIVE, UNREACHABLE } from "../demo/cases.js";

const GROUP = "Delivery";

/** Only the simulator's customers do it. @type {Omit<import("./examples.js").Example, "slug">[]} */
export const OUTCOMES = [
  {
    operation: "sendMessage",
    group: GROUP,
    simulatorOnly: true,
    title: "A quick reply is tapped",
    hint: "The template has quick replies, and the simulator's customer taps the first.",
    input: {
      countryCode: "+91",
      phoneNumber: "9876543210",
      callbackData: "order-126",
      template_category: "utility",
      type: "Template",
      template: { name: "order_packed_replies", languageCode: "en", bodyValues: ["Asha"] },
    },
  },
  {
    operation: "sendMessage",
    group: GROUP,
    simulatorOnly: true,
    title: "A form is filled in",
    hint: "The template's button opens a form. Interakt reports the answers twice, with the same key both times.",
    input: {
      countryCode: "+91",
      phoneNumber: "9876543210",
      callbackData: "survey-9",
      template_category: "utility",
      type: "Template",
      template: {
        name: "tea_survey",
        languageCode: "en",
        bodyValues: ["Asha"],
        buttonValues: { 0: ["survey-9"] },
      },
    },
  },
  {
    operation: "sendMessage",
    group: GROUP,
    simulatorOnly: true,
    title: "An answer in words",
    hint: "The simulator's customer with this number replies to every message.",
    input: {
      ...TALKATIVE,
      callbackData: "ticket-7786",
      type: "Text",
      data: { message: "Anything else that we can do?" },
    },
  },
  {
    operation: "sendMessage",
    group: GROUP,
    simulatorOnly: true,
    title: "Undeliverable",
    wrong: "life",
    hint: "Interakt accepts the message, but WhatsApp cannot deliver it to this number.",
    input: {
      ...UNREACHABLE,
      callbackData: "ticket-7787",
      type: "Text",
      data: { message: "Your tea leaves the warehouse today." },
    },
  },
];
