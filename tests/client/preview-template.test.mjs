/** Messages from a template as the customer will see them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { previewMessage } from "interakt-wasm";
import { bookOf, line, short, TEMPLATES } from "./preview-support.mjs";

const templates = bookOf(TEMPLATES);

/** @param {object} template @param {object} [options] */
const shown = (template, options = { templates }) =>
  previewMessage({ type: "Template", template }, options);

/** @param {ReturnType<typeof shown>["header"]} header */
const above = (header) => (header && "spans" in header ? line(header.spans) : header);

const ORDER_SHIPPED = {
  name: "order_shipped",
  languageCode: "en",
  headerValues: ["1042"],
  bodyValues: ["Asha", "_1042_"],
  buttonValues: { 0: ["1042?a=b c"], 4: ["SAVE20"] },
  buttonPayload: { 3: ["unseen"] },
};

test("the values stand in their places, and take part in the formatting", () => {
  const preview = shown(ORDER_SHIPPED);
  assert.deepEqual(preview.template, { name: "order_shipped", language: "en", known: true });
  assert.equal(above(preview.header), "Order [$1|1042]");
  assert.deepEqual(short(preview.body), ["Hi [b $1|Asha],\nyour order [i $2|1042] is on its way."]);
  assert.deepEqual(preview.footer, [{ text: "Thank *you*" }]);
  assert.equal(
    preview.text,
    [
      "Order 1042",
      "Hi *Asha*,",
      "your order _1042_ is on its way.",
      "Thank *you*",
      "[Track] https://example.com/orders/1042?a=b%20c",
      "[Shop] https://example.com/shop",
      "[Call us] tel:+919876543210",
      "[Stop]",
      "[Copy offer code] SAVE20",
      "[Rate us]",
    ].join("\n"),
  );
});

test("what is not given is told as missing", () => {
  const { header, body, buttons } = shown({
    ...{ name: "order_shipped", languageCode: "en" },
    ...{ bodyValues: ["", "1042"], buttonValues: { 4: [] } },
  });
  assert.equal(above(header), "Order [?1|{{1}}]");
  assert.deepEqual(short(body), ["Hi [b ?1|{{1}}],\nyour order [$2|1042] is on its way."]);
  assert.deepEqual(
    buttons.map(({ type, url, code, missing }) => [type, url, code, missing]),
    [
      ["url", null, null, true],
      ["url", "https://example.com/shop", null, false],
      ["phone", "tel:+919876543210", null, false],
      ["reply", null, null, false],
      ["copy_code", null, null, true],
      ["flow", null, null, false],
    ],
  );
});

test("a value is shown as it is: what looks like a variable in it is none", () => {
  const { body } = shown({ ...ORDER_SHIPPED, bodyValues: ["{{2}}", "<b>&amp;</b>"] });
  assert.deepEqual(short(body), ["Hi [b $1|{{2}}],\nyour order [$2|<b>&amp;</b>] is on its way."]);
});

test("a button leads where the value lets it, and never to what a page could run", () => {
  /** @param {string} url @param {string} value */
  const urlOf = (url, value) => {
    const book = bookOf([
      { name: "a", language: "en", body: "A", buttons: [{ type: "URL", text: "Go", url }] },
    ]);
    const template = { name: "a", languageCode: "en", buttonValues: { 0: [value] } };
    return shown(template, { templates: book }).buttons[0]?.url;
  };
  for (const [url, value, expected] of [
    ["https://e.com/{{1}}", "a b/ü?x=1&y=%20#z", "https://e.com/a%20b/%C3%BC?x=1&y=%20#z"],
    ["https://e.com/{{1}}", '"><script>', "https://e.com/%22%3E%3Cscript%3E"],
    ["https://e.com/{{1}}?ref=wa", "1", "https://e.com/1?ref=wa"],
    ["https://e.com", "ignored", "https://e.com/"],
    ["javascript:alert({{1}})", "1", null],
    ["{{1}}", "javascript:alert(1)", null],
    ["{{1}}", "java\nscript:alert(1)", null],
    ["no address", "1", null],
  ]) {
    assert.equal(urlOf(url ?? "", value ?? ""), expected, `${url} ${value}`);
  }
});

