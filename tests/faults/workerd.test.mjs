/** The suite in workerd. */
import { fileURLToPath } from "node:url";
import { startWorker } from "../support/runtimes.mjs";
import { testFaults } from "./runner.mjs";

testFaults("workerd", () => startWorker(fileURLToPath(new URL("worker.mjs", import.meta.url))));
