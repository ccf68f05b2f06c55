/** A form of one's own reads what each runtime has for a form, and leads back to its fields. */
import { assert } from "chai";

/** @typedef {import("../world.mjs").Case} Case */

const PAIRS = /** @type {const} */ ([
  ["fullName", "Asha"],
  ["mobile", "098765 43210"],
  ["optIn", "on"],
  ["tags", "shoes"],
  ["tags", "hats"],
  ["note", ""],
]);

const SENT = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  traits: { name: "Asha", whatsapp_opted_in: true },
  tags: ["shoes", "hats"],
};

/** @param {any} entry */
const checkoutOf = ({ formOf, trackUser }) =>
  formOf(trackUser, {
    fields: {
      fullName: "traits.name",
      mobile: "phone",
      optIn: "traits.whatsapp_opted_in",
      tags: "tags",
      note: "traits.note",
    },
    required: ["fullName", "optIn"],
    defaultCountry: "IN",
  });

/** What a server gets of a form, and what a page has of it. */
async function waysToHold() {
  const own = new FormData();
  for (const [name, value] of PAIRS) own.append(name, value);
  const body = new URLSearchParams(PAIRS.map(([name, value]) => [name, value]));
  const request = () => new Request("http://localhost/", { method: "POST", body });
  const values = { fullName: "Asha", mobile: "098765 43210", optIn: true, note: "" };
  return [
    own,
    body,
    await new Response(own).formData(),
    await request().formData(),
    { ...values, tags: ["shoes", "hats"] },
  ];
}

/** @type {Case[]} */
export const formCases = [
  {
    name: "a form reads what the runtime has for a form",
    async run({ entries }) {
      for (const entry of [entries.forms, entries.customer]) {
        for (const values of await waysToHold()) {
          const checked = checkoutOf(entry).validate(values);
          assert.isTrue(checked.ok, JSON.stringify(checked));
          assert.deepEqual(checked.value, SENT);
        }
      }
    },
  },
  {
    name: "issues of a form lead back to its fields",
    async run({ entries: { customer } }) {
      const checked = checkoutOf(customer).validate(new URLSearchParams("mobile=98765"));
      const { formIssues, fieldIssues } = customer.flatten(checked.issues);
      assert.isEmpty(formIssues);
      assert.deepEqual(Object.keys(fieldIssues), ["fullName", "mobile", "optIn"]);
      assert.lengthOf(customer.summarize(checked.issues).split("\n"), 3);
    },
  },
  {
    name: "a counter counts in code points and in SMS",
    async run({ entries: { forms } }) {
      const limit = forms.limitOf(forms.sendMessage, "fallback[0].content.message");
      const { used, left, sms } = limit.count("😀");
      assert.deepEqual([used, left, sms.encoding], [1, 1999, "UCS-2"]);
    },
  },
  {
    name: "a message is shown as the customer will see it",
    async run({ entries: { forms } }) {
      const message = "*नमस्ते* _👋_: www.example.in";
      const { body } = forms.previewMessage({ type: "Text", data: { message } });
      const [{ type, lines }] = body;
      assert.equal(type, "paragraph");
      assert.deepEqual(lines, [
        [
          { text: "नमस्ते", bold: true },
          { text: " " },
          { text: "👋", italic: true },
          { text: ": " },
          { text: "www.example.in", href: "https://www.example.in/" },
        ],
      ]);
    },
  },
];