test("a document stands above with its name, and is missing without an address", () => {
  const template = { name: "invoice", languageCode: "en", fileName: "November.pdf" };
  const url = "https://example.com/a.pdf";
  const header = { type: "document", fileName: "November.pdf", thumbnailUrl: null };
  const given = shown({ ...template, headerValues: [url] });
  assert.deepEqual(given.header, { ...header, url, missing: false });
  assert.equal(given.text, "[document] November.pdf\nYour invoice.");
  assert.deepEqual(shown(template).header, { ...header, url: null, missing: true });
  const wrong = shown({ ...template, headerValues: ["javascript:alert(1)"] });
  assert.deepEqual(wrong.header, { ...header, url: null, missing: false });
});

test("the button of a one-time code copies it", () => {
  const { body, buttons, text } = shown({
    ...{ name: "otp", languageCode: "en" },
    ...{ bodyValues: ["123456"], buttonValues: { 0: ["123456"] } },
  });
  assert.deepEqual(short(body), ["[b $1|123456] is your code."]);
  assert.deepEqual(
    [buttons[0]?.type, buttons[0]?.code, buttons[0]?.url],
    ["copy_code", "123456", null],
  );
  assert.equal(text, "*123456* is your code.\n[Copy code] 123456");
});

test("each card has its own values, and its own order", () => {
  const order = { reference_id: "r-1", order_items: [{ name: "Shoes", quantity: 1, amount: 99 }] };
  const {
    order: whole,
    body,
    cards,
    text,
  } = shown({
    name: "sale",
    languageCode: "en_US",
    bodyValues: ["Asha"],
    carouselCards: [
      {
        headerValues: ["https://example.com/1.jpg"],
        bodyValues: ["*99*"],
        buttonValues: { 0: ["shoes"] },
      },
    ],
    order_details: [order, { ...order, reference_id: "r-2" }],
  });
  assert.deepEqual(short(body), ["Our sale, [$1|Asha]"]);
  assert.equal(whole, null);
  assert.deepEqual(
    cards.map(({ header, body, buttons, order }) => [
      header && "url" in header && header.url,
      ...short(body),
      buttons[0]?.url,
      order?.reference,
    ]),
    [
      ["https://example.com/1.jpg", "Only [b $1|99]", "https://example.com/shoes", "r-1"],
      // What the template was approved with.
      ["https://example.com/approved-1.jpg", "Only [?1|{{1}}]", null, "r-2"],
    ],
  );
  assert.ok(text.endsWith("---\n[image]\nOnly {{1}}\nr-2\n1 x Shoes 99\n[Buy]"), text);
});

test("an order is shown with what it costs, and its status with what is said of it", () => {
  const paid = shown({
    ...{ name: "invoice", languageCode: "en" },
    order_details: [
      {
        reference_id: "r-1",
        order_items: [{ name: "Shoes", quantity: 2, amount: 499.5 }, { name: "Laces" }],
        ...{ subtotal: 999, discount: 100, tax: 0, total_amount: 899, currency: "INR" },
      },
    ],
  });
  assert.deepEqual(paid.order, {
    reference: "r-1",
    items: [
      { name: "Shoes", quantity: 2, amount: 499.5 },
      { name: "Laces", quantity: null, amount: null },
    ],
    ...{ subtotal: 999, discount: 100, tax: 0, shipping: null, total: 899, currency: "INR" },
    ...{ status: "", description: "" },
  });
  assert.ok(paid.text.endsWith("r-1\n2 x Shoes 499.5\nLaces\n899 INR"), paid.text);
  const told = shown({
    ...{ name: "invoice", languageCode: "en" },
    order_status: { reference_id: "r-1", order: { status: "shipped", description: "On its way" } },
  });
  assert.ok(told.text.endsWith("r-1 shipped On its way"), told.text);
});

