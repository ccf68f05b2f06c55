/** The docs of the console, without a page: what is shown of each document, and what words find in them. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { Marked } from "marked";
import { docOf, readableDocuments, readDocs } from "../../scripts/console-docs.mjs";
import { ROOT } from "../../scripts/project.mjs";
import { addressIn, placeAt } from "../../www/page/docs/address.js";
import { excerptOf } from "../../www/page/docs/excerpt.js";
import { anchorOf, childrenOf, wordsIn } from "../../www/page/docs/nodes.js";
import { createSearch, sectionsOf } from "../../www/page/docs/search.js";
import { ruleAddress } from "../../www/page/route.js";

/** @typedef {import("../../www/page/docs/nodes.js").DocNode} DocNode */

const files = await readableDocuments();
const { groups, docs } = await readDocs();
const ids = groups.flatMap((group) => group.docs.map(({ id }) => id));
const search = await createSearch(docs);

/** @param {string} markdown Of a guide. @returns {DocNode[]} Without its title. */
const nodesOf = (markdown) =>
  docOf("docs/forms.md", `# Title\n\n${markdown}`, files).nodes.slice(1);

/** @param {readonly DocNode[]} nodes @returns {DocNode[]} With all that is in them. */
const allOf = (nodes) => nodes.flatMap((node) => [node, ...allOf(childrenOf(node))]);

/** @param {string} asked @returns {string[]} Where the results lead. */
const found = (asked) =>
  search(asked).map(({ section: { doc, anchor } }) => addressIn(doc, anchor));

/** @param {string} text @returns {string} What matters of it to who compares words. */
const squashed = (text) => text.replaceAll(/\s+/g, "");

