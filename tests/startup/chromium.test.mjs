import test from "node:test";
import { performStartup } from "./perform.mjs";

test("the package starts in pages of Chromium", async (t) => {
  await performStartup("chromium", async (topic, name, run) => {
    await t.test(`${topic}: ${name}`, run);
  });
});
