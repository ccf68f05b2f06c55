import * as interakt from "interakt-wasm";
import * as customer from "interakt-wasm/customer/web";
import customerModule from "interakt-wasm/customer.wasm";
import * as forms from "interakt-wasm/forms/web";
import formsModule from "interakt-wasm/forms.wasm";
import * as phone from "interakt-wasm/phone/web";
import phoneModule from "interakt-wasm/phone.wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "./exercise.mjs";

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    const baseUrl = searchParams.get("interakt");
    // Asked for first: in one Worker an entry that was started by itself needs no module.
    if (pathname !== "/web")
      return Response.json(await exercise(interakt, createSimulator, baseUrl));
    await customer.init(customerModule);
    await forms.init(formsModule);
    await phone.init(phoneModule);
    const entries = { customer, forms, phone };
    return Response.json(await exercise(interakt, createSimulator, baseUrl, entries));
  },
};
