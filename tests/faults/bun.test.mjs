/** The suite in Bun. */
import { ensureBun } from "../../scripts/toolchain.mjs";
import { startChild } from "./child.mjs";
import { testFaults } from "./runner.mjs";

testFaults("Bun", async () => startChild(await ensureBun(), ["run", "--no-install"]));
