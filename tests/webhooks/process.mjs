/** The suite inside a process of Node, Deno or Bun: each line that comes in is a task. */
import * as api from "interakt-wasm";
import { answerLines } from "../support/lines.mjs";
import { runTask } from "./suite.mjs";

await answerLines((task) => runTask(api, task));
