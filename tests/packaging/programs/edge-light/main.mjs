import * as entry from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "../exercise.mjs";

addEventListener("fetch", (event) => {
  const { respondWith } = /** @type {{ respondWith(answer: Promise<Response>): void }} */ (
    /** @type {unknown} */ (event)
  );
  respondWith.call(
    event,
    exercise(entry, createSimulator).then((result) => Response.json(result)),
  );
});
