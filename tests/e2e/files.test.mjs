/** The page of files, without a page: where columns go, what is said, and what its samples are. */
import assert from "node:assert/strict";
import test from "node:test";
import { operations, templateBook } from "interakt-wasm";
import { FILE_SAMPLES, large } from "../../www/demo/file-samples.js";
import { TEMPLATES } from "../../www/demo/templates.js";
import {
  choose,
  columnsOf,
  lacksRecipient,
  mappingOf,
  offeredTo,
  sharedBy,
} from "../../www/page/files/columns.js";
import { groupsOf } from "../../www/page/files/groups.js";
import { nameFor } from "../../www/page/files/save.js";
import { lacksTemplate, STARTS, startOf } from "../../www/page/files/starts.js";
import { filled, keyOf, placesOf, traitsOf, withLeaf } from "../../www/page/files/targets.js";
import { progressWords, summaryWords } from "../../www/page/files/words.js";
import { withTemplate } from "../../www/page/template-values.js";

/** @typedef {import("../../www/page/files/columns.js").RowPlan} RowPlan */

/** @param {string} name @returns {any} */
const schemaOf = (name) => operations.find((operation) => operation.name === name)?.schema;

/** @param {string} name Of a template of the simulated account. */
function templateOf(name) {
  const book = templateBook(/** @type {any} */ (TEMPLATES));
  const template = book.find(name, "en");
  assert.ok(template, name);
  const needs = book.needs(template);
  return { base: withTemplate("sendMessage", startOf("sendMessage"), template, needs), needs };
}

/** @param {Partial<RowPlan>} [plan] @returns {RowPlan} */
const planOf = (plan) => ({
  format: "csv",
  encoding: "utf-8",
  delimiter: ",",
  header: ["Mobile", "Name", "City"],
  names: ["Mobile", "Name", "City"],
  columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
  isProposed: true,
  unmapped: ["City"],
  sample: [
    ["98", "", "Kochi"],
    ["99", "Asha", "Goa"],
    ["97", "Ravi"],
  ],
  ...plan,
});

/** @param {{ group: string, label: string, target: import("../../www/page/files/targets.js").Target }} place */
const said = ({ group, label, target }) => `${group}: ${label} = ${keyOf(target)}`;

test("a template's values are places under the names that it has for them", () => {
  const { base, needs } = templateOf("order_packed_image");
  assert.deepEqual(placesOf(schemaOf("sendMessage"), base, needs).map(said), [
    "Customer: Phone number = phone",
    "Customer: Country of the phone number = phone.country",
    "What is sent: URL of the image = template.headerValues[0]",
    "What is sent: {{1}} of the text = template.bodyValues[0]",
    "What is sent: Value of “Follow it” = template.buttonValues.0[0]",
    "Customer: userId = userId",
    "More: campaignId = campaignId",
    "More: callbackData = callbackData",
  ]);
});

test("cards of a carousel have places too", () => {
  const { base, needs } = templateOf("two_teas");
  const places = placesOf(schemaOf("sendMessage"), base, needs).map(said);
  assert.ok(
    places.includes(
      "What is sent: Card 2: {{1}} of the text = template.carouselCards[1].bodyValues[0]",
    ),
    places.join("\n"),
  );
});

test("every operation on offer has places, and none is what fixes its kind", () => {
  for (const name of Object.keys(STARTS)) {
    const places = placesOf(schemaOf(name), startOf(name)).map(({ target }) => keyOf(target));
    assert.ok(places.length >= 3, `${name}: ${places}`);
    assert.equal(new Set(places).size, places.length, `${name}: ${places}`);
    for (const fixed of ["type", "template.name", "countryCode", "phoneNumber"]) {
      assert.ok(!places.includes(fixed), `${name}: ${fixed}`);
    }
  }
  assert.deepEqual(placesOf(schemaOf("trackUser"), {}).map(said), [
    "Customer: Phone number = phone",
    "Customer: Country of the phone number = phone.country",
    "Customer: userId = userId",
    "More: add_to_sales_cycle = add_to_sales_cycle as boolean",
    "More: createdAt = createdAt",
  ]);
});

