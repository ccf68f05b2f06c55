/** The suite in Bun. */
import { fileURLToPath } from "node:url";
import { startBun } from "../support/child.mjs";
import { testFaults } from "./runner.mjs";

testFaults("Bun", () => startBun(fileURLToPath(new URL("process.mjs", import.meta.url))));
