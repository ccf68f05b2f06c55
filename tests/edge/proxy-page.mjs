/** A page that asks its own server, or one of another origin, with the package's client. */
import { init } from "interakt-wasm";
import { ask } from "./proxy-ask.mjs";

const started = init();

/** @param {any} task */
async function runCase(task) {
  await started;
  const { file } = task.input ?? {};
  const input = file ? { ...task.input, file: new File([file.text], file.name, file) } : task.input;
  return ask({ ...task, input });
}

Object.assign(globalThis, { runCase });
