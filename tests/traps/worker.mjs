/** The cases inside a Worker: each request is one to run. */
import { runCase } from "./cases.mjs";
import { entries } from "./entries.mjs";
import { createTraps } from "./trap.mjs";

/** @type {import("./trap.mjs").Traps | undefined} */
let traps;

export default {
  /** @param {Request} request */
  async fetch(request) {
    traps ??= createTraps();
    return Response.json({ problem: await runCase({ entries, traps }, await request.json()) });
  },
};
