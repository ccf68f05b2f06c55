/**
 * Marked secrets and people go through all that the package does, well and badly, and are looked for
 * in all that comes out of it.
 */
import { after, test } from "node:test";
import { checks } from "./paths/checks.mjs";
import { client } from "./paths/client.mjs";
import { inEdge } from "./paths/edge.mjs";
import { parts } from "./paths/parts.mjs";
import { rows } from "./paths/rows.mjs";
import { webhooks } from "./paths/webhooks.mjs";
import { PLACES } from "./places.mjs";
import { createWatch, listenToConsole } from "./watch.mjs";

const watch = createWatch();
after(listenToConsole(watch));

for (const [name, path] of Object.entries({
  "inputs of all operations are checked": checks,
  "a client calls, and it goes well or badly": client,
  "files of rows are checked and sent": rows,
  "webhooks come": webhooks,
  "templates, previews, forms, numbers, the simulator": parts,
  "a proxy, a consumer, and Durable Objects that fail": inEdge,
})) {
  test(name, () => path(watch));
}

test("secrets are nowhere, and of people nothing is where the table does not say why", () => {
  watch.check(PLACES);
});
