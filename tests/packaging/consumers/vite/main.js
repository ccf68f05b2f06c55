import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "./exercise.mjs";

const baseUrl = new URLSearchParams(location.search).get("interakt");
const verdict = await exercise(interakt, createSimulator, baseUrl);
document.querySelector("#verdict").textContent = JSON.stringify(verdict);