test("a column can become a trait of its name, whatever the name holds", () => {
  assert.deepEqual(traitsOf(schemaOf("trackUser"), {}, " City ").map(said), [
    "Traits: Trait “City” = traits.City",
    "Traits: Trait “City”, a number = traits.City as number",
    "Traits: Trait “City”, yes or no = traits.City as boolean",
    "Traits: Trait “name” = traits.name",
    "Traits: Trait “email” = traits.email",
  ]);
  const [awkward] = traitsOf(schemaOf("trackUser"), {}, 'a.b["c"]');
  assert.equal(awkward?.target, 'traits["a.b[\\"c\\"]"]');
  const [now] = traitsOf(schemaOf("trackUser"), {}, "City", "traits.city");
  assert.equal(now?.target, "traits.city");
  assert.deepEqual(traitsOf(schemaOf("assignChat"), {}, "City"), []);
  const [long] = traitsOf(schemaOf("trackUser"), {}, "x".repeat(99));
  assert.deepEqual(
    [long?.target, long?.label],
    [`traits.${"x".repeat(99)}`, `Trait “${"x".repeat(60)}…”`],
  );
});

test("columns are shown with what is proposed and their first cells", () => {
  assert.deepEqual(columnsOf(planOf(), new Map()), [
    { key: "Mobile", title: "Mobile", name: "Mobile", cells: ["98", "99"], target: "phone" },
    {
      key: "Name",
      title: "Name",
      name: "Name",
      cells: ["Asha", "Ravi"],
      target: "template.bodyValues[0]",
    },
    { key: "City", title: "City", name: "City", cells: ["Kochi", "Goa"], target: undefined },
  ]);
  const bare = planOf({
    header: null,
    names: ["1", "2"],
    columns: { 1: "phone" },
    sample: [["98", "x".repeat(99)]],
  });
  assert.deepEqual(columnsOf(bare, new Map()), [
    { key: "1", title: "Column 1", name: "Column 1", cells: ["98"], target: "phone" },
    {
      key: "2",
      title: "Column 2",
      name: "Column 2",
      cells: [`${"x".repeat(60)}…`],
      target: undefined,
    },
  ]);
});

test("a column without a name of its own is known by its number", () => {
  const header = ["Mobile", "Note", "", "Note"];
  const names = ["Mobile", "2", "3", "4"];
  const columns = columnsOf(planOf({ header, names, columns: { 4: "callbackData" } }), new Map());
  assert.deepEqual(
    columns.map(({ key, name, target }) => [key, name, target]),
    [
      ["Mobile", "Mobile", undefined],
      ["2", "Note", undefined],
      ["3", "Column 3", undefined],
      ["4", "Note", "callbackData"],
    ],
  );
});

test("a place has one column: choosing it for another takes it from the first", () => {
  const columns = columnsOf(planOf(), new Map());
  const chosen = choose(columns, "City", "template.bodyValues[0]");
  assert.deepEqual(mappingOf(columnsOf(planOf(), chosen)), {
    Mobile: "phone",
    City: "template.bodyValues[0]",
  });
  const none = choose(columns, "Mobile", undefined);
  assert.deepEqual(mappingOf(columnsOf(planOf(), none)), { Name: "template.bodyValues[0]" });
  const asNumber = choose(columns, "City", { to: "template.bodyValues[0]", as: "number" });
  assert.equal(asNumber.get("Name"), undefined);
});

test("what no column gives is the same for all rows, and a missing recipient is noticed", () => {
  const { base, needs } = templateOf("order_packed");
  const places = placesOf(schemaOf("sendMessage"), base, needs);
  const columns = columnsOf(planOf(), new Map());
  assert.deepEqual(
    sharedBy(places, columns).map(({ label, path }) => [label, path]),
    [["{{2}} of the text", ["template", "bodyValues", 1]]],
  );
  assert.equal(lacksRecipient(places, columns), false);
  assert.equal(lacksRecipient(places, columns.slice(1)), true);
  assert.equal(lacksRecipient(placesOf(schemaOf("assignChat"), startOf("assignChat")), []), false);
});

test("a place that is proposed and not known is offered all the same", () => {
  const offered = offeredTo([], "somewhere.else");
  assert.deepEqual(offered.map(said), ["Proposed: somewhere.else = somewhere.else"]);
  assert.deepEqual(offeredTo(offered, "somewhere.else"), offered);
  assert.deepEqual(offeredTo(offered, undefined), offered);
});

