// The module that `npx interakt-wasm templates` writes: it compiles strictly as it is, and holds what
// calls are compiled by.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { templateBook } from "interakt-wasm";
import ts from "typescript";
import { moduleOf } from "../support/command.mjs";
import { format, programWith, STRICT } from "./compiler.mjs";

const approved = { category: "UTILITY", approval_status: "APPROVED", language: "en" };

/** @type {Record<string, object[]>} */
const ACCOUNTS = {
  "no template": [],
  "templates of every kind": [
    { ...approved, name: "hello", body: "Hello" },
    { ...approved, name: "two", body: "{{1}} and {{2}}", header_format: "TEXT", header: "{{1}}" },
    { ...approved, name: "named", body: "Hi {{name}}", header_format: "TEXT", header: "{{who}}" },
    { ...approved, name: "image", body: "{{1}}", header_format: "IMAGE" },
    { ...approved, name: "place", body: "Here", header_format: "LOCATION" },
    { ...approved, name: "2024_offer", body: "{{1}}" },
    { ...approved, name: "2024_offer", language: "hi", body: "{{1}}" },
    { ...approved, name: "2024_offer", language: "ta", body: "{{1}} {{2}}" },
    { ...approved, name: "__proto__", body: "*/ `$" + "{1}` \\ {{1}}" },
    { ...approved, name: "code", body: "{{1}}", buttons: [{ type: "COPY_CODE", text: "Copy" }] },
    {
      ...approved,
      name: "replies",
      body: "Well?",
      buttons: [
        { type: "QUICK_REPLY", text: "Yes" },
        { type: "URL", text: "See", url: "https://shop.example/{{1}}" },
      ],
    },
    {
      ...approved,
      name: "cakes",
      body: "Cakes",
      carousel_cards: [
        { card_index: 0, header_format: "IMAGE", body: "{{1}}" },
        { card_index: 1, header_format: "IMAGE", body: "Two" },
      ],
    },
    { ...approved, name: "waiting", approval_status: "WAITING", body: "{{1}}" },
    { ...approved, name: "other_channel", channel_type: "RCS", body: "{{1}}" },
  ],
  // Of objects in an array a compiler would compare each with each.
  "thousands of templates": Array.from({ length: 3000 }, (_, index) => {
    return { ...approved, name: `t_${index}`, body: "{{1}}".repeat(1 + (index % 3)) };
  }),
};

/** What is done with the second of them: each error has its line. */
const USES = `import { Interakt, sendMessage, sendTemplate, type TemplateBook } from "interakt-wasm";
import { book, type Templates } from "./templates.js";

void [
  sendTemplate(book, "hello"),
  sendTemplate(book, "two", { header: "Asha", body: ["1", "2"] }),
  sendTemplate(book, "named", { header: "Asha", body: ["1", "2", "3"] }),
  sendTemplate(book, "image", { header: { image: "https://shop.example/1.jpg" }, body: ["1"] }),
  sendTemplate(book, "place"),
  sendTemplate(book, "2024_offer", { language: "hi", body: ["1"] }),
  sendTemplate(book, "2024_offer", { language: "ta", body: ["1", "2"] }),
  sendTemplate(book, "__proto__", { body: ["1"] }),
  sendTemplate(book, "code", { body: ["1"], button: ["1"] }),
  sendTemplate(book, "replies", { button: ["1"], buttons: { 0: ["yes"] } }),
  sendTemplate(book, "cakes", { cards: [{ body: ["1"] }, { header: { image: "" } }] }),
];
export const plain: TemplateBook = book;
export const interakt: Interakt = new Interakt({ apiKey: "", templates: book });
export const loaded: Promise<TemplateBook<Templates>> = interakt.loadTemplates<Templates>();
void sendMessage.validate({}, { templates: book });

void [
  // @ts-expect-error: it is not approved
  sendTemplate(book, "waiting", { body: ["1"] }),
  // @ts-expect-error: it is for RCS
  sendTemplate(book, "other_channel", { body: ["1"] }),
  // @ts-expect-error: a value too few
  sendTemplate(book, "two", { header: "Asha", body: ["1"] }),
  // @ts-expect-error: the language is missing
  sendTemplate(book, "2024_offer", { body: ["1"] }),
  // @ts-expect-error: a card is missing
  sendTemplate(book, "cakes", { cards: [{ body: ["1"] }] }),
];
`;

/** Settings of projects that take less than others. @type {Record<string, ts.CompilerOptions>} */
const SETTINGS = {
  strict: {},
  "as strict as there is": {
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    noEmit: false,
    declaration: true,
    isolatedDeclarations: true,
  },
};

for (const [settings, more] of Object.entries(SETTINGS)) {
  describe(settings, () => {
    for (const [what, templates] of Object.entries(ACCOUNTS)) {
      test(`the module of an account of ${what} compiles`, () => {
        const text = moduleOf(templateBook(JSON.stringify(templates)));
        const uses = what.includes("every kind") ? USES : 'export { book } from "./templates.js";';
        const sources = new Map([
          ["templates.ts", text],
          ["uses.ts", uses],
        ]);
        const options = { ...STRICT, ...more };
        const program = programWith(["templates.ts", "uses.ts"], options, sources);
        assert.deepEqual(ts.getPreEmitDiagnostics(program).map(format), []);
      });
    }
  });
}
