import { Interakt } from "interakt-wasm";

let client: Interakt | undefined;

/** One for all requests; not made where the app is built, which has no key. */
export function interakt() {
  client ??= new Interakt({
    apiKey: process.env.INTERAKT_API_KEY,
    baseUrl: process.env.INTERAKT_URL,
  });
  return client;
}
