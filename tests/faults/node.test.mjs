/** The suite in Node. */
import { fileURLToPath } from "node:url";
import { startNode } from "../support/child.mjs";
import { testFaults } from "./runner.mjs";

testFaults("Node", async () => startNode(fileURLToPath(new URL("process.mjs", import.meta.url))));
