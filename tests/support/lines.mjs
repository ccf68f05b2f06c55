/** The end of child.mjs that is in the process: a line for each task, answered with a line. */
import { createInterface } from "node:readline";

/** @param {(task: any) => Promise<unknown>} answer */
export async function answerLines(answer) {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  }
}
