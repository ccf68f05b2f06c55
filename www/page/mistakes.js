/** Examples with something wrong on purpose: in the input, or in what Interakt says to it. */
import { CLOSED_WINDOW } from "../demo/cases.js";

const GROUP = "What is wrong here?";

const CUSTOMER = { countryCode: "+91", phoneNumber: "9876543210" };

/** @type {Omit<import("./examples.js").Example, "slug">[]} */
export const MISTAKES = [
  {
    operation: "sendMessage",
    group: GROUP,
    title: "Both phone forms",
    simulatorOnly: true,
    wrong: "issues",
    hint: "Give countryCode with phoneNumber, or fullPhoneNumber alone: Interakt refuses both together.",
    input: {
      ...CUSTOMER,
      fullPhoneNumber: "919876543210",
      type: "Text",
      data: { message: "Your tea leaves the warehouse today." },
    },
  },
  {
    operation: "sendMessage",
    group: GROUP,
    title: "A list full of mistakes",
    wrong: "issues",
    hint: "All mistakes are found at once. Choose one below to jump to it.",
    input: {
      countryCode: "91",
      phoneNumber: "09876543210",
      callbackdata: "menu-4",
      type: "InteractiveList",
      data: {
        message: {
          type: "list",
          body: { text: "Which tea may we show you?" },
          action: {
            button: "See all the teas that we have",
            sections: [
              {
                title: "Black teas from the hills of the south",
                rows: [
                  { id: "orange-pekoe", title: "Orange Pekoe" },
                  { id: "orange-pekoe", title: "Orange Pekoe, the whole leaf" },
                  { title: "Monsoon Gold", description: 7 },
                ],
              },
            ],
          },
        },
      },
    },
  },
  {
    operation: "sendMessage",
    group: GROUP,
    title: "The window is closed",
    simulatorOnly: true,
    wrong: "answer",
    hint: "The simulator's customer with this number last wrote more than 24 hours ago. Until they write again, only templates reach them.",
    input: {
      ...CLOSED_WINDOW,
      type: "Text",
      data: { message: "How was last week's tea?" },
    },
  },
  {
    operation: "sendMessage",
    group: GROUP,
    title: "A template in another language",
    simulatorOnly: true,
    wrong: "issues",
    hint: "The account has this template, but not in this language. It is checked against the account's templates before anything is sent.",
    input: {
      ...CUSTOMER,
      type: "Template",
      template: { name: "order_packed", languageCode: "en_GB", bodyValues: ["Asha", "118"] },
    },
  },
  {
    operation: "sendMessage",
    group: GROUP,
    title: "One value too few",
    simulatorOnly: true,
    wrong: "issues",
    hint: "The template needs two values in its text and one in its second button. The preview shows which are missing.",
    input: {
      ...CUSTOMER,
      template_category: "utility",
      type: "Template",
      template: { name: "order_packed_actions", languageCode: "en", bodyValues: ["Asha"] },
    },
  },
  {
    operation: "sendMessage",
    group: GROUP,
    title: "Utility that became Marketing",
    simulatorOnly: true,
    wrong: "issues",
    hint: "Meta has moved this template to Marketing, which costs more than Utility.",
    input: {
      ...CUSTOMER,
      template_category: "utility",
      type: "Template",
      template: { name: "delivery_feedback", languageCode: "en", bodyValues: ["Asha"] },
    },
  },
  {
    operation: "sendRcs",
    group: GROUP,
    title: "A type that is spelled right",
    wrong: "issues",
    hint: "Interakt spells some values in its own way: the issue below suggests the one it accepts.",
    input: { ...CUSTOMER, type: "Calendar", message: { plainText: "A tasting on Saturday" } },
  },
  {
    operation: "trackUser",
    group: GROUP,
    title: "Nobody",
    wrong: "issues",
    hint: "Nothing says which customer this is about.",
    input: { traits: { name: "Asha Menon" }, tags: ["subscriber", ""], createdAt: "yesterday" },
  },
];
