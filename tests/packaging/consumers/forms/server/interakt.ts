import { Interakt } from "interakt-wasm";

export const interakt = new Interakt({
  apiKey: process.env.INTERAKT_API_KEY,
  baseUrl: process.env.INTERAKT_URL,
});
