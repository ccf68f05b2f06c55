/** What Jio tells a webhook of an RCS message: an event for each step of its life. */

import { fullPhone, timestamp } from "./customers.js";

/** @typedef {import("./life.js").RcsStep} RcsStep */
/** @typedef {import("./schedule.js").Event} Event */

/** The sending assistant; its value means nothing. */
const BOT = "00000000-0000-4000-9000-000000000002";

/** What a customer's message lacks when it is something else. */
const NOTHING = { text: null, userFile: null, location: null, suggestionResponse: null };

/**
 * @param {{ id: string, input: any }} message
 * @param {readonly RcsStep[]} steps
 * @param {(index: number) => number} timeOf when each of them happens
 * @param {{ ids: import("./ids.js").Ids }} telling
 * @returns {Event[]}
 */
export function rcsEvents({ id, input }, steps, timeOf, { ids }) {
  const userPhoneNumber = `+${fullPhone(input)}`;
  return steps.map((step, index) => {
    const due = timeOf(index);
    const sendTime = `${timestamp(due)}Z`;
    /**
     * @param {string} entityType
     * @param {{ messageId: string, eventType?: string, [field: string]: unknown }} entity
     */
    const event = (entityType, entity) => ({
      due,
      kind: entity.eventType ?? entityType,
      messageId: entity.messageId,
      lifeOf: id,
      signed: false,
      payload: () => ({ userPhoneNumber, botId: BOT, entityType, entity }),
    });

    if (step === "sent") {
      const eventType = "SEND_MESSAGE_SUCCESS";
      return event("STATUS_EVENT", { eventType, messageId: id, sendTime });
    }
    if (typeof step === "string") {
      const eventType = step === "read" ? "MESSAGE_READ" : "MESSAGE_DELIVERED";
      const told = { messageId: id, sendTime, senderPhoneNumber: userPhoneNumber };
      return event("USER_EVENT", { eventType, ...told, eventId: ids.uuid() });
    }
    if ("failed" in step) {
      const { code, reason } = step.failed;
      const error = { code, errCode: code, message: reason };
      const eventType = "SEND_MESSAGE_FAILURE";
      return event("STATUS_EVENT", { eventType, messageId: id, sendTime, error });
    }
    const said = "clicked" in step ? tapOf(step, input) : replyOf(step.replied);
    return event("USER_MESSAGE", { messageId: ids.uuid(), sendTime, ...NOTHING, ...said });
  });
}

/**
 * @param {{ clicked: string, url?: string | undefined }} step
 * @param {any} input the message, of which the suggestion is
 */
function tapOf({ clicked, url }, input) {
  return suggested(postBackOf(input, clicked) ?? clicked, clicked, url ? "ACTION" : "REPLY");
}

/** @param {Extract<RcsStep, { replied: unknown }>["replied"]} replied */
function replyOf(replied) {
  if (typeof replied === "string") return { text: replied };
  const { id, title } = "button" in replied ? replied.button : replied.row;
  return suggested(id, title, "REPLY");
}

/**
 * @param {string} data
 * @param {string} plainText
 * @param {"REPLY" | "ACTION"} type
 */
function suggested(data, plainText, type) {
  return { suggestionResponse: { postBack: { data }, plainText, type } };
}

/**
 * What the suggestion with that text sends back, wherever in the message it stands.
 * @param {any} part
 * @param {string} text
 * @returns {string | undefined}
 */
function postBackOf(part, text) {
  if (typeof part !== "object" || part === null) return undefined;
  if (part.plainText === text && part.postBack !== undefined) return part.postBack.data;
  for (const below of Object.values(part)) {
    const found = postBackOf(below, text);
    if (found !== undefined) return found;
  }
  return undefined;
}
