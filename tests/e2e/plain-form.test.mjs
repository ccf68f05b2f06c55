/** A form of plain HTML, as people fill it in: with a mouse, with keys alone, with a screen reader. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Interakt } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { violations } from "./look.mjs";
import { BIND, heard, startForms, told, until } from "./plain-form/desk.mjs";

/** @type {Awaited<ReturnType<typeof startForms>>} */
let forms;

before(async () => {
  forms = await startForms();
});

after(() => forms?.stop());

/** @typedef {import("playwright-core").Page} Page */

const ASHA = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  traits: { name: "Asha", size: "S", whatsapp_opted_in: true },
};

/** @param {Page} page @returns {Promise<any[]>} */
const sent = (page) => page.evaluate("sent");

/** @param {Page} page */
const submit = (page) => page.getByRole("button", { name: "Sign up" }).click();

/** @param {Page} page @returns {Promise<string>} The name of the field that has the focus. */
const focused = (page) => page.evaluate("document.activeElement?.name ?? ''");

/** @param {Page} page */
async function fillIn(page) {
  await page.getByLabel("Name").fill("Asha");
  await page.getByLabel("WhatsApp number").fill("098765 43210");
  await page.getByLabel("Small").check();
  await page.getByLabel("Write to me").check();
}

describe("what is told, and when", () => {
  test("nothing before a field is left", () =>
    forms.visit(BIND, async (page) => {
      await page.getByLabel("WhatsApp number").pressSequentially("98");
      assert.deepEqual(await told(page), {});
    }));

  test("a field when it is left, and then at each change until it is mended", () =>
    forms.visit(BIND, async (page) => {
      const mobile = page.getByLabel("WhatsApp number");
      await mobile.fill("98765");
      await page.keyboard.press("Tab");
      assert.match((await told(page)).mobile ?? "", /too short/);
      await mobile.fill("98765 4321");
      assert.match((await told(page)).mobile ?? "", /too short/);
      await mobile.press("End");
      await mobile.press("0");
      assert.deepEqual(await told(page), {});
      assert.equal(await mobile.getAttribute("aria-invalid"), null);
    }));

  test("everything when the form is submitted, with the focus in the first field that is wrong", () =>
    forms.visit(BIND, async (page) => {
      await page.getByLabel("WhatsApp number").fill("12");
      await submit(page);
      const messages = await told(page);
      assert.deepEqual(Object.keys(messages), ["fullName", "mobile", "size", "optIn"]);
      assert.equal(await focused(page), "fullName");
      assert.deepEqual(await sent(page), []);
      await fillIn(page);
      assert.deepEqual(await told(page), {});
      await submit(page);
      assert.deepEqual(await sent(page), [ASHA]);
    }));

  test("in Hindi, with a catalogue", () =>
    forms.visit(BIND.replace("messages: en", "messages: hi"), async (page) => {
      await submit(page);
      const messages = Object.values(await told(page));
      assert.equal(messages.length, 4);
      for (const message of messages) assert.match(message, /\p{Script=Devanagari}/u);
    }));

  test("a country that is chosen mends the phone beside it", () =>
    forms.visit(BIND, async (page) => {
      await page.getByLabel("WhatsApp number").fill("8123 4567");
      await page.keyboard.press("Tab");
      assert.notEqual((await told(page)).mobile, undefined);
      await page.getByLabel("Country").selectOption("SG");
      assert.deepEqual(await told(page), {});
    }));

  test("what no field has is told at the form", () =>
    forms.visit(
      BIND.replace('required: ["fullName", "size", "optIn"]', 'fixed: { tags: [""] }'),
      async (page) => {
        await page.getByLabel("WhatsApp number").fill("9876543210");
        await submit(page);
        assert.deepEqual(Object.keys(await told(page)), [""]);
        assert.deepEqual(await sent(page), []);
      },
    ));

  test("what a server finds is shown until the form is checked again", () =>
    forms.visit(BIND, async (page) => {
      await fillIn(page);
      await page.evaluate('bound.show([{ message: "Not on WhatsApp.", path: ["mobile"] }])');
      assert.deepEqual(await told(page), { mobile: "Not on WhatsApp." });
      await page.getByLabel("WhatsApp number").fill("98765 43211");
      assert.deepEqual(await told(page), {});
    }));

  test("what a server finds stays until something is changed, and does not hold up a submit", () =>
    forms.visit(BIND, async (page) => {
      await fillIn(page);
      await page.evaluate('bound.show([{ message: "Not on WhatsApp.", path: ["mobile"] }])');
      await page.getByLabel("WhatsApp number").click();
      await page.getByRole("heading").click();
      await page.evaluate("new Promise((resolve) => setTimeout(resolve))");
      assert.deepEqual(await told(page), { mobile: "Not on WhatsApp." });
      await submit(page);
      assert.deepEqual(await sent(page), [ASHA]);
      assert.deepEqual(await told(page), {});
    }));

  test("in the words of the form, where bindForm has none", () =>
    forms.visit(
      BIND.replace("messages: en,", "").replace('"IN",', '"IN", messages: hi,'),
      async (page) => {
        await submit(page);
        const messages = Object.values(await told(page));
        assert.equal(messages.length, 4);
        for (const message of messages) assert.match(message, /\p{Script=Devanagari}/u);
      },
    ));

  test("beside what the page itself asks, all the rest, and in no bubble of the browser", () =>
    forms.visit(BIND, async (page) => {
      await page.getByLabel("Note").evaluate((field) => field.setAttribute("required", ""));
      await submit(page);
      const messages = await told(page);
      assert.deepEqual(Object.keys(messages), ["fullName", "mobile", "size", "optIn", "note"]);
      assert.match(messages.note ?? "", /fill out/);
      assert.equal(await page.evaluate("document.querySelector('form').noValidate"), true);
      await page.evaluate("bound.remove()");
      assert.equal(await page.evaluate("document.querySelector('form').noValidate"), false);
    }));

  test("nothing of a field that is gone", () =>
    forms.visit(BIND, async (page) => {
      await submit(page);
      await page.getByLabel("WhatsApp number").evaluate((field) => field.remove());
      await page.getByLabel("Name").fill("Asha");
      const messages = await told(page);
      assert.deepEqual(Object.keys(messages), ["size", "optIn", ""]);
    }));

  test("what the page itself asks of a field holds, in the browser's words", () =>
    forms.visit(BIND, async (page) => {
      await fillIn(page);
      const age = page.getByLabel("Age");
      await age.focus();
      await page.keyboard.type("1e");
      await submit(page);
      await until(page, "document.querySelector('.mine').textContent !== ''");
      assert.match((await told(page)).age ?? "", /number/i);
      assert.equal(await focused(page), "age");
      await age.fill("31");
      assert.deepEqual(await told(page), {});
      await submit(page);
      assert.equal((await sent(page))[0].traits.age, 31);
    }));

  test("a window that loses the focus, and one button of a group for another, leave no field", () =>
    forms.visit(BIND, async (page) => {
      const mobile = page.getByLabel("WhatsApp number");
      await mobile.fill("98");
      await mobile.evaluate((element) =>
        element.dispatchEvent(new FocusEvent("focusout", { bubbles: true })),
      );
      await page.getByLabel("Small").focus();
      assert.match((await told(page)).mobile ?? "", /short/);
      await page.keyboard.press("ArrowDown");
      assert.equal((await told(page)).size, undefined);
    }));

  test("a message that appears does not take the click from a button", () =>
    forms.visit(BIND, async (page) => {
      await page.getByLabel("WhatsApp number").fill("98");
      const box =
        (await page.getByRole("button", { name: "Start over" }).boundingBox()) ?? assert.fail();
      await page.mouse.move(box.x + 2, box.y + 2);
      await page.mouse.down();
      assert.deepEqual(await told(page), {});
      await page.mouse.up();
      await until(page, "document.querySelector('[name=mobile]').value === ''");
      assert.deepEqual(await told(page), {});
    }));
});

