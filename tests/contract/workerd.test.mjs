/** The suite in workerd. */
import { fileURLToPath } from "node:url";
import { startWorker } from "../support/runtimes.mjs";
import { testContract } from "./runner.mjs";

testContract("workerd", () => startWorker(fileURLToPath(new URL("worker.mjs", import.meta.url))));
