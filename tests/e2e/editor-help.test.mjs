/** The help in the console's editor, without a page: what is offered where, what it does, what is said. */
import assert from "node:assert/strict";
import test from "node:test";
import { jsonLanguage } from "@codemirror/lang-json";
import fc from "fast-check";
import { operations, templateBook } from "interakt-wasm";
import { describedOf } from "../../www/page/described.js";
import { spokenOf } from "../../www/page/editor/card.js";
import { explainedAt } from "../../www/page/editor/explain.js";
import { insertionOf } from "../../www/page/editor/insert.js";
import { offersAt } from "../../www/page/editor/offers.js";
import { applied } from "../../www/page/edits.js";
import { EXAMPLES } from "../../www/page/examples.js";

/** @typedef {import("../../www/page/editor/cursor.js").Source} Source */

/** @param {string} text @returns {Source} */
const sourceOf = (text) => ({ text, top: jsonLanguage.parser.parse(text).topNode });

/** @param {string} marked @returns {[text: string, at: number]} The text without its `|`. */
const withoutMark = (marked) => [marked.replace("|", ""), marked.indexOf("|")];

/**
 * @param {string} operation
 * @param {string} marked
 * @param {import("interakt-wasm").TemplateBook} [book]
 */
async function offered(operation, marked, book) {
  const [text, at] = withoutMark(marked);
  const source = sourceOf(text);
  const found = offersAt(source, at, await describedOf(operation), book);
  return { text, source, cursor: found?.cursor, offers: found?.offers ?? [] };
}

/** @param {string} operation @param {string} marked @param {import("interakt-wasm").TemplateBook} [book] */
async function labels(operation, marked, book) {
  return (await offered(operation, marked, book)).offers.map(({ label }) => label);
}

/**
 * @param {string} operation
 * @param {string} marked
 * @param {string} label
 * @returns {Promise<string>} The text once it is chosen, with the selection between `|` and `|`, or
 *   the cursor at `|`.
 */
async function chosen(operation, marked, label) {
  const { text, source, cursor, offers } = await offered(operation, marked);
  const offer = offers.find((each) => each.label === label);
  assert.ok(cursor && offer, `${label} at ${marked}`);
  const { edits, selection } = insertionOf(source, cursor, offer);
  const { from, to } = selection;
  const after = applied(text, edits);
  const middle = from === to ? "|" : `|${after.slice(from, to)}|`;
  return after.slice(0, from) + middle + after.slice(to);
}

const RECIPIENT = ["userId", "countryCode", "phoneNumber", "fullPhoneNumber"];
const BESIDE = ["campaignId", "callbackData", "fallback"];
const TYPES = ["Text", "Audio", "Image", "Document", "Video", "Sticker"];
const ALL_TYPES = [...TYPES, "InteractiveButton", "InteractiveList", "Template"];

test("the keys that an object can have and has not are offered, first those that must be there", async () => {
  for (const [marked, keys] of /** @type {[string, string[]][]} */ ([
    ["{|}", ["type", ...RECIPIENT, "data", "template", ...BESIDE, "template_category"]],
    ['{ "type": "Text", | }', ["data", ...RECIPIENT, ...BESIDE]],
    ['{ "type": "Template", "| }', ["template", ...RECIPIENT, ...BESIDE, "template_category"]],
    // A key that stands behind the cursor is there too.
    ['{ "type": "Text", |, "data": {} }', [...RECIPIENT, ...BESIDE]],
    // One form of the phone number keeps the other out, and wants the rest of its own.
    [
      '{ "type": "Text", "data": {}, "countryCode": "+91", | }',
      ["phoneNumber", "userId", ...BESIDE],
    ],
    ['{ "type": "Text", "data": {}, "fullPhoneNumber": "91", | }', ["userId", ...BESIDE]],
    // An empty one counts as absent.
    [
      '{ "type": "Text", "data": {}, "fullPhoneNumber": "", | }',
      ["userId", "countryCode", "phoneNumber", ...BESIDE],
    ],
    // A type that is none tells nothing, and not yet the half of one.
    ['{ "type": "Tex", "data": {|} }', ["message", "mediaUrl", "fileName"]],
    ['{ "type": "Text", "data": { mess| } }', ["message"]],
    ['{ "type": "Audio", "data": {|} }', ["mediaUrl", "message", "fileName"]],
    ['[{ "type": "Audio" }, { "type": "Sticker", "data": { "| } }]', ["mediaUrl"]],
    // What is not closed goes on.
    ['{ "type": "Template", "template": { "name": "a", |', TEMPLATE],
    [
      '{ "type": "Template", "template": { "name": "a",\n  "l|\n "bodyValues": [] } }',
      TEMPLATE.filter((key) => key !== "bodyValues"),
    ],
    [
      '{ "fallback": [{ "channel": "sms", | }] }',
      ["sender_id", "pe_id", "content", "provider_name"],
    ],
    ['{ "type": |', []],
    ['{ "type" | }', []],
    ['{ "nothing": { | } }', []],
  ])) {
    const { cursor, offers } = await offered("sendMessage", marked);
    const found = cursor?.kind === "key" ? offers.map(({ label }) => label) : [];
    assert.deepEqual(found, keys, marked);
  }
  const action =
    '{ "type": "QR", "message": { "suggestions": [{ "action": { "openUrl": {}, | } }] } }';
  assert.deepEqual(await labels("sendRcs", action), ["plainText", "postBack"]);
  assert.deepEqual(await labels("sendRcs", action.replace('"openUrl": {}, ', "")), [
    ...["plainText", "postBack"],
    ...["openUrl", "dialerAction", "showLocation", "createCalendarEvent"],
  ]);
  // The file is picked: JSON has no place for it.
  assert.deepEqual(await labels("uploadMedia", "{|}"), ["fileName"]);
});