describe("what is sent", () => {
  test("values go by the names of fields: lists, numbers, boxes, fields outside of the form", () =>
    forms.visit(BIND, async (page) => {
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
    forms.visit(BIND.replace(', "optIn"]', "]"), async (page) => {
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
    forms.visit(
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
    forms.visit(
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
    forms.visit(
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
    forms.visit(BIND.replace(/onSubmit: .*\n/, ""), async (page) => {
      await submit(page);
      assert.equal(await focused(page), "fullName");
      await fillIn(page);
      await Promise.all([page.waitForURL(/fullName=Asha/), submit(page)]);
    }));

  test("a button that asks for no check gets none", () =>
    forms.visit(BIND.replace(/onSubmit: .*\n/, ""), async (page) => {
      const save = page.getByRole("button", { name: "Save" });
      await Promise.all([page.waitForURL(/draft=1/), save.click()]);
    }));
});

describe("schemas of others", () => {
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
      forms.visit(
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
    forms.visit(
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
      forms.visit(
        `bindForm(document.querySelector("form"), { "~standard": { validate() { throw new Error("no module"); } } }); undefined;`,
        async (page) => {
          await submit(page);
          assert.doesNotMatch(page.url(), /\?/);
        },
      ),
      /no module/,
    );
  });
});

describe("for everybody", () => {
  test("axe finds nothing, with every error shown", () =>
    forms.visit(BIND, async (page) => {
      assert.deepEqual(await violations(page), []);
      await page.getByLabel("WhatsApp number").fill("12");
      await submit(page);
      assert.equal(Object.keys(await told(page)).length, 4);
      assert.deepEqual(await violations(page), []);
    }));

  test("a screen reader is told the name, that it is wrong, and what is wrong", () =>
    forms.visit(BIND, async (page) => {
      await page.getByLabel("WhatsApp number").fill("12");
      await submit(page);
      const messages = await told(page);
      const controls = await heard(page);
      assert.deepEqual(controls.Name, {
        role: "textbox",
        invalid: true,
        description: `As on your card ${messages.fullName}`,
        focused: true,
      });
      assert.equal(controls["WhatsApp number"]?.invalid, true);
      assert.equal(controls["WhatsApp number"]?.description, messages.mobile);
      assert.equal(controls.Size?.description, messages.size);
      assert.equal(controls.Small?.invalid, true);
      assert.equal(controls["Write to me on WhatsApp"]?.description, messages.optIn);
      assert.equal(controls.Country?.invalid, false);
      assert.equal(controls.Country?.description, "");
    }));

  test("messages are in live regions that are there before they say something", () =>
    forms.visit(BIND, async (page) => {
      const regions = () =>
        page.evaluate(() =>
          [...document.querySelectorAll("[data-error]")].map((element) => [
            element.getAttribute("data-error"),
            element.getAttribute("aria-live"),
          ]),
        );
      const before = await regions();
      assert.deepEqual(before.map(([name]) => name).sort(), [
        "",
        "age",
        "country",
        "fullName",
        "mobile",
        "note",
        "optIn",
        "size",
        "tags",
      ]);
      assert.ok(before.every(([, live]) => live === "polite"));
      await submit(page);
      assert.deepEqual(await regions(), before);
    }));

  test("keys are enough", () =>
    forms.visit(BIND, async (page) => {
      const press = (/** @type {string} */ key) => page.keyboard.press(key);
      await page.getByLabel("Name").focus();
      await press("Enter");
      assert.equal(await focused(page), "fullName");
      await page.keyboard.type("Asha");
      await press("Tab");
      await page.keyboard.type("098765 43210");
      await press("Tab"); // the country
      await press("Tab"); // the sizes
      await press("Space");
      await press("Tab"); // shoes
      await press("Tab"); // hats
      await press("Tab"); // the age
      await press("Tab");
      await press("Space");
      assert.deepEqual(await told(page), {});
      await press("Enter");
      assert.deepEqual(await sent(page), [ASHA]);
    }));

  test("a label's own text stays the name of its field", () =>
    forms.visit(BIND, async (page) => {
      await submit(page);
      const names = Object.keys(await heard(page));
      assert.ok(names.includes("WhatsApp number"), names.join());
      assert.ok(names.includes("Write to me on WhatsApp"), names.join());
    }));
});

describe("taking it back", () => {
  /** @param {Page} page */
  const markup = (page) => page.evaluate("document.querySelector('main').innerHTML");

  for (const how of ["bound.remove()", "controller.abort()"]) {
    test(`${how} leaves the page as it was`, () =>
      forms.visit("undefined", async (page) => {
        await page.evaluate("document.querySelector('.mine').textContent = 'In years'");
        const before = await markup(page);
        await page.evaluate("controller = new AbortController(); undefined");
        await page.evaluate(
          BIND.replace("messages: en", "messages: en, signal: controller.signal"),
        );
        await submit(page);
        assert.notEqual(await markup(page), before);
        await page.evaluate(how);
        assert.equal(await markup(page), before);
        assert.equal(await page.evaluate("document.querySelector('form').noValidate"), false);
        assert.equal(await page.evaluate("document.querySelector('form').checkValidity()"), true);
        await page.getByLabel("WhatsApp number").fill("12");
        await page.keyboard.press("Tab");
        assert.equal(await markup(page), before);
      }));
  }

  test("a reset takes back what is told", () =>
    forms.visit(BIND, async (page) => {
      await submit(page);
      assert.notDeepEqual(await told(page), {});
      await page.getByRole("button", { name: "Start over" }).click();
      await until(
        page,
        "![...document.querySelectorAll('[data-error]')].some((e) => e.textContent)",
      );
      await page.getByLabel("Name").fill("A");
      assert.deepEqual(await told(page), {});
    }));

  test("validate() shows everything and leaves the focus where it is", () =>
    forms.visit(BIND, async (page) => {
      await page.getByLabel("Note").focus();
      assert.equal(await page.evaluate("bound.validate()"), false);
      assert.equal(Object.keys(await told(page)).length, 4);
      assert.equal(await focused(page), "note");
      await fillIn(page);
      assert.equal(await page.evaluate("bound.validate()"), true);
    }));

  test("what is no form is refused", () =>
    forms.visit("undefined", async (page) => {
      const refused = await page.evaluate(
        "(() => { try { bindForm(null, formOf(trackUser)); } catch (error) { return error.message; } })()",
      );
      assert.equal(refused, "bindForm takes the element of a form.");
    }));
});
