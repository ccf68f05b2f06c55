import { createSimulator } from "interakt-wasm/simulator";
import * as interakt from "interakt-wasm/web";
import { show } from "../exercise.mjs";

show(interakt, createSimulator, interakt.init());
