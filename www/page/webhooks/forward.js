/** Tells a program each webhook as it comes, one after the other, as long as the page is open. */
import { readWhole, tell } from "./api.js";
import { signatureOf } from "./signature-of.js";
import { talliedWords, tallyOf } from "./words.js";

/** How many wait at most: a program that is slower than what comes is not told all of it. */
const MOST = 100;

/**
 * @param {() => { url: string, secret: string }} whom The program, and the key to sign anew with.
 * @param {(words: string) => void} say What came of it so far.
 */
export function createForward(whom, say) {
  /** Ids of the list, the oldest first. @type {string[]} */
  let waiting = [];
  /** How often each thing came of it. @type {Map<string, number>} */
  let tally = new Map();
  let isOn = false;
  let isTelling = false;

  async function work() {
    if (isTelling) return;
    isTelling = true;
    for (let id = waiting.shift(); isOn && id !== undefined; id = waiting.shift()) {
      const { url, secret } = whom();
      count(await forwarded(id, url, secret));
    }
    isTelling = false;
  }

  /** @param {string} what */
  function count(what) {
    if (!isOn) return;
    tally.set(what, (tally.get(what) ?? 0) + 1);
    say(talliedWords(tally));
  }

  return {
    isOn: () => isOn,

    /** @param {boolean} on */
    turn(on) {
      isOn = on;
      waiting = [];
      tally = new Map();
      say(on ? "The next one to arrive will be forwarded." : "");
    },

    /** @param {readonly string[]} ids The oldest first. */
    add(ids) {
      if (!isOn) return;
      const room = MOST - waiting.length;
      waiting.push(...ids.slice(0, room));
      for (const _ of ids.slice(room)) count("left out");
      work();
    },
  };
}

/**
 * @param {string} id
 * @param {string} url
 * @param {string} secret
 * @returns {Promise<string>} What came of it, in a word.
 */
async function forwarded(id, url, secret) {
  const whole = await readWhole(id);
  if (whole.error) return "left out";
  try {
    const signature = await signatureOf(whole.payload, whole.header ?? "", secret);
    return tallyOf(await tell({ url, payload: whole.payload, signature }));
  } catch {
    return "left out";
  }
}
