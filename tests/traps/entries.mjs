/** All entries that have a module, as a runtime resolves them. */
import * as core from "interakt-wasm";
import * as bulk from "interakt-wasm/bulk";
import * as customer from "interakt-wasm/customer";
import * as forms from "interakt-wasm/forms";
import * as phone from "interakt-wasm/phone";
import * as field from "interakt-wasm/phone-field";

export const entries = { core, bulk, customer, forms, phone, "phone-field": field };
