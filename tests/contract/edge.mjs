/** The suite inside the sandbox of edge functions: each request is a case to run. */
import worker from "./worker.mjs";

addEventListener("fetch", (event) => {
  const { request, respondWith } = /** @type {any} */ (event);
  respondWith.call(event, worker.fetch(request));
});