const TEMPLATE = [
  ...["languageCode", "headerValues", "bodyValues", "buttonValues", "buttonPayload"],
  ...["is_flow_template", "fileName", "carouselCards", "order_details", "order_status"],
];

test("the values are offered of which there are few, and examples last", async () => {
  for (const [operation, marked, values] of /** @type {[string, string, string[]][]} */ ([
    ["sendMessage", '{ "type": | }', ALL_TYPES],
    ["sendMessage", '{ "type": "Te|" }', ALL_TYPES],
    ["sendMessage", '{ "type": Te|\n "data": {} }', ALL_TYPES],
    ["sendMessage", '{ "type": "Te|\n "data": {} }', ALL_TYPES],
    ["sendMessage", '{ "fallback": [{ "channel": | }] }', ["sms", "RCS"]],
    ["sendMessage", '{ "fallback": [|] }', ["{}"]],
    ["sendMessage", "|", ["{}", "[]"]],
    ["sendMessage", '{ "type": "Text", "data": { "message": | } }', ["Your order is on its way."]],
    [
      "sendMessage",
      '{ "type": "Template", "template": { "is_flow_template": | } }',
      ["true", "false"],
    ],
    // In quotes there is only text.
    ["sendMessage", '{ "type": "Template", "template": { "is_flow_template": "|" } }', []],
    [
      "createTemplate",
      '{ "header_format": | }',
      ["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION", "GIF", "null"],
    ],
    ["createTemplate", '{ "button_type": "|" }', ["Call To Action", "Quick Replies"]],
    // Of a list that is open the usual ones.
    ["createTemplate", '{ "category": | }', ["Utility", "Marketing", "Authentication"]],
    ["sendMessage", '{ "unknown": | }', []],
  ])) {
    assert.deepEqual(await labels(operation, marked), values, marked);
  }
});

test("the account's templates are offered, and of one the languages that it has", async () => {
  const template = (
    /** @type {string} */ name,
    /** @type {string} */ language,
    status = "APPROVED",
  ) => ({
    ...{ id: `${name}-${language}`, name, language, approval_status: status },
    ...{ category: "UTILITY", body: "Hello", variable_present: "No" },
  });
  const templates = [
    ...[template("order_packed", "en"), template("tea_time", "hi", "REJECTED")],
    ...[template("order_packed", "hi"), template("order_sent", "en_GB")],
  ];
  const page = { result: true, has_next: false, results: { templates } };
  const book = templateBook(/** @type {any} */ ([page]), { loadedAt: 0 });
  const named =
    '{ "type": "Template", "template": { "name": "order_packed", "languageCode": "|" } }';
  const { offers } = await offered(
    "sendMessage",
    named.replace(/"order_packed"(.*)"\|"/, '"|"$1""'),
    book,
  );
  assert.deepEqual(
    offers.slice(0, 3).map(({ label, detail }) => [label, detail]),
    [
      ["order_packed", "en, hi"],
      ["order_sent", "en_GB"],
      ["tea_time", "hi rejected"],
    ],
  );
  const languages = await offered("sendMessage", named, book);
  assert.deepEqual(
    languages.offers.slice(0, 3).map(({ label, rank }) => [label, rank]),
    // The rest are languages that templates can have.
    [
      ["en", "required"],
      ["hi", "required"],
      ["af", "optional"],
    ],
  );
  const other = named.replace("order_packed", "unheard_of");
  assert.deepEqual((await labels("sendMessage", other, book)).slice(0, 3), ["en", "hi", "en_GB"]);
  assert.deepEqual(
    (await labels("createCampaign", '{ "template_name": "|" }', book))[0],
    "order_packed",
  );
  // RCS has templates of its own.
  const rcs = '{ "type": "Template", "template": { "name": "|" } }';
  assert.ok(!(await labels("sendRcs", rcs, book)).includes("order_packed"));
});

