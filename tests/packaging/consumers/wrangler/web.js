import * as bulk from "interakt-wasm/bulk/web";
import * as customer from "interakt-wasm/customer/web";
import * as forms from "interakt-wasm/forms/web";
import formsModule from "interakt-wasm/forms.wasm";
import * as phone from "interakt-wasm/phone/web";
import * as field from "interakt-wasm/phone-field/web";
import { createSimulator } from "interakt-wasm/simulator";
import * as interakt from "interakt-wasm/web";
import { exercise } from "./exercise.mjs";

export default {
  async fetch(request) {
    await interakt.init();
    await customer.init("/customer_bg.wasm");
    await forms.init(formsModule);
    const baseUrl = new URL(request.url).searchParams.get("interakt");
    const entries = { bulk, customer, field, forms, phone };
    return Response.json(await exercise(interakt, createSimulator, baseUrl, entries));
  },
};
