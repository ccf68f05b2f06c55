/** What forms cost in lines that a person writes, beside zod and libphonenumber-js, and in casts. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { CONSUMERS } from "./matrix/consumer.mjs";

/** By library, its form with this package and the same with those two. */
const FORMS = Object.entries({
  "React Hook Form": pair("forms/react-hook-form/checkout.tsx"),
  "React Hook Form, a message": pair("forms/react-hook-form/message.tsx"),
  "TanStack Form": pair("forms/tanstack-form/checkout.tsx"),
  "TanStack Form, a message": pair("forms/tanstack-form/message.tsx"),
  Conform: pair("forms/conform/checkout.tsx"),
  "Conform, a message": pair("forms/conform/message.tsx"),
  Hono: pair("forms/hono/checkout.tsx"),
  "tRPC, both": pair("forms/trpc/router.ts"),
  Next: pair("next-action/app/order.ts"),
  SvelteKit: [
    "sveltekit/src/routes/checkout/+page.server.ts",
    "sveltekit/src/routes/checkout/with-zod.server.ts",
  ],
});

/** @param {string} file @returns {[ours: string, theirs: string]} */
function pair(file) {
  return [file, file.replace(/(\.tsx?)$/, "-with-zod$1")];
}

/**
 * The lines of a program without imports, comments and empty ones. All are formatted by one tool.
 *
 * @param {string} name
 * @param {string} text
 */
function linesOf(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  return source.statements
    .filter((statement) => !ts.isImportDeclaration(statement))
    .flatMap((statement) => statement.getText(source).split("\n"))
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^(\/\/|\/?\*)/.test(line));
}

/**
 * How many lines the one has that are not in the other.
 *
 * @param {string[]} lines
 * @param {string[]} others
 */
function ownIn(lines, others) {
  const left = [...others];
  return lines.filter((line) => {
    const place = left.indexOf(line);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  }).length;
}

/**
 * Where a program tells the compiler a type, or to be silent. `as const` is none.
 *
 * @param {string} name
 * @param {string} text
 */
function castsIn(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found = [...text.matchAll(/@ts-\w+/g)].map(([comment]) => comment);
  const look = (/** @type {ts.Node} */ node) => {
    const isTold = ts.isAsExpression(node) || ts.isTypeAssertionExpression(node);
    const isCast = isTold && !ts.isConstTypeReference(node.type);
    const isAny = node.kind === ts.SyntaxKind.AnyKeyword;
    if (isCast || isAny || ts.isNonNullExpression(node)) found.push(node.getText());
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

for (const [library, [file]] of FORMS) {
  test(`${library}: without a cast`, async () => {
    assert.deepEqual(castsIn(file, await readFile(join(CONSUMERS, file), "utf8")), []);
  });
}

for (const [library, files] of FORMS) {
  test(`${library}: fewer lines by hand than with zod and libphonenumber-js`, async (t) => {
    const read = files.map(async (file) =>
      linesOf(file, await readFile(join(CONSUMERS, file), "utf8")),
    );
    const [ours = [], theirs = []] = await Promise.all(read);
    const [own, zod] = [ownIn(ours, theirs), ownIn(theirs, ours)];
    t.diagnostic(`${ours.length} lines, ${own} of them other than the ${zod} of ${theirs.length}`);
    assert.ok(own > 0 && zod > 0, "the two programs are different");
    assert.ok(ours.length < theirs.length, `${ours.length} lines, and ${theirs.length} with zod`);
  });
}

test("each kind of cast would be found", () => {
  const text = "// @ts-ignore\nf(a as B, <C>d, e!, g as const);\nlet h: any;\n";
  assert.deepEqual(castsIn("a.ts", text), ["@ts-ignore", "a as B", "<C>d", "e!", "any"]);
});

test("imports, comments and empty lines are not counted, and lines in both are no one's own", () => {
  const one =
    'import {\n  a,\n} from "a";\n\n/** What\n * it is. */\nconst b = [\n  // one\n  1,\n];\n';
  assert.deepEqual(linesOf("a.ts", one), ["const b = [", "1,", "];"]);
  assert.equal(ownIn(["a", "b", "b"], ["b", "c"]), 2);
});
