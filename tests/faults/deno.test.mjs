/** The suite in Deno, which may reach the fault server and nothing else. */
import { fileURLToPath } from "node:url";
import { startDeno } from "../support/child.mjs";
import { testFaults } from "./runner.mjs";

testFaults("Deno", () =>
  startDeno(fileURLToPath(new URL("process.mjs", import.meta.url)), ["--allow-net=127.0.0.1"]),
);