test("without a book, or unknown in it, a template is its name with its values", () => {
  const template = {
    ...{ name: "unknown", languageCode: "en", fileName: "a.pdf" },
    headerValues: ["https://example.com/a.pdf"],
    bodyValues: ["Asha", "", "*1042*"],
    buttonValues: { 0: ["1042"], 2: ["SAVE20"] },
  };
  for (const options of [{ templates }, { templates: null }, {}]) {
    const { header, body, buttons, template: told, text } = shown(template, options);
    assert.deepEqual(told, { name: "unknown", language: "en", known: false });
    assert.deepEqual(header, {
      ...{ type: "file", url: "https://example.com/a.pdf", fileName: "a.pdf" },
      ...{ thumbnailUrl: null, missing: false },
    });
    assert.deepEqual(short(body), ["unknown\n[$1|Asha]\n[?2|{{2}}]\n[b $3|1042]"]);
    assert.deepEqual(
      buttons.map(({ type, text, code }) => [type, text, code]),
      [
        ["", "", "1042"],
        ["", "", "SAVE20"],
      ],
    );
    assert.equal(text, "[file] a.pdf\nunknown\nAsha\n{{2}}\n*1042*\n1042\nSAVE20");
  }
  const line = shown({ name: "unknown", languageCode: "en", headerValues: ["Asha"] });
  assert.equal(above(line.header), "[$1|Asha]");
  assert.equal(shown({ ...template, name: "otp", languageCode: "en_GB" }).template?.known, false);
});

test("while the language is not yet typed, any of the name is shown", () => {
  assert.equal(shown({ name: "sale" }).template?.known, true);
  assert.equal(shown({ name: "sale", languageCode: "" }).template?.known, true);
  assert.equal(shown({ name: "sale", languageCode: "en" }).template?.known, false);
});

test("RCS has templates of its own, which the list of them may have", () => {
  assert.equal(shown(ORDER_SHIPPED, { templates, channel: "rcs" }).template?.known, false);
  const template = { name: "diwali", language: "en", body: "Hi {{1}}", buttons: [] };
  const book = bookOf([template, { ...template, body: "*Hi* {{1}}", channel_type: "RCS" }]);
  const sent = { name: "diwali", languageCode: "en", bodyValues: ["Asha"] };
  const byRcs = shown(sent, { templates: book, channel: "rcs" });
  assert.deepEqual([byRcs.template?.known, ...short(byRcs.body)], [true, "*Hi* [$1|Asha]"]);
  assert.deepEqual(short(shown(sent, { templates: book }).body), ["Hi [$1|Asha]"]);
});

test("of several templates of a name the approved one is shown", () => {
  const template = { name: "a", language: "en", body: "Old", approval_status: "REJECTED" };
  const book = bookOf([template, { ...template, body: "New", approval_status: "APPROVED" }]);
  assert.equal(shown({ name: "a", languageCode: "en" }, { templates: book }).text, "New");
});

test("named variables stay as they are, since values have no names", () => {
  const book = bookOf([{ name: "a", language: "en", body: "Hi {{name}} {{1}}", buttons: [] }]);
  const { body } = shown(
    { name: "a", languageCode: "en", bodyValues: ["Asha"] },
    { templates: book },
  );
  assert.deepEqual(short(body), ["Hi {{name}} [$1|Asha]"]);
});

test("a text where a list of values should be gives none", () => {
  const { body, buttons } = shown({
    ...{ name: "order_shipped", languageCode: "en" },
    ...{ bodyValues: "Asha", buttonValues: { 0: "1042" } },
  });
  assert.deepEqual(short(body), ["Hi [b ?1|{{1}}],\nyour order [?2|{{2}}] is on its way."]);
  assert.equal(buttons[0]?.missing, true);
});
