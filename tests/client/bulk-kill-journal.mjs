/** The file in which a run of bulk-kill.test.mjs keeps what it has done. */
import { existsSync, readFileSync } from "node:fs";

/**
 * The lines that were written wholly: who is killed may leave half of one.
 *
 * @param {string} path
 * @returns {{ index?: number, status?: string, resumeFrom: import("interakt-wasm").BulkPosition }[]}
 */
export function linesOf(path) {
  if (!existsSync(path)) return [];
  const whole = readFileSync(path, "utf8").split("\n").slice(0, -1);
  return whole.map((line) => JSON.parse(line));
}

/** @param {string} path */
export const lastLine = (path) => linesOf(path).at(-1);
