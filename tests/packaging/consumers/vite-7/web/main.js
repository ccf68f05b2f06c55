import bulk from "interakt-wasm/bulk.wasm?url";
import core from "interakt-wasm/core.wasm?url";
import customer from "interakt-wasm/customer.wasm?url";
import forms from "interakt-wasm/forms.wasm?url";
import phone from "interakt-wasm/phone.wasm?url";
import field from "interakt-wasm/phone-field.wasm?url";
import { showWeb } from "../exercise-web.mjs";

showWeb({ bulk, core, customer, field, forms, phone });
