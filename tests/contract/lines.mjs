/** How a process takes part in the suite: a line for each case, answered with a line. */
import { createInterface } from "node:readline";
import { runCase } from "./suite.mjs";

/** @param {Pick<import("./world.mjs").World, "api" | "createSimulator">} world */
export async function answerLines(world) {
  for await (const line of createInterface({ input: process.stdin })) {
    const problem = await runCase(world, JSON.parse(line));
    process.stdout.write(`${JSON.stringify({ problem })}\n`);
  }
}
