/** A page with a phone field whose module can be made to trap. */
import { definePhoneField } from "interakt-wasm/phone-field/web";
import { createTraps } from "./trap.mjs";

const traps = createTraps();

Object.assign(window, { traps, ready: definePhoneField() });
