/** The suite in Chromium, with the default entry and with `interakt-wasm/web`. */
import { fileURLToPath } from "node:url";
import { startPage } from "../support/runtimes.mjs";
import { testContract } from "./runner.mjs";

/** @param {string} entry */
const inPage = (entry) => startPage(fileURLToPath(new URL(entry, import.meta.url)));

testContract("Chromium", () => inPage("page.mjs"));
testContract("Chromium, from interakt-wasm/web", () => inPage("page-web.mjs"));
