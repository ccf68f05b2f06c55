import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { show } from "./exercise.mjs";

show(interakt, createSimulator);
