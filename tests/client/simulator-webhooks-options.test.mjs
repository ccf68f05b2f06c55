/** What the simulator refuses to play. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSimulator } from "interakt-wasm/simulator";
import { SECRET, stage, TEXT } from "./simulator-webhooks-support.mjs";
import { API_KEY } from "./support.mjs";

const to = () => new Response();

/** @param {object} input */
function request(input) {
  return new Request("https://api.interakt.ai/v1/public/message/", {
    method: "POST",
    headers: { authorization: `Basic ${API_KEY}`, "content-type": "application/json" },
    body: JSON.stringify(input),
  });
}

test("an option that is none is refused at once, by name", () => {
  for (const [webhooks, message] of /** @type {[any, string][]} */ ([
    [null, "webhooks: an object with to and secret"],
    ["https://shop.example", "webhooks: an object with to and secret"],
    [{ secret: SECRET }, "webhooks.to: an http or https address, or a function"],
    [{ to: "/hooks", secret: SECRET }, "webhooks.to: an http or https address, or a function"],
    [
      { to: "ftp://a.example", secret: SECRET },
      "webhooks.to: an http or https address, or a function",
    ],
    [{ to, secret: SECRET, step: 5 }, 'webhooks has no option "step". Did you mean "stepMs"?'],
    [{ to }, "webhooks.secret: the key to sign with, a text that is not empty"],
    [{ to, secret: "" }, "webhooks.secret: the key to sign with, a text that is not empty"],
    [{ to, secret: SECRET, fetch: "fetch" }, "webhooks.fetch: a function"],
    [{ to, secret: SECRET, life: ["sent"] }, "webhooks.life: a function"],
    [{ to, secret: SECRET, stepMs: -1 }, "webhooks.stepMs: milliseconds, 0 or more"],
    [{ to, secret: SECRET, stepMs: Number.NaN }, "webhooks.stepMs: milliseconds, 0 or more"],
    [{ to, secret: SECRET, stepMs: "soon" }, "webhooks.stepMs: milliseconds, 0 or more"],
    [{ to, secret: SECRET, stepMs: "5" }, "webhooks.stepMs: milliseconds, 0 or more"],
    [
      { to, secret: SECRET, stepMs: Number.POSITIVE_INFINITY },
      "webhooks.stepMs: milliseconds, 0 or more",
    ],
    [{ to, secret: SECRET, auto: "yes" }, "webhooks.auto: true or false"],
  ])) {
    assert.throws(() => createSimulator({ webhooks }), { name: "TypeError", message });
  }
});

test("a step that is none makes the request reject, and says which step and what it should be", async () => {
  const steps =
    "one of sent, delivered, read, or an object with failed, clicked, replied or submitted";
  const failed = 'failed: { code, reason }, both texts, the code such as "1013"';
  const clicked = "clicked: the text of the button; url: the page that it opens";
  const replied = "replied: a text that is not empty, or { button }, or { row }";
  const submitted = "submitted: an object of answers by their names in the form";
  for (const [step, wanted] of /** @type {[any, string][]} */ ([
    ["seen", steps],
    ["", steps],
    [null, steps],
    [7, steps],
    [{}, steps],
    [{ tapped: "Yes" }, steps],
    [{ failed: "no" }, failed],
    [{ failed: null }, failed],
    [{ failed: { code: 1013, reason: "no" } }, failed],
    [{ failed: { code: "1013" } }, failed],
    [{ clicked: true }, clicked],
    [{ clicked: "" }, clicked],
    [{ clicked: "Go", url: new URL("https://a.example") }, clicked],
    [{ clicked: "Go", link: "https://a.example" }, "clicked stands alone, without link"],
    [{ replied: "Hi", clicked: "Go" }, "clicked stands alone, without replied"],
    [{ replied: "" }, replied],
    [{ replied: {} }, replied],
    [{ replied: { text: "Hi" } }, replied],
    [{ replied: { button: { id: "1", title: "A" }, row: { id: "1", title: "A" } } }, replied],
    [{ replied: { button: null } }, "replied: the button has id and title, both texts"],
    [{ replied: { button: { id: "1" } } }, "replied: the button has id and title, both texts"],
    [{ replied: { row: { id: 1, title: "A" } } }, "replied: the row has id and title, both texts"],
    [{ submitted: "Pune" }, submitted],
    [{ submitted: null }, submitted],
    [{ submitted: ["Pune"] }, submitted],
    [{ submitted: {}, encoded: "yes" }, "encoded: true or false"],
    [{ submitted: {}, replied: "Hi" }, "replied stands alone, without submitted"],
  ])) {
    const { simulator } = stage({ life: () => ["sent", step] });
    await assert.rejects(simulator(request(TEXT)), {
      name: "TypeError",
      message: `webhooks.life: step 2: ${wanted}`,
    });
  }
});

test("a life that is no array of steps makes the request reject", async () => {
  for (const life of /** @type {any[]} */ ([() => undefined, () => "sent", async () => ["sent"]])) {
    const { simulator } = stage({ life });
    await assert.rejects(simulator(request(TEXT)), {
      name: "TypeError",
      message: "webhooks.life: must return an array of steps",
    });
  }
});

test("what a life throws is what the request rejects with", async () => {
  const error = new Error("which message is this?");
  const { simulator } = stage({
    life: () => {
      throw error;
    },
  });
  await assert.rejects(simulator(request(TEXT)), error);
  assert.equal(simulator.requests[0]?.status, null);
});

test("of an array with a wrong life nothing is told", async () => {
  let asked = 0;
  const { simulator, deliverAfter } = stage({
    life: () => {
      asked += 1;
      return asked === 2 ? /** @type {any} */ (["gone"]) : ["sent"];
    },
  });
  await assert.rejects(simulator(request([TEXT, TEXT])), TypeError);
  assert.deepEqual(await deliverAfter(60_000), []);
});
