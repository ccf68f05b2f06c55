/** The suite in Deno, which may reach the fault server and nothing else. */
import { ensureDeno } from "../../scripts/toolchain.mjs";
import { startChild } from "./child.mjs";
import { testFaults } from "./runner.mjs";

testFaults("Deno", async () =>
  startChild(await ensureDeno(), [
    ...["run", "--no-remote", "--no-lock", "--no-prompt", "--node-modules-dir=manual"],
    "--allow-net=127.0.0.1",
  ]),
);
