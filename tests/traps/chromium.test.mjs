/** Traps in a page, in the entries that were started by `init`. */
import { fileURLToPath } from "node:url";
import { startPage } from "../support/runtimes.mjs";
import { testTraps } from "./runner.mjs";

testTraps("Chromium", () => startPage(fileURLToPath(new URL("page.mjs", import.meta.url))));
