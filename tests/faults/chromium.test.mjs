/** The suite in a page, in Chromium. */
import { fileURLToPath } from "node:url";
import { startPage } from "../support/runtimes.mjs";
import { testFaults } from "./runner.mjs";

testFaults("Chromium", () => startPage(fileURLToPath(new URL("page.mjs", import.meta.url))));
