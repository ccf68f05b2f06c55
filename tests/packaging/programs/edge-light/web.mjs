import { createSimulator } from "interakt-wasm/simulator";
import * as entry from "interakt-wasm/web";
import { exercise } from "../../exercise.mjs";

/** @typedef {{ request: Request, respondWith(answer: Promise<Response>): void }} FetchEvent */

addEventListener("fetch", (event) => {
  const { request } = /** @type {FetchEvent} */ (/** @type {unknown} */ (event));
  const baseUrl = new URL(request.url).searchParams.get("interakt");
  const verdict = entry.init("/core_bg.wasm").then(() => exercise(entry, createSimulator, baseUrl));
  /** @type {any} */ (event).respondWith(verdict.then((result) => Response.json(result)));
});
