/** The rows that are not ready, as a file for whoever made the first. */
import { createEncoder } from "./text.js";

/**
 * @typedef {import("./rows-read.js").Issue} Issue
 *
 * @typedef {object} Shape
 * @property {string[] | undefined} header
 * @property {string | undefined} delimiter Undefined for NDJSON, whose rows have one cell.
 */

/** What is said of a row, and what a file that was handed back once has already. */
const OWN = ["line", "problem"];

/** Characters that are gathered before they are handed on. */
const PIECE = 1 << 14;

/**
 * A record of CSV, as spreadsheets read it.
 *
 * @param {readonly string[]} cells
 * @param {string} delimiter
 */
export function recordOf(cells, delimiter) {
  const written = cells.map((cell) => {
    const isPlain = !/["\r\n]/.test(cell) && !cell.includes(delimiter) && !/^\s|\s$/.test(cell);
    return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
  });
  return `${written.join(delimiter)}\r\n`;
}

/**
 * @param {readonly Issue[]} issues
 * @returns {string} All of them in one cell, with the columns that they are about.
 */
export function problemOf(issues) {
  return issues
    .filter(({ severity }) => severity === "error")
    .map(({ column, message }) => (column ? `${column}: ${message}` : message))
    .join(" ");
}

/** @param {Shape} shape */
function widthOf({ header }) {
  const isBack = header?.slice(-2).join() === OWN.join();
  return header && header.length - (isBack ? OWN.length : 0);
}

/**
 * @param {Shape} shape
 * @returns {string}
 */
export function headOf({ header, delimiter }) {
  if (!delimiter) return recordOf([...OWN, "row"], ",");
  if (!header) return "";
  return recordOf([...header.slice(0, widthOf({ header, delimiter })), ...OWN], delimiter);
}

/**
 * The cells as they were, then where they stood and what is wrong. What is behind the columns of the
 * header stays behind that, for the others to stay where they belong.
 *
 * @param {Shape} shape
 * @param {readonly string[]} cells
 * @param {number} line
 * @param {string} problem
 */
export function lineOf(shape, cells, line, problem) {
  const said = [String(line), problem];
  if (!shape.delimiter) return recordOf([...said, ...cells], ",");
  const width = widthOf(shape) ?? cells.length;
  const own = Array.from({ length: width }, (_, at) => cells[at] ?? "");
  const surplus = cells.slice(shape.header?.length ?? width);
  return recordOf([...own, ...said, ...surplus], shape.delimiter);
}

/**
 * @param {AsyncGenerator<string, undefined, undefined>} lines
 * @returns {ReadableStream<Uint8Array>} UTF-8, with the mark by which Excel knows it. Nothing is read
 *   before somebody reads it, but for a first piece in Workers of before 2022-11-30.
 */
export function streamOf(lines) {
  const encoder = createEncoder();
  let text = "\ufeff";
  let isOver = false;
  /** The next bytes, or none at the end. */
  async function next() {
    while (!isOver) {
      const { done = false, value } = await lines.next();
      isOver = done;
      text += value ?? "";
      if (!done && text.length < PIECE) continue;
      const bytes = encoder.encode(text);
      text = "";
      return bytes;
    }
    return undefined;
  }
  const leave = async () => void (await lines.return(undefined));
  try {
    return new ReadableStream(
      {
        async pull(controller) {
          const bytes = await next();
          if (bytes) controller.enqueue(bytes);
          else controller.close();
        },
        cancel: leave,
      },
      { highWaterMark: 0 },
    );
  } catch {
    // Workers with a compatibility date before 2022-11-30 have no other stream to write to.
    const { readable, writable } = new TransformStream();
    pour(next, writable.getWriter()).catch(leave);
    return readable;
  }
}

/**
 * @param {() => Promise<Uint8Array | undefined>} next
 * @param {WritableStreamDefaultWriter} writer Takes bytes when somebody reads them, and none once
 *   nobody does.
 */
async function pour(next, writer) {
  try {
    for (let bytes = await next(); bytes; bytes = await next()) await writer.write(bytes);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
}
