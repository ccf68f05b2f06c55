/** A worker that loads a copy of the package and says what became of it. */
import { failureOf, MESSAGE } from "./world.mjs";

addEventListener("message", async ({ data: { url, source } }) => {
  const api = await import(url);
  await api.init(source);
  const error = await failureOf(() => api.sendMessage.parse(429, { "retry-after": "20" }, "{}"));
  postMessage({ ok: api.sendMessage.validate(MESSAGE).ok, error: error.toJSON() });
});
