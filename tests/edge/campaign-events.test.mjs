/** Who is told how a campaign is doing, when that cannot be found out any more. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { INSTALLED } from "../../scripts/project.mjs";

/** @type {typeof import("../../pkg-template/edge/campaign-events.js")} */
const { createEvents } = await import(
  pathToFileURL(join(INSTALLED, "dist", "edge", "campaign-events.js")).href
);

test("a reader whose stream has failed is told no more", async () => {
  let looks = 0;
  const look = async () => {
    looks += 1;
    if (looks > 2) throw new Error("disk I/O error");
    return /** @type {any} */ ({ version: looks });
  };
  const events = createEvents(look, { now: () => 0, sleep: async () => {} });
  const reader = (await events.open()).body?.getReader();
  await reader?.read();
  assert.equal(events.size(), 1);
  await assert.rejects(async () => reader?.read(), /disk I\/O error/);
  assert.equal(events.size(), 0);
});
