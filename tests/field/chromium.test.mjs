import test from "node:test";
import { performField } from "./perform.mjs";

test("the phone field in Chromium", async (t) => {
  await performField("chromium", async ({ topic, name, cannot, run }) => {
    await t.test(`${topic}: ${name}`, { skip: cannot ?? false }, run);
  });
});
