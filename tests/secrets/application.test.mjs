/** The application, deployed and on the simulator, with marked secrets, people and messages. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { bundleConsole } from "../../scripts/console.mjs";
import { launchChromium } from "../support/chromium.mjs";
import { openDesk } from "./application/desk.mjs";
import { usePage } from "./application/page.mjs";
import { KEPT, placesOf, ROWS } from "./application/places.mjs";
import * as use from "./application/use.mjs";
import { NAME, SURNAME } from "./marks.mjs";
import { createWatch } from "./watch.mjs";

/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  [browser] = await Promise.all([launchChromium(), bundleConsole()]);
});

after(() => browser?.close());

for (const mode of /** @type {const} */ (["live", "simulator"])) {
  test(`${mode}: secrets are nowhere, and of people is kept and shown what is said to be`, async (t) => {
    const watch = createWatch();
    const desk = await openDesk(t, watch, mode);
    await desk.start();
    await use.intrude(desk);
    await use.send(desk);
    await use.told(desk, watch);
    await use.proxy(desk);
    const id = await use.campaign(desk, mode === "live");
    await use.optOuts(desk);
    await usePage(browser, desk.url(), watch, mode);
    await desk.stop();
    await assertKept(desk, mode);

    // What is wrong with these is said in the log. An engine repeats a short text that is no JSON.
    await desk.start({ PROXY_ALLOW: SURNAME, KEEP_DAYS: NAME });
    await use.proxyThatFails(desk);
    await use.forget(desk, id);
    await desk.sweep();
    await desk.stop();
    await assertKept(desk, mode, true);
    watch.check(placesOf(mode));
  });
}

/**
 * @param {import("./application/desk.mjs").Desk} desk
 * @param {"live" | "simulator"} mode
 * @param {boolean} [isDeleted] Whether all was deleted that can be.
 */
async function assertKept(desk, mode, isDeleted = false) {
  const found = Object.entries(await desk.kept()).filter(([, marks]) => marks.length > 0);
  const wanted = Object.entries(KEPT).filter(([, { after }]) => after || !isDeleted);
  // The simulator's words repeat nothing.
  const isThere = (/** @type {string} */ place) => mode === "live" || !place.endsWith(".problem");
  assert.deepEqual(
    Object.fromEntries(found),
    Object.fromEntries(
      wanted.flatMap(([place, { may }]) => (isThere(place) ? [[place, may]] : [])),
    ),
  );
}

test("the README says of each what is kept", async () => {
  const readme = await readFile(new URL("../../www/README.md", import.meta.url), "utf8");
  const [, table = ""] = readme.split("## What is kept about people");
  for (const { told } of Object.values(KEPT)) {
    assert.ok(table.includes(`\n| ${ROWS[told]}`), `the table has no row for ${ROWS[told]}`);
  }
});
