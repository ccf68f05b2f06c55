/** The suite inside a process of Node, Deno or Bun: each line that comes in is a case to run. */
import * as api from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { answerLines } from "./lines.mjs";

await answerLines({ api, createSimulator });
