/** Examples with something wrong on purpose: in the input, or in what Interakt says to it. */
import { CLOSED_WINDOW, UNKNOWN_TEMPLATE } from "../demo/cases.js";

const GROUP = "What is wrong here?";

const CUSTOMER = { countryCode: "+91", phoneNumber: "9876543210" };

/** @type {Omit<import("./examples.js").Example, "slug">[]} */
export const MISTAKES = [
  {
    operation: "sendMessage",
    group: GROUP,
    title: "Both phone forms",
    wrong: "issues",
    hint: "A customer is named by one phone form, not by both.",
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
    hint: "Every mistake is found at once. Choose one below to go to its place.",
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
    wrong: "answer",
    hint: "The simulator's customer of this number last wrote more than 24 hours ago.",
    input: {
      ...CLOSED_WINDOW,
      type: "Text",
      data: { message: "How was the tea of last week?" },
    },
  },
  {
    operation: "sendMessage",
    group: GROUP,
    title: "No such template",
    wrong: "answer",
    hint: "The simulator's account has no approved template of this name.",
    input: {
      ...CUSTOMER,
      type: "Template",
      template: { name: UNKNOWN_TEMPLATE, languageCode: "en", bodyValues: ["Asha"] },
    },
  },
  {
    operation: "sendRcs",
    group: GROUP,
    title: "A type that is spelt right",
    wrong: "issues",
    hint: "Interakt spells some words in its own way.",
    input: { ...CUSTOMER, type: "Calendar", message: { plainText: "A tasting on Saturday" } },
  },
  {
    operation: "trackUser",
    group: GROUP,
    title: "Nobody",
    wrong: "issues",
    hint: "It does not say which customer it is about.",
    input: { traits: { name: "Asha Menon" }, tags: ["subscriber", ""], createdAt: "yesterday" },
  },
];
