/** What sending does to a real account, in words. */

/**
 * @typedef {"message" | "change" | "read"} Effect A customer gets a message that costs money, the
 *   account changes, or nothing does.
 */

/** What stands beside the button. @type {Record<Effect, string>} */
export const EFFECTS = {
  message: "Reaches a real customer and costs money.",
  change: "Changes the real account.",
  read: "Reads the real account.",
};
