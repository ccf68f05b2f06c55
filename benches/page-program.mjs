/** The page of `npm run bench -- page`: checks a file on the main thread, under a meter. */
import { checkRows, init } from "interakt-wasm/bulk";
import { messageSchema } from "./messages.mjs";
import { MARKS, OPTIONS, pieces, wrongOf } from "./stream.mjs";

/**
 * @typedef {object} Felt Milliseconds.
 * @property {number} took
 * @property {number} turn The longest time that a message waited for its turn.
 * @property {number} frame The longest time from one frame to the next.
 * @property {number[]} long The tasks that the browser has counted as long, over 50 ms.
 */

/** Asks for a turn and for a frame again and again. @returns {() => Felt} Ends it. */
function startMeter() {
  const start = performance.now();
  const felt = { took: 0, turn: 0, frame: 0, long: /** @type {number[]} */ ([]) };
  const observer = new PerformanceObserver((list) => {
    felt.long.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: "longtask" });
  const { port1, port2 } = new MessageChannel();
  let [turn, frame, isOver] = [start, start, false];
  port1.onmessage = () => {
    const now = performance.now();
    felt.turn = Math.max(felt.turn, now - turn);
    turn = now;
    if (!isOver) port2.postMessage(0);
  };
  port2.postMessage(0);
  const onFrame = () => {
    const now = performance.now();
    felt.frame = Math.max(felt.frame, now - frame);
    frame = now;
    if (!isOver) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  return () => {
    isOver = true;
    const now = performance.now();
    for (const { duration } of observer.takeRecords()) felt.long.push(duration);
    observer.disconnect();
    port1.close();
    return { ...felt, took: now - start, turn: Math.max(felt.turn, now - turn) };
  };
}

/** The browser tells of a long task when it is over. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 200));

/** @type {Record<"package" | "hand", (file: Blob, format: "ndjson" | "csv") => Promise<number>>} */
const WAYS = {
  async package(file, format) {
    const { refused } = await checkRows(file, OPTIONS[format]).run();
    return refused;
  },
  /** As one writes it without: the file's text, line by line. */
  async hand(file) {
    const lines = (await file.text()).trim().split("\n");
    return lines.filter((line) => !messageSchema.safeParse(JSON.parse(line)).success).length;
  },
};

/** @type {File | undefined} */
let file;

Object.assign(globalThis, {
  /** @param {{ format: "ndjson" | "csv", count: number }} task */
  async prepare({ format, count }) {
    await init();
    file = new File([...pieces(format, count)], `campaign.${format}`);
    await rest();
  },

  /**
   * @param {{ way: keyof typeof WAYS, format: "ndjson" | "csv", count: number }} task
   * @returns {Promise<Felt>}
   */
  async measure({ way, format, count }) {
    const stop = startMeter();
    performance.mark(MARKS.begin);
    const refused = await WAYS[way](/** @type {File} */ (file), format);
    // A task that lasts until here has to end before it is told.
    await rest();
    performance.mark(MARKS.end);
    if (refused !== wrongOf(count)) throw new Error(`${refused} rows were refused`);
    return stop();
  },
});
