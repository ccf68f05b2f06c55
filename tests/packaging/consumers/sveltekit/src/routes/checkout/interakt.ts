import { Interakt } from "interakt-wasm";
import { INTERAKT_API_KEY, INTERAKT_URL } from "$app/env/private";

let client: Interakt | undefined;

/** One for all requests; not made where the app is built, which has no key. */
export function interakt() {
  client ??= new Interakt({ apiKey: INTERAKT_API_KEY, baseUrl: INTERAKT_URL });
  return client;
}
