import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { test } from "node:test";
import { CUTS } from "../../scripts/cuts.mjs";
import { pathOf } from "../../scripts/entries.mjs";
import { ROOT } from "../../scripts/project.mjs";
import { tableIn } from "../packaging/matrix/table.mjs";
import { bundle, moduleSize, sizeOf } from "./measure.mjs";
import { measureAdditions, measurePages } from "./pages.mjs";
import { differences, TABLES } from "./tables.mjs";
import { measureTold } from "./told.mjs";

/** @typedef {import("./measure.mjs").Size} Size */

/** @type {Record<string, { limitKB: number }>} By the names of pages; 1 KB is 1,000 bytes. */
const BUDGET = JSON.parse(await readFile(join(ROOT, "size-budget.json"), "utf8"));

/** @type {Record<string, Size>} */
const MODULES = {};
for (const { name } of CUTS) MODULES[name] = await moduleSize(name);

const pages = await measurePages();

const additions = await measureAdditions();
const lines = await measureTold(pages);

/** @param {string} name */
const page = (name) => pages.find((page) => page.name === name) ?? assert.fail(`${name} is none`);

/** @type {Record<string, Size>} */
const ROWS = {
  ...Object.fromEntries(Object.entries(MODULES).map(([name, size]) => [`${name}_bg.wasm`, size])),
  ...Object.fromEntries(pages.map(({ name, total }) => [name, total])),
  ". for workerd (JavaScript)": sizeOf(await bundle(".", { condition: "workerd" })),
  ". for edge-light (JavaScript)": sizeOf(await bundle(".", { condition: "edge-light" })),
  "./edge (with its entry)": sizeOf(await bundle("./edge", { condition: "workerd" })),
  "./simulator (with its entry)": sizeOf(await bundle("./simulator")),
};

const WIDTH = Math.max(...Object.keys(ROWS).map(({ length }) => length));
console.log(
  `${"bytes".padEnd(WIDTH)} ${"raw".padStart(9)} ${"gzip".padStart(9)} ${"brotli".padStart(9)}`,
);
for (const [name, { raw, gzip, brotli }] of Object.entries(ROWS)) {
  const columns = [raw, gzip, brotli].map((bytes) => String(bytes).padStart(9));
  console.log(`${name.padEnd(WIDTH)} ${columns.join(" ")}`);
}

for (const { how, bytes } of additions) {
  console.log(`${`adds ${how}`.padEnd(WIDTH)} ${String(bytes).padStart(29)}`);
}

for (const { name, total } of pages) {
  test(`${name} is within its budget after brotli`, () => {
    const budget = BUDGET[name];
    assert.ok(budget, "size-budget.json has none");
    assert.ok(
      total.brotli <= budget.limitKB * 1000,
      `it is ${total.brotli} bytes, the budget is ${budget.limitKB * 1000}`,
    );
  });
}

for (const table of TABLES) {
  const name = `${basename(table.file)} tells the ${table.name} that are measured`;
  test(`${name}: \`npm run bench -- sizes --write\` writes them`, async () => {
    const told = tableIn(await readFile(table.file, "utf8"), table.name);
    assert.deepEqual(differences(table, told, lines), []);
  });
}

test("every budget is that of a page that is measured", () => {
  assert.deepEqual(Object.keys(BUDGET).sort(), pages.map(({ name }) => name).sort());
});

/**
 * @param {Uint8Array} code
 * @param {string} text
 */
const holds = (code, text) => new TextDecoder().decode(code).includes(text);

test("a form does not download the client", () => {
  assert.ok(holds(page("./web").code, "maxRetries"));
  for (const { name, code } of pages.filter(({ name }) => name !== "." && name !== "./web")) {
    assert.ok(!holds(code, "maxRetries"), name);
  }
});

test("a page downloads only what its form makes use of", () => {
  const marks = {
    "`formOf`": "form.rule",
    "`bindForm`": "aria-describedby",
    "`limitOf`": "callbackData=512",
    "`templateBook`": "template.not_in_book",
    "`createTemplateBook`": "interakt-wasm.templates",
    "`sendTemplate`": "template_unknown",
    "`previewMessage`": "previewMessage: channel must be",
    "`interakt-wasm/messages/en`": "Enter your mobile number.",
    "`interakt-wasm/messages/hi`": "hi-IN",
  };
  assert.deepEqual(
    additions.map(({ how }) => how),
    Object.keys(marks),
  );
  // The field has some of the words, and tells them as a form does.
  const others = pages.filter(({ name }) => name.includes("{") && !name.includes("phone-field"));
  for (const { how, code } of additions) {
    const mark = marks[/** @type {keyof typeof marks} */ (how)];
    assert.ok(holds(code, mark), how);
    for (const { name, code } of others) {
      assert.ok(!holds(code, mark), `${name} has ${how}`);
    }
  }
});

test("a form downloads the JSON Schemas of what it imports alone", () => {
  const mark = "json-schema.org";
  assert.ok(holds(page("./forms { sendMessage }").code, mark));
  assert.ok(!holds(page("./forms { sendMessage }").code, "createdAt"), "that is trackUser's");
  assert.ok(!holds(page("./phone").code, mark));
});

test("a page that loads its module as a file downloads no JSON Schema before it reads one", () => {
  const files = pages.filter(({ name }) => name.includes("/web"));
  assert.equal(files.length, 7);
  for (const { name, code } of files) assert.ok(!holds(code, "json-schema.org"), name);
});

test("who imports an error's guard alone downloads no module and no operation", async () => {
  for (const entry of [
    ".",
    "./web",
    "./forms",
    "./customer",
    "./phone",
    "./phone-field",
    "./bulk",
  ]) {
    const { raw } = sizeOf(await bundle(entry, { names: "{ isConfigurationError }" }));
    assert.ok(raw < 3000, `${entry}: ${raw} bytes`);
  }
});

test("an entry that loads the module as a file does not carry it as well", async () => {
  for (const { name } of CUTS) {
    const entry = pathOf(name);
    const codes = [
      await bundle(`${entry}/web`),
      await bundle(entry, { condition: "workerd" }),
      await bundle(entry, { condition: "edge-light" }),
    ];
    const { length } = await bundle(entry);
    for (const code of codes) assert.ok(length - code.length > (MODULES[name]?.raw ?? 0), entry);
  }
});
