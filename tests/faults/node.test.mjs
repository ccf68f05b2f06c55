/** The suite in Node. */
import { startChild } from "./child.mjs";
import { testFaults } from "./runner.mjs";

testFaults("Node", async () => startChild(process.execPath));