/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** @param {string} markdown @returns {string} What another renderer makes of it, without tags. */
function wordsByHtml(markdown) {
  const html = String(new Marked().parse(markdown));
  return html
    .replaceAll(/<!--[\s\S]*?-->|<[^>]+>/g, "")
    .replaceAll(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
}

test("each document that is shipped to be read is there, with every word of it", async () => {
  const names = (await readdir(join(ROOT, "docs"))).filter((name) => name.endsWith(".md"));
  for (const name of names) assert.ok(ids.includes(name.replace(".md", "")), name);
  assert.deepEqual([...ids].sort(), docs.map(({ id }) => id).sort());
  for (const [at, file] of files.entries()) {
    const markdown = await readFile(join(ROOT, file), "utf8");
    const words = squashed((docs[at]?.nodes ?? []).map(wordsIn).join(" "));
    assert.equal(words, squashed(wordsByHtml(markdown)), file);
  }
});

test("the guides stand in the order in which README.md lists them, after it", () => {
  assert.deepEqual(
    groups.map(({ title }) => title),
    ["Start here", "Guides", "Reference", "Background"],
  );
  assert.equal(ids[0], "readme");
  assert.deepEqual(ids.slice(1, 4), ["forms", "phones", "templates"]);
  assert.equal(groups[1]?.docs[1]?.title, "Phone numbers");
});

test("each link within the docs leads to a document, and to a place that it has", () => {
  const anchors = new Map(
    docs.map(({ id, nodes }) => [id, new Set(allOf(nodes).map(anchorOf).filter(Boolean))]),
  );
  let count = 0;
  for (const { id, nodes } of docs) {
    for (const node of allOf(nodes)) {
      if (!Array.isArray(node) || node[0] !== "a") continue;
      const { href = "" } = node[1];
      if (href.startsWith("https://")) continue;
      const place = placeAt(href, ids);
      assert.ok(place && href.startsWith("#docs/"), `${id}: ${href}`);
      assert.ok(place.anchor === "" || anchors.get(place.id)?.has(place.anchor), `${id}: ${href}`);
      count += 1;
    }
  }
  assert.ok(count > 80, `${count} links`);
});

test("no two places of a document have one name", () => {
  for (const { id, nodes } of docs) {
    const anchors = allOf(nodes).map(anchorOf).filter(Boolean);
    assert.deepEqual(
      anchors.filter((anchor, at) => anchors.indexOf(anchor) !== at),
      [],
      id,
    );
  }
});

test("every code that a case breaks a rule for has a place in the rules, and is found there first", async () => {
  const names = (await readdir(join(ROOT, "tests", "cases"))).filter((name) =>
    name.endsWith(".json"),
  );
  const texts = await Promise.all(
    names.map((name) => readFile(join(ROOT, "tests", "cases", name), "utf8")),
  );
  const codes = new Set(
    texts.flatMap((text) => [...text.matchAll(/"code": "([\w.]+)"/g)].map(([, code = ""]) => code)),
  );
  assert.ok(codes.size > 80, `${codes.size} codes`);
  const rules = docs.find(({ id }) => id === "reference/rules");
  const rows = new Map(allOf(rules?.nodes ?? []).map((node) => [anchorOf(node), node]));
  for (const code of codes) {
    // Where it is explained, and not where a rule has it.
    const [name = ""] = childrenOf(rows.get(code));
    assert.equal(wordsIn(name), code);
    assert.equal(found(code)[0], ruleAddress(code));
  }
});

test("every code that an answer can become has a place in the table of failures", async () => {
  const source = await readFile(join(ROOT, "src", "client", "failures.rs"), "utf8");
  const codes = [...source.matchAll(/\bcode: "(\w+)"/g)].map(([, code = ""]) => code);
  assert.ok(codes.length > 20, `${codes.length} codes`);
  const failures = docs.find(({ id }) => id === "reference/failures");
  const anchors = allOf(failures?.nodes ?? []).map(anchorOf);
  for (const code of codes) assert.ok(anchors.includes(code), code);
});

test("blocks of code are coloured as in the editor, and stay what they are", () => {
  const code = 'import { x } from "y"; // why\nconst a: T = { n: 1 };';
  const [block] = nodesOf(`\`\`\`ts\n${code}\n\`\`\``);
  assert.ok(Array.isArray(block));
  assert.deepEqual(block[1], { "data-language": "ts" });
  assert.equal(wordsIn(block), code);
  const kinds = allOf(childrenOf(block)).flatMap((node) =>
    Array.isArray(node) ? [`${node[1].class}: ${wordsIn(node)}`] : [],
  );
  assert.deepEqual(kinds, [
    "tok-keyword: import",
    "tok-keyword: from",
    'tok-string: "y"',
    "tok-comment: // why",
    "tok-keyword: const",
    "tok-typeName: T",
    "tok-propertyName: n",
    "tok-number: 1",
  ]);
  assert.deepEqual(childrenOf(nodesOf("```sh\nnpm i\n```")[0]), ["npm i"]);
});

test("what the console would not show is an error when it is bundled", () => {
  for (const [markdown, complaint] of /** @type {const} */ ([
    ["some <b>bold</b> words", /docs\/forms\.md has HTML/],
    ["<details>\n</details>", /docs\/forms\.md has HTML/],
    ["a&nbsp;b", /a&nbsp;b/],
    ["```cobol\nSTOP RUN.\n```", /"cobol"/],
  ])) {
    assert.throws(() => nodesOf(markdown), complaint);
  }
  assert.throws(() => docOf("docs/forms.md", "No title.", files), /begins with no title/);
});

test("links lead to documents here or to pages elsewhere; of others, and of pictures, words are left", () => {
  assert.deepEqual(
    nodesOf(
      "[a](phones.md#b) [c](#d) [e](../README.md) [f](https://g.example) [h](../tests/i.mjs)",
    ),
    [
      [
        "p",
        {},
        ["a", { href: "#docs/phones/b" }, "a"],
        " ",
        ["a", { href: "#docs/forms/d" }, "c"],
        " ",
        ["a", { href: "#docs/readme" }, "e"],
        " ",
        ["a", { href: "https://g.example" }, "f"],
        " h",
      ],
    ],
  );
  assert.deepEqual(nodesOf("![a picture](console.webp)\n\n[x](javascript:alert(1))"), [
    ["p", {}, "x"],
  ]);
});

test("a section goes from one heading to the next, and a row that explains a code is one", () => {
  const markdown = `# Rules

Intro.

## One

First.

### Two

- a
- b

## Codes

| code | meaning |
|---|---|
| \`a.b\` | It is *so*. |
`;
  const found = sectionsOf(docOf("docs/reference/rules.md", markdown, files));
  assert.deepEqual(
    found.map(({ anchor, title, trail, text }) => [anchor, [...trail, title].join(" > "), text]),
    [
      ["", "Rules", "Intro."],
      ["one", "Rules > One", "First."],
      ["two", "Rules > One > Two", "a b"],
      ["codes", "Rules > Codes", ""],
      ["a.b", "Rules > Codes > a.b", "It is so."],
    ],
  );
});

test("words are found whole, by their beginnings, with a slip, in several, and as parts of names", () => {
  for (const [asked, where] of /** @type {const} */ ([
    ["did it go out", "#docs/sending/did-it-go-out"],
    ["plain html", "#docs/forms/plain-html"],
    ["retryUnknownOutcome", "#docs/sending/the-client"],
    ["retryunknown", "#docs/sending/the-client"],
    ["not_digits", "#docs/reference/rules/phone.not_digits"],
    ["phone not digits", "#docs/reference/rules/phone.not_digits"],
    ["rate limited", "#docs/reference/failures/rate_limited"],
    ["window_closed", "#docs/reference/failures/window_closed"],
    ["cloudlfare", "#docs/www"],
    ["phone-field", "#docs/phones/the-phone-field"],
    ["  MIGRATION  ", "#docs/migration"],
  ])) {
    assert.ok(found(asked).slice(0, 3).includes(where), `${asked}: ${found(asked).slice(0, 3)}`);
  }
  // Guides come before the tables of the reference, which have every word.
  assert.equal(found("templates")[0], "#docs/templates");
  assert.equal(found("webhooks")[0], "#docs/webhooks");
  assert.match(found("message")[0] ?? "", /^#docs\/(?!reference)/);
  assert.deepEqual(found("retries"), found("retry"));
  assert.deepEqual(found("template"), found("templates"));
});

test("all words must be there, and what nobody writes finds nothing", () => {
  const both = new Set(found("campaigns cloudflare"));
  assert.ok(both.size > 0);
  const [one, other] = [new Set(found("campaigns")), new Set(found("cloudflare"))];
  for (const address of both) assert.ok(one.has(address) && other.has(address), address);
  for (const asked of [
    "zzzzqqq",
    "forms zzzzqqq",
    "either/or zzzzqqq",
    "…",
    " ",
    "<img src=x>zzzzqqq",
  ]) {
    assert.deepEqual(found(asked), [], asked);
  }
});

test("addresses name a document and a place in it, or nothing", () => {
  const some = ["readme", "forms", "reference/rules"];
  for (const [hash, place] of /** @type {const} */ ([
    ["#docs", { id: "readme", anchor: "" }],
    ["#docs/", { id: "readme", anchor: "" }],
    ["#docs/forms", { id: "forms", anchor: "" }],
    ["#docs/forms/plain-html", { id: "forms", anchor: "plain-html" }],
    ["#docs/reference/rules/a.b", { id: "reference/rules", anchor: "a.b" }],
    ["#docs/reference%2Frules", { id: "reference/rules", anchor: "" }],
    ["#docs/form", undefined],
    ["#docs/formsx", undefined],
    ["#docs/reference", undefined],
    ["#docs/%E0%A4%A", undefined],
  ])) {
    assert.deepEqual(placeAt(hash, some), place, hash);
  }
});

test("of a long text what stands around the first word is shown, cut between words", () => {
  const before = "a few words ".repeat(20);
  const text = `${before}then the Needle, and ${"more of them ".repeat(40)}end.`;
  const excerpt = excerptOf(text, ["needle"]);
  assert.match(excerpt, /^…(?:a|few|words) .*the Needle, and more .* (?:more|of|them)…$/);
  assert.ok(excerpt.length < 180, excerpt);
  assert.equal(excerptOf("all of it", ["of"]), "all of it");
  assert.equal(excerptOf("x".repeat(500), []).length, 171);
  assert.match(excerptOf(`${before}two retries`, ["retry"]), /^….*two retries$/);
});