test("what is chosen comes with quotes, a place for its value, and the commas that it wants", async () => {
  for (const [marked, label, after] of /** @type {[string, string, string][]} */ ([
    ["{|}", "type", '{"type": "|"}'],
    ["{ ty| }", "type", '{ "type": "|" }'],
    ['{ "ty| }', "type", '{ "type": "|" }'],
    ['{ "ty|" }', "type", '{ "type": "|" }'],
    ['{ "ty|pe" }', "type", '{ "type": "|" }'],
    ['{ "|, "type": "Text" }', "data", '{ "data": {|}, "type": "Text" }'],
    ['{ |"type": "Text" }', "data", '{ "data": {|},"type": "Text" }'],
    ['{\n  "type": "Text"\n  |\n}', "data", '{\n  "type": "Text",\n  "data": {|}\n}'],
    ['{"type": "Text",|}', "data", '{"type": "Text", "data": {|}}'],
    ['{"type": "Text"|}', "data", '{"type": "Text", "data": {|}}'],
    ['{ "a": 1 | "b": 2 }', "fallback", '{ "a": 1, "fallback": [|], "b": 2 }'],
    // It is laid out as what stands around it.
    ['{\n  "type": "Text"|\n}', "data", '{\n  "type": "Text",\n  "data": {|}\n}'],
    [
      '{\n  "type": "Text",\n  "data": {|}\n}',
      "message",
      '{\n  "type": "Text",\n  "data": {\n    "message": "|"\n  }\n}',
    ],
    ['{\n  "fallback": [|]\n}', "{}", '{\n  "fallback": [\n    {|}\n  ]\n}'],
    // Another name for what has a value.
    ['{ "tpe|": "Text" }', "type", '{ "type"|: "Text" }'],
    ['{ "type": | }', "Text", '{ "type": "Text"| }'],
    ['{ "type": |\n  "data": {} }', "Text", '{ "type": "Text"|,\n  "data": {} }'],
    ['{ "type": "Te|mplate" }', "Text", '{ "type": "Text"| }'],
    ['{ "type": |"Template" }', "Text", '{ "type": "Text"| }'],
    ['{ "type": "Te|\n}', "Text", '{ "type": "Text"|\n}'],
    ['{ "fallback": [{} |] }', "{}", '{ "fallback": [{}, {|}] }'],
    ['{ "fallback": [|{}] }', "{}", '{ "fallback": [{|},{}] }'],
    ["|", "[]", "[|]"],
    [
      '{ "type": "Template", "template": { | } }',
      "is_flow_template",
      '{ "type": "Template", "template": { "is_flow_template": |true| } }',
    ],
    [
      '{ "type": "InteractiveList", "data": { "message": {|} } }',
      "type",
      '{ "type": "InteractiveList", "data": { "message": {"type": "list"|} } }',
    ],
  ])) {
    assert.equal(await chosen("sendMessage", marked, label), after, marked);
  }
});

/** @param {string} operation @param {unknown} input @returns {number} */
function unknownKeys(operation, input) {
  const checked = operations
    .find(({ name }) => name === operation)
    ?.validate(/** @type {any} */ (input));
  assert.ok(checked);
  const found = [...(checked.ok ? [] : checked.issues), ...checked.warnings];
  return found.filter(({ code }) => code === "object.unknown_key").length;
}

