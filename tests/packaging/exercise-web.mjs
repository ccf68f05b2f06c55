/** What every consumer does with the entries whose modules are files of their own. */
import * as bulk from "interakt-wasm/bulk/web";
import * as customer from "interakt-wasm/customer/web";
import * as forms from "interakt-wasm/forms/web";
import * as phone from "interakt-wasm/phone/web";
import * as field from "interakt-wasm/phone-field/web";
import { createSimulator } from "interakt-wasm/simulator";
import * as whole from "interakt-wasm/web";
import { show } from "./exercise.mjs";

/**
 * Shows in `#verdict` what came out of a page.
 *
 * @param {{ bulk?: string, core?: string, customer?: string, field?: string, forms?: string,
 *   phone?: string }} [urls] Of the modules, where the page has to tell them.
 */
export function showWeb(urls = {}) {
  const started = Promise.all([
    whole.init(urls.core),
    bulk.init(urls.bulk),
    customer.init(urls.customer),
    field.init(urls.field),
    forms.init(urls.forms),
    phone.init(urls.phone),
  ]);
  return show(whole, createSimulator, started, { bulk, customer, field, forms, phone });
}
