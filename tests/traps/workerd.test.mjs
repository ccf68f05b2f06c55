/** Traps in workerd. */
import { fileURLToPath } from "node:url";
import { startWorker } from "../support/runtimes.mjs";
import { testTraps } from "./runner.mjs";

testTraps("workerd", () => startWorker(fileURLToPath(new URL("worker.mjs", import.meta.url))));