test("a value for all rows is written where it belongs, and nothing else changes", () => {
  const base = { type: "Template", template: { bodyValues: ["", "x"] } };
  assert.deepEqual(withLeaf(base, ["template", "bodyValues", 0], "y"), {
    type: "Template",
    template: { bodyValues: ["y", "x"] },
  });
  assert.deepEqual(base.template.bodyValues, ["", "x"]);
  assert.deepEqual(filled({ ...base, headerValues: [""], n: 0, not: false, o: { p: "" } }), {
    ...base,
    n: 0,
    not: false,
  });
  assert.equal(filled({ a: [["", {}]] }), undefined);
  assert.equal(lacksTemplate("sendMessage", startOf("sendMessage")), true);
  assert.equal(lacksTemplate("sendMessage", templateOf("order_packed").base), false);
  assert.equal(lacksTemplate("trackUser", {}), false);
});

test("problems are grouped by kind: errors first, and of those what most rows have", () => {
  const problem = (/** @type {string} */ code, line = 1, severity = "error", message = code) =>
    /** @type {any} */ ({ line, issue: { code, severity, message, path: [], params: {} } });
  const groups = groupsOf({
    byCode: { "cell.zeros_dropped": 9, "phone.too_short": 2, "row.duplicate": 3, unlisted: 1 },
    problems: [
      problem("cell.zeros_dropped", 2, "warning"),
      problem("phone.too_short", 3, "error", "Ten digits, please."),
      problem("row.duplicate", 4, "error", "As in line 3."),
      problem("phone.too_short", 5, "error", "Ten digits, please."),
      problem("row.duplicate", 6, "error", "As in line 4."),
    ],
  });
  assert.deepEqual(
    groups.map(({ code, severity, title, count, listed }) => {
      return [code, severity, title, count, listed.map(({ line }) => line)];
    }),
    [
      ["row.duplicate", "error", "This customer has an earlier row.", 3, [4, 6]],
      ["phone.too_short", "error", "Ten digits, please.", 2, [3, 5]],
      ["unlisted", undefined, "unlisted", 1, []],
      ["cell.zeros_dropped", "warning", "cell.zeros_dropped", 9, [2]],
    ],
  );
});

test("progress is told in words, without what is not known", () => {
  const progress = { bytes: 0, rows: 1, ready: 1, refused: 0, duplicates: 0, rowsPerSecond: 0 };
  assert.equal(progressWords(progress), "1 row");
  assert.equal(
    progressWords({
      ...progress,
      bytes: 429,
      totalBytes: 1000,
      rows: 42_000,
      rowsPerSecond: 312_345,
      remainingMs: 1500,
    }),
    "42% · 42,000 rows · 310,000 rows per second · 2 seconds left",
  );
  assert.match(progressWords({ ...progress, remainingMs: 100_000 }), /2 minutes left$/);
});

test("the end is told in one sentence", () => {
  const summary = {
    rows: 12,
    ready: 9,
    refused: 2,
    duplicates: 1,
    warned: 0,
    byCode: {},
    problems: [],
    complete: true,
  };
  assert.equal(
    summaryWords(summary, 20),
    "Checked 12 rows in 0.1 seconds: 9 ready, 2 refused, 1 duplicate.",
  );
  assert.equal(
    summaryWords({ ...summary, warned: 3, complete: false }, 2340),
    "Stopped after 12 rows in 2.3 seconds: 9 ready, 2 refused, 1 duplicate, 3 with a warning.",
  );
});

test("files to download are named after the one that was checked", () => {
  assert.equal(
    nameFor("customers of diwali.csv", "ready.ndjson"),
    "customers of diwali ready.ndjson",
  );
  assert.equal(nameFor("no-end", "refused.csv"), "no-end refused.csv");
  assert.equal(nameFor(".csv", "refused.csv"), "rows refused.csv");
});

test("samples are for operations on offer, with templates of the simulated account", () => {
  for (const { title, operation, template, content } of FILE_SAMPLES) {
    assert.ok(operation in STARTS, title);
    if (template) templateOf(template.name);
    assert.ok(content().length > 0, title);
  }
  assert.equal(large(3).split("\n").length, 5);
});
