import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "./exercise.mjs";

chrome.runtime.onMessage.addListener((baseUrl, _sender, respond) => {
  exercise(interakt, createSimulator, baseUrl).then(respond);
  return true; // the answer comes later
});
