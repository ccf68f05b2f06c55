/** Schemas of other libraries. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { told, until } from "./desk.mjs";
import { sent, submit } from "./steps.mjs";

/** @param {() => Awaited<ReturnType<typeof import("./desk.mjs").startForms>>} forms */
export function schemas(forms) {
  const OTHERS = {
    zod: `z.object({ fullName: z.string().min(1, "Your name?"), optIn: z.literal(true, "Please agree."),
      tags: z.array(z.string()).max(1, "One at most.") })`,
    valibot: `v.object({ fullName: v.pipe(v.string(), v.minLength(1, "Your name?")),
      optIn: v.literal(true, "Please agree."), tags: v.pipe(v.array(v.string()), v.maxLength(1, "One at most.")) })`,
    "valibot, which takes its time": `v.pipeAsync(v.objectAsync({
      fullName: v.pipeAsync(v.string(), v.checkAsync(async (name) => name !== "", "Your name?")),
      optIn: v.literal(true, "Please agree."), tags: v.pipe(v.array(v.string()), v.maxLength(1, "One at most.")) }))`,
  };
  for (const [name, schema] of Object.entries(OTHERS)) {
    test(`of ${name}`, () =>
      forms().visit(
        `sent = []; bindForm(document.querySelector("form"), ${schema}, { onSubmit: (value) => { sent.push(value); } }); undefined;`,
        async (page) => {
          await page.getByLabel("Shoes", { exact: true }).check();
          await page.getByLabel("Hats", { exact: true }).check();
          await submit(page);
          await until(page, "document.activeElement.name === 'fullName'");
          assert.deepEqual(await told(page), {
            fullName: "Your name?",
            tags: "One at most.",
            optIn: "Please agree.",
          });
          await page.getByLabel("Hats", { exact: true }).uncheck();
          await page.getByLabel("Name").fill("Asha");
          await page.getByLabel("Write to me").check();
          await until(
            page,
            "[...document.querySelectorAll('[data-error]')].every((each) => !each.textContent)",
          );
          await submit(page);
          await until(page, "sent.length === 1");
          assert.deepEqual(await sent(page), [{ fullName: "Asha", optIn: true, tags: ["shoes"] }]);
        },
      ));
  }

  test("which takes its time, and a form that the browser submits", () =>
    forms().visit(
      `bindForm(document.querySelector("form"), v.objectAsync({ fullName: v.pipeAsync(v.string(),
        v.checkAsync(async (name) => name !== "", "Your name?")) })); undefined;`,
      async (page) => {
        await submit(page);
        await until(page, "document.activeElement.name === 'fullName'");
        await page.getByLabel("Name").fill("Asha");
        await Promise.all([page.waitForURL(/fullName=Asha/), submit(page)]);
      },
    ));

  test("what cannot be checked is not submitted", async () => {
    await assert.rejects(
      forms().visit(
        `bindForm(document.querySelector("form"), { "~standard": { validate() { throw new Error("no module"); } } }); undefined;`,
        async (page) => {
          await submit(page);
          assert.doesNotMatch(page.url(), /\?/);
        },
      ),
      /no module/,
    );
  });
}
