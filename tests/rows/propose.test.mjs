/** Columns that are proposed. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { all, check, load } from "./support.mjs";

/** @type {typeof import("../../pkg-template/src/rows-propose.js")} */
const { proposeColumns } = await load("rows-propose");

const PHONES = ["98765 43210", "+91 98765 43211", "09876543212"];

/**
 * @param {Record<string, string[]>} table Columns by their headers.
 * @param {Partial<import("../../pkg-template/src/rows-propose.js").Wanted>} [wanted]
 */
function propose(table, wanted) {
  const columns = Object.entries(table).map(([header, cells]) => ({ name: header, header, cells }));
  const { operation = "sendMessage", base, template } = wanted ?? {};
  return proposeColumns(columns, { operation, base, template });
}

const TEMPLATE = { type: "Template", template: { name: "diwali_offer", languageCode: "en" } };

describe("phones", () => {
  for (const header of [
    ...["Mobile No.", "Phone", "WhatsApp Number", "Contact", "mob", "Ph. No", "phoneNumber"],
    ...["मोबाइल नंबर", "फ़ोन", "व्हाट्सएप", "संपर्क", "sampark nambar", "MOBILE NUMBER"],
  ]) {
    test(`${header} is one`, () => {
      const proposed = propose({ "Order No": ["17", "18", "19"], [header]: PHONES });
      assert.deepEqual(proposed, { [header]: "phone" });
    });
  }

  test("of several it is the plainest, and the one with numbers in it", () => {
    const cells = ["yes", "no", "yes"];
    assert.deepEqual(
      propose({ "Alternate Mobile": PHONES, "Mobile on WhatsApp": cells, "Mobile 1": PHONES }),
      { "Mobile 1": "phone" },
    );
  });

  for (const other of [
    ...["Agent Mobile", "Driver Phone", "Staff WhatsApp", "Owner Mobile No", "Manager Mobile"],
    ...["Guardian Mobile", "Referred By Mobile", "Referrer Phone", "Sales Person Mobile"],
    ...["Salesperson Mobile", "Executive Mobile", "Emergency Phone", "Alternate Mobile", "alt mob"],
  ]) {
    test(`${other} is somebody else's, with another one and alone`, () => {
      const both = propose({ [other]: PHONES, "Customer Contact": PHONES });
      assert.deepEqual(both, { "Customer Contact": "phone" });
      assert.deepEqual(propose({ [other]: PHONES }), {});
    });
  }

  test("without a word the cells say it, and numbers of orders do not", () => {
    assert.deepEqual(propose({ "No.": PHONES }), { "No.": "phone" });
    assert.deepEqual(propose({ "Invoice Number": ["1234567890", "1234567891"] }), {});
  });

  test("a spreadsheet's own way to write them counts", () => {
    assert.deepEqual(propose({ Number: ["9.87654E+09", "9.87655E+09"] }), { Number: "phone" });
  });

  test("its country is the column beside it", () => {
    assert.deepEqual(propose({ "Country Code": ["+91"], Mobile: PHONES }), {
      "Country Code": "phone.country",
      Mobile: "phone",
    });
    assert.deepEqual(propose({ देश: ["IN"], मोबाइल: PHONES }), {
      देश: "phone.country",
      मोबाइल: "phone",
    });
  });

  test("who is known from the base is not looked for", () => {
    assert.deepEqual(propose({ Mobile: PHONES }, { base: { userId: "user-42" } }), {});
  });

  test("where there is none, an id says who it is", () => {
    assert.deepEqual(propose({ "Customer ID": ["c-1", "c-2"] }), { "Customer ID": "userId" });
  });
});

describe("values of a template", () => {
  test("without a book a name is the first of them", () => {
    assert.deepEqual(
      propose({ Mobile: PHONES, Name: ["Asha"], City: ["Pune"] }, { base: TEMPLATE }),
      {
        Mobile: "phone",
        Name: "template.bodyValues[0]",
      },
    );
  });

  test("a template that takes none gets none", () => {
    const template = { body: 0, text: "Happy Diwali!" };
    assert.deepEqual(propose({ Mobile: PHONES, Name: ["Asha"] }, { base: TEMPLATE, template }), {
      Mobile: "phone",
    });
  });

  test("the words of its body choose columns, and the rest follow in order", () => {
    const template = { body: 3, text: "Dear {{1}}, your order {{2}} of {{3}} is on its way." };
    const table = { "Bill Amount": ["₹ 300"], "Order No": ["17"], Mobile: PHONES, Naam: ["Asha"] };
    assert.deepEqual(propose(table, { base: TEMPLATE, template }), {
      "Bill Amount": "template.bodyValues[2]",
      "Order No": "template.bodyValues[1]",
      Mobile: "phone",
      Naam: "template.bodyValues[0]",
    });
  });

  test("a greeting in Hindi is followed by a name", () => {
    const template = { body: 2, text: "नमस्ते {{1}}, आपका ऑर्डर {{2}} आ रहा है।" };
    const table = { ऑर्डर: ["17"], मोबाइल: PHONES, नाम: ["आशा"] };
    assert.deepEqual(propose(table, { base: TEMPLATE, template }), {
      ऑर्डर: "template.bodyValues[1]",
      मोबाइल: "phone",
      नाम: "template.bodyValues[0]",
    });
  });

  test("values that the base has are left alone", () => {
    const base = { ...TEMPLATE, template: { ...TEMPLATE.template, bodyValues: ["you"] } };
    assert.deepEqual(propose({ Mobile: PHONES, Name: ["Asha"] }, { base }), { Mobile: "phone" });
  });
});

describe("traits of a customer", () => {
  test("known ones have their names, others the header's words, with types that cells show", () => {
    const table = {
      Mobile: PHONES,
      "Full Name": ["Asha", "Ravi"],
      "E-mail": ["asha@example.com", ""],
      "Opt In": ["yes", "no"],
      "Total Orders": ["3", "17"],
      "Pin Code": ["060001", "411001"],
      Member: ["TRUE", "false"],
      शहर: ["पुणे", "गोवा"],
      Tags: ["gold", "new"],
    };
    assert.deepEqual(propose(table, { operation: "trackUser" }), {
      Mobile: "phone",
      "Full Name": "traits.name",
      "E-mail": "traits.email",
      "Opt In": "traits.whatsapp_opted_in",
      "Total Orders": { to: "traits.total_orders", as: "number" },
      "Pin Code": "traits.pin_code",
      Member: { to: "traits.member", as: "boolean" },
      शहर: "traits.शहर",
      Tags: "tags[0]",
    });
  });

  test("two headers of one trait do not share it", () => {
    const table = { Mobile: PHONES, "Shop-City": ["Pune"], "shop city": ["Goa"] };
    assert.deepEqual(propose(table, { operation: "trackUser" }), {
      Mobile: "phone",
      "Shop-City": "traits.shop_city",
    });
  });
});

test("a proposal leads to the column that it means, whatever the others are called", async () => {
  const text = "Mobile,Mobile,1\n9876543210,,Asha\n9876543211,,Ravi\n";
  const options = { base: { type: "Text", data: { message: "Hi" } }, defaultCountry: "IN" };
  const { names, columns } = await check(text, options).plan();
  assert.deepEqual([names, columns], [["01", "2", "1"], { "01": "phone" }]);
  for (const more of [{}, { columns }]) {
    const rows = await all(check(text, { ...options, ...more }));
    assert.deepEqual(
      rows.map(({ input }) => input?.phoneNumber),
      ["9876543210", "9876543211"],
    );
  }
});
