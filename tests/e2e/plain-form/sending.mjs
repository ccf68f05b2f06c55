/** What is sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { BIND, told, until } from "./desk.mjs";
import { ASHA, fillIn, focused, sent, submit } from "./steps.mjs";

/** @param {() => Awaited<ReturnType<typeof import("./desk.mjs").startForms>>} forms */
export function sending(forms) {
  test("values go by the names of fields: lists, numbers, boxes, fields outside of the form", () =>
    forms().visit(BIND, async (page) => {
      await fillIn(page);
      await page.getByLabel("Shoes", { exact: true }).check();
      await page.getByLabel("Hats", { exact: true }).check();
      await page.getByLabel("Note").fill("Call first");
      await submit(page);
      assert.deepEqual(await sent(page), [
        {
          ...ASHA,
          traits: { ...ASHA.traits, note: "Call first" },
          tags: ["shoes", "hats"],
        },
      ]);
    }));

  test("nothing of a box that a group disables, and one box where a hidden field stands before it", () =>
    forms().visit(BIND.replace(', "optIn"]', "]"), async (page) => {
      await fillIn(page);
      const optIn = page.getByLabel("Write to me");
      await optIn.evaluate((box) => {
        const group = document.createElement("fieldset");
        box.closest("p")?.replaceWith(group);
        group.append(/** @type {Node} */ (box.parentNode));
        group.disabled = true;
      });
      await submit(page);
      assert.equal((await sent(page))[0].traits.whatsapp_opted_in, undefined);
      await optIn.evaluate((box) => {
        /** @type {HTMLFieldSetElement} */ (box.closest("fieldset")).disabled = false;
        box.setAttribute("value", "1");
        box.insertAdjacentHTML("beforebegin", '<input type="hidden" name="optIn" value="0">');
      });
      await submit(page);
      assert.equal((await sent(page))[1].traits.whatsapp_opted_in, true);
    }));

  test("a field that comes later is checked like those that were there", () =>
    forms().visit(
      BIND.replace('required: ["fullName"', 'required: ["note", "fullName"'),
      async (page) => {
        await page.evaluate(() => {
          document.querySelector("[name=note]")?.closest("p")?.remove();
          document
            .querySelector("form")
            ?.insertAdjacentHTML("afterbegin", "<p><label>New note <input name=note></label></p>");
        });
        await fillIn(page);
        await submit(page);
        assert.deepEqual(Object.keys(await told(page)), ["note"]);
        assert.equal(await focused(page), "note");
        await page.getByLabel("New note").fill("Hi");
        await submit(page);
        assert.equal((await sent(page))[0].traits.note, "Hi");
      },
    ));

  test("once: while it is under way nothing is sent again", () =>
    forms().visit(
      BIND.replace(
        "sent.push(value);",
        "sent.push(value); return new Promise((resolve) => { arrive = resolve; });",
      ),
      async (page) => {
        await fillIn(page);
        await submit(page);
        await submit(page);
        await page.getByLabel("Name").press("Enter");
        assert.equal((await sent(page)).length, 1);
        await page.evaluate("arrive()");
        await submit(page);
        assert.equal((await sent(page)).length, 2);
      },
    ));

  test("a submit reaches Interakt", () =>
    forms().visit(
      BIND.replace(
        "sent.push(value);",
        'return fetch("/api/customers", { method: "POST", body: JSON.stringify(value) }).then(() => { sent.push(value); });',
      ),
      async (page) => {
        const simulator = createSimulator();
        const interakt = new Interakt({ apiKey: "dGVzdDo=", fetch: simulator });
        await page.route("**/api/customers", async (route) => {
          await interakt.trackUser(JSON.parse(route.request().postData() ?? ""));
          await route.fulfill({ json: {} });
        });
        await fillIn(page);
        await submit(page);
        await until(page, "sent.length === 1");
        assert.deepEqual(
          simulator.requests.map(({ operation, body }) => [operation, body]),
          [["trackUser", ASHA]],
        );
      },
    ));

  test("without onSubmit the browser submits the form, once nothing is wrong", () =>
    forms().visit(BIND.replace(/onSubmit: .*\n/, ""), async (page) => {
      await submit(page);
      assert.equal(await focused(page), "fullName");
      await fillIn(page);
      await Promise.all([page.waitForURL(/fullName=Asha/), submit(page)]);
    }));

  test("a button that asks for no check gets none", () =>
    forms().visit(BIND.replace(/onSubmit: .*\n/, ""), async (page) => {
      const save = page.getByRole("button", { name: "Save" });
      await Promise.all([page.waitForURL(/draft=1/), save.click()]);
    }));
}
