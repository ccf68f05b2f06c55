/** A page that goes while its message is on its way, in workerd, which ends what nobody waits for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { workerModules } from "../support/worker.mjs";
import { serveInterakt } from "./proxy-http.mjs";
import { PATH, TEXT } from "./proxy-inputs.mjs";

test("what is being sent is sent, and the application is told of the answer", async (t) => {
  /** @type {(value?: unknown) => void} */
  let came = () => {};
  const arrival = new Promise((resolve) => (came = resolve));
  /** @type {import("node:http").ServerResponse | undefined} */
  let outgoing;
  const interakt = await serveInterakt({
    slow(answer) {
      outgoing = answer;
      came();
    },
  });
  t.after(interakt.close);
  const compatibilityDate = "2026-01-01";
  /** @param {string} name */
  const modulesOf = (name) => workerModules(fileURLToPath(new URL(name, import.meta.url)));
  const miniflare = new Miniflare({
    workers: [
      {
        name: "caller",
        modules: await modulesOf("../workerd/caller.mjs"),
        compatibilityDate,
        serviceBindings: { SENDER: "sender" },
      },
      {
        name: "sender",
        modules: await modulesOf("proxy-worker.mjs"),
        compatibilityDate,
        bindings: { UPSTREAM: interakt.url },
        durableObjects: { BUCKETS: { className: "InteraktBuckets", useSQLite: true } },
      },
    ],
  });
  t.after(() => miniflare.dispose());
  const page = miniflare.dispatchFetch(`http://caller/slow${PATH}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: "https://shop.example",
      "give-up-after": "1000",
    },
    body: JSON.stringify(TEXT),
  });
  await arrival;
  assert.equal((await page).status, 499);
  // The Worker hears of it before the answer is there.
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(outgoing?.socket?.destroyed, false, "the sending was given up");
  outgoing?.end('{"result":true,"message":"Done","id":"m-9"}');
  for (;;) {
    const told = await (await miniflare.dispatchFetch("http://caller/told")).json();
    if (/** @type {any[]} */ (told).some(({ sent }) => sent === "m-9")) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal(interakt.arrived.length, 1);
});
