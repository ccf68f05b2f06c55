/** The answer that is shown, and what it is an answer to. */
export { createLife } from "./life.js";

import { createAnswerPanel } from "./answer.js";
import { ageWords, isSame } from "./answer-age.js";
import { readValue } from "./json-tree.js";
import { messagesIn } from "./recipient.js";

/**
 * @typedef {import("./history/entry.js").Entry} Entry
 *
 * @typedef {object} Sent
 * @property {Entry} entry
 * @property {File} [file] What went with it.
 * @property {boolean} isMessage What it was answered may tell of messages that live on.
 */

/**
 * @param {ReturnType<typeof import("./life.js").createLife>} life
 * @param {(sent: Sent) => void} onBack
 */
export function createAnswered(life, onBack) {
  /** @type {Sent | undefined} */
  let sent;
  const panel = createAnswerPanel(() => {
    if (sent) onBack(sent);
  });
  /** Whether it is followed what becomes of its messages. */
  let isFollowed = false;
  let isSending = false;
  panel.clear();

  return {
    /** @param {string} address Of the example that is open. */
    sending(address) {
      life.pause();
      isFollowed = false;
      isSending = true;
      if (sent) panel.outdate(wordsOf(sent, address));
      panel.sending();
    },

    /** @param {Sent} next */
    show(next) {
      sent = next;
      isSending = false;
      const { result, text } = next.entry;
      life.stop();
      if (result === undefined) return panel.clear("This answer is no longer kept.");
      const id = next.isMessage && !result.error && idOf(result.answer);
      isFollowed = true;
      const labels = messagesIn(readValue(text));
      panel.show(result, id ? life.start(id, labels) : undefined);
    },

    /** Nothing was sent, because of errors. @param {string} address Of the example that is open. */
    refuse(address) {
      if (sent) panel.outdate(wordsOf(sent, address));
      else panel.clear("Nothing was sent: fix the errors first.");
    },

    /**
     * Looks whether it is an answer to what would be sent now.
     *
     * @param {object} now
     * @param {string} now.address
     * @param {string} now.text
     * @param {File} [now.file]
     */
    compare({ address, text, file }) {
      if (sent === undefined || isSending) return;
      const { entry } = sent;
      const isFresh = isSame(
        { address: entry.address, input: plain(entry.text), file: sent.file },
        { address, input: plain(text), file },
      );
      panel.outdate(isFresh ? undefined : wordsOf(sent, address));
      const isHere = entry.address === address;
      if (isHere && !isFollowed) life.resume();
      if (!isHere && isFollowed) life.pause();
      isFollowed = isHere;
    },
  };
}

/**
 * @param {Sent} sent
 * @param {string} address
 */
function wordsOf({ entry }, address) {
  const { at, operation, title } = entry;
  const isElsewhere = entry.address !== address;
  return ageWords({ at, title: `${operation}: ${title}`, isElsewhere });
}

/** @param {string} text @returns {string} However it is laid out; what is no JSON as it stands. */
function plain(text) {
  const value = readValue(text);
  return value === undefined ? text : JSON.stringify(value);
}

/** @param {unknown} answer @returns {string} */
function idOf(answer) {
  const { id } = /** @type {{ id?: unknown }} */ (answer ?? {});
  return typeof id === "string" ? id : "";
}
