/** What sending does to a real account, in words. */

/**
 * @typedef {"message" | "change" | "read"} Effect A customer gets a message that costs money, the
 *   account changes, or nothing does.
 *
 * @typedef {object} Words
 * @property {string} note Beside the button.
 * @property {{ title: string, text: string }} [question] Asked before; what only reads needs none.
 */

/** @type {Record<Effect, Words>} */
export const EFFECTS = {
  message: {
    note: "Reaches a real customer and costs money.",
    question: {
      title: "Send a real message?",
      text: "A customer will get it, and Interakt charges the account for it.",
    },
  },
  change: {
    note: "Changes the real account.",
    question: {
      title: "Change the real account?",
      text: "This changes what the Interakt account holds.",
    },
  },
  read: { note: "Reads the real account." },
};
