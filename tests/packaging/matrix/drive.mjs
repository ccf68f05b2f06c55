/**
 * Fills in a form as a customer does, with mistakes first, in Chromium. What the form gives goes
 * through the consumer's server to the simulator, and has to arrive there once.
 */
import assert from "node:assert/strict";
import { createSimulator } from "interakt-wasm/simulator";
import { serve } from "../../support/server.mjs";
import { KEY } from "../exercise.mjs";
import { onPage } from "./verdict.mjs";

/**
 * @typedef {object} Order What a customer does with a form, and what comes of it.
 * @property {Field[]} fields In any order.
 * @property {string[]} ticked The labels of boxes.
 * @property {{ operation: string, body: unknown }} sent What has to arrive.
 *
 * @typedef {object} Field
 * @property {string} label
 * @property {string} mistake What is typed first.
 * @property {string} told What the form says to it.
 * @property {string} mended What is typed then.
 */

/** @type {Order} */
export const CHECKOUT = {
  fields: [
    { label: "Full name", mistake: "", told: "यह ज़रूरी है।", mended: "Asha Rao" },
    {
      label: "Mobile",
      mistake: "098765 4321",
      told: "नंबर अधूरा है: भारत के नंबर में 10 अंक होते हैं।",
      mended: "098765 43210",
    },
  ],
  ticked: ["Updates by WhatsApp"],
  sent: {
    operation: "trackUser",
    body: {
      ...{ countryCode: "+91", phoneNumber: "9876543210" },
      traits: { name: "Asha Rao", whatsapp_opted_in: true },
    },
  },
};

/** @type {Order} */
export const MESSAGE = {
  fields: [
    { label: "Full name", mistake: "", told: "कृपया इसे भरें।", mended: "Asha Rao" },
    {
      label: "Mobile",
      mistake: "98765 43210",
      told: "सिर्फ़ अंक लिखें, बिना ख़ाली जगह और चिह्नों के।",
      mended: "9876543210",
    },
  ],
  ticked: [],
  sent: {
    operation: "sendMessage",
    body: {
      ...{ type: "Template", countryCode: "+91", phoneNumber: "9876543210" },
      template: { name: "order_confirmed", languageCode: "hi", bodyValues: ["Asha Rao"] },
    },
  },
};

/** How long a form may take to say something. */
const PATIENCE_MS = 10_000;

/**
 * Starts a consumer's server, and drives a form of it.
 *
 * @param {import("./consumer.mjs").Consumer} project
 * @param {(port: string) => string[]} command Starts the server, which finds Interakt in
 *   `INTERAKT_URL`.
 * @param {object} form
 * @param {string} form.path
 * @param {Order} form.order
 * @param {boolean} [form.isServers] Whether it is the server that checks: what is mended is seen
 *   when it is sent again.
 */
export async function driveForm(project, command, { path, order, isServers = false }) {
  await driveSending(project, command, { path, sent: order.sent }, async (page, hasArrived) => {
    await mend(page, order, isServers);
    assert.deepEqual(hasArrived(), []);
    await submit(page);
  });
}

/**
 * Starts a consumer's server, and does something on a page of it, which sends once.
 *
 * @param {import("./consumer.mjs").Consumer} project
 * @param {(port: string) => string[]} command As of `driveForm`.
 * @param {{ path: string, sent: Order["sent"] }} form
 * @param {(page: import("playwright-core").Page, hasArrived: () => unknown[]) => Promise<void>} use
 */
export async function driveSending(project, command, { path, sent }, use) {
  const simulator = createSimulator({ apiKey: KEY });
  const interakt = await serve(simulator);
  const env = { INTERAKT_URL: interakt.url, INTERAKT_API_KEY: KEY };
  const hasArrived = () => simulator.requests.map(({ operation, body }) => ({ operation, body }));
  try {
    await project.serve({ command, env }, (url) =>
      onPage(`${url}${path}`, async (page) => {
        await use(page, hasArrived);
        await page.getByRole("status").getByText("Thank you.").waitFor({ timeout: PATIENCE_MS });
      }),
    );
  } finally {
    await interakt.close();
  }
  assert.deepEqual(hasArrived(), [sent]);
}

/**
 * Makes all mistakes at once, and mends one after the other: what was told of it goes away.
 *
 * @param {import("playwright-core").Page} page
 * @param {Order} order
 * @param {boolean} isServers
 */
async function mend(page, { fields, ticked }, isServers) {
  /** @param {number} mended So many fields are right. */
  const fill = async (mended) => {
    for (const [index, field] of fields.entries()) {
      await input(page, field.label).fill(index < mended ? field.mended : field.mistake);
    }
    for (const label of ticked) await input(page, label).check();
  };
  /** @param {number} mended */
  const tells = async (mended) => {
    for (const [index, { label, told }] of fields.entries()) {
      await shows(page, label, index < mended ? "" : told);
    }
  };
  await fill(0);
  await submit(page);
  await tells(0);
  for (const mended of fields.map((_, index) => index + 1)) {
    await fill(mended);
    // What sends the last of them sends the order.
    if (isServers && mended === fields.length) return;
    if (isServers) await submit(page);
    await tells(mended);
  }
}

/** @param {import("playwright-core").Page} page @param {string} label */
const input = (page, label) => page.getByLabel(label, { exact: true });

/** @param {import("playwright-core").Page} page */
const submit = (page) => page.getByRole("button", { name: "Order" }).click();

/**
 * Waits until a field has the description, which is its error.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} label
 * @param {string} told
 */
async function shows(page, label, told) {
  let shown = "";
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await page.waitForTimeout(20)) {
    const id = await input(page, label).getAttribute("aria-describedby");
    shown = ((await page.locator(`[id="${id}"]`).textContent()) ?? "").trim();
    if (shown === told) return;
  }
  throw new Error(`${label} says "${shown}" instead of "${told}"`);
}