test("whatever key is chosen, anywhere in any example, leaves JSON, and a key that is known", async () => {
  let tried = 0;
  for (const { operation, input } of EXAMPLES) {
    const root = await describedOf(operation);
    const before = unknownKeys(operation, input);
    for (const [text, places] of /** @type {const} */ ([
      [JSON.stringify(input), /(?<=[{}\],])/g],
      [JSON.stringify(input, null, 2), /(?=\n\s*\})/g],
    ])) {
      const source = sourceOf(text);
      for (const { index } of text.matchAll(places)) {
        const { cursor, offers = [] } = offersAt(source, index, root) ?? {};
        if (cursor?.kind !== "key") continue;
        for (const offer of offers) {
          const after = applied(text, insertionOf(source, cursor, offer).edits);
          const value = JSON.parse(after);
          assert.ok(unknownKeys(operation, value) <= before, `${offer.label} in ${after}`);
          tried += 1;
        }
      }
    }
  }
  assert.ok(tried > 1000, `${tried}`);
});

/** A text, in which places have been damaged. */
const damaged = fc
  .tuple(
    fc.constantFrom(...EXAMPLES),
    fc.constantFrom(0, 2),
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom("", ...'{}[],:"\\ \nab1')), {
      maxLength: 3,
    }),
    fc.nat(),
  )
  .map(([{ operation, input }, indent, damages, at]) => {
    let text = JSON.stringify(input, null, indent);
    for (const [place, gone, instead] of damages) {
      const from = place % (text.length + 1);
      text = text.slice(0, from) + instead + text.slice(from + gone);
    }
    return { operation, text, at: at % (text.length + 1) };
  });

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("there is help at any place of any text, and what was JSON stays JSON", async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async ({ operation, text, at }) => {
      const root = await describedOf(operation);
      const source = sourceOf(text);
      explainedAt(source, at, root);
      const { cursor, offers = [] } = offersAt(source, at, root) ?? {};
      for (const offer of offers) {
        assert.ok(cursor);
        const { edits, selection } = insertionOf(source, cursor, offer);
        const after = applied(text, edits);
        assert.ok(isJson(after) || !isJson(text), after);
        assert.ok(selection.from <= selection.to && selection.to <= after.length);
      }
    }),
    { numRuns: 500 },
  );
});

test("what a key means is told with its limits, whether it must be there, and an example", async () => {
  for (const [operation, marked, said] of /** @type {[string, string, string | undefined][]} */ ([
    [
      "sendMessage",
      '{ "type": "Text", "data": { "mess|age": "" } }',
      "message, string, required. The text. Length: 1 to 4,096 characters. Example: Your order is on its way.",
    ],
    // In a value too.
    [
      "sendMessage",
      '{ "type": "Text", "callbackData": "or|der" }',
      "callbackData, string. Data of your own: Interakt sends it back in the webhooks of this message. Length: at most 512 characters. Example: order-1.",
    ],
    [
      "sendMessage",
      '{ "type": "Template", "template": { "carouselCards": [|] } }',
      "carouselCards, array. The values of each card of a carousel, in order. Items: 2 to 10 items.",
    ],
    [
      "sendMessage",
      '{ "userId|": "" }',
      "userId, string. The id of the customer in your own system. An empty string counts as absent. Needed: countryCode with phoneNumber, or fullPhoneNumber, or userId. Example: user-42.",
    ],
    [
      "sendRcs",
      '{ "type": "Location", "message": { "suggestions": [{ "action": { "showLocation": { "coordinAtes": { "latitude|": 1 } } } }] } }',
      "latitude, number, required. Degrees north. Range: -90 to 90.",
    ],
    [
      "createTemplate",
      '{ "button_type|": "" }',
      "button_type, string. Which kind of buttons. Values: Call To Action, Quick Replies.",
    ],
    [
      "listTemplates",
      '{ "approval_status|": "" }',
      "approval_status, string. Only templates of this status. Such as: APPROVED, WAITING, REJECTED.",
    ],
    ["sendMessage", '{ "unheard|": 1 }', undefined],
    ["sendMessage", "|", undefined],
  ])) {
    const [text, at] = withoutMark(marked);
    const found = explainedAt(sourceOf(text), at, await describedOf(operation));
    assert.equal(found && spokenOf(found.facts), said, marked);
  }
});

test("a word that tells forms apart means what its form is", async () => {
  const [text, at] = withoutMark('{ "type": "Stick|er" }');
  const found = explainedAt(sourceOf(text), at, await describedOf("sendMessage"));
  assert.match(found?.facts.about.at(-1) ?? "", /^Sticker: A sticker\./);
});
