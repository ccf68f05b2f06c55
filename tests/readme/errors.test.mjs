/**
 * What docs/sending.md and docs/reference/failures.md say of errors is what the package does: both are
 * written from src/client, and what happens is asked here of the package as it is built.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import * as entry from "interakt-wasm";
import { ROOT } from "../../scripts/project.mjs";

const guide = await readFile(join(ROOT, "docs", "sending.md"), "utf8");
const reference = await readFile(join(ROOT, "docs", "reference", "failures.md"), "utf8");
const types = await readFile(join(ROOT, "pkg-template", "types", "errors.d.ts"), "utf8");

/** The cells of each line of tables. @param {string} text */
const cellsOf = (text) =>
  [...text.matchAll(/^\| (.*) \|$/gm)].map(([, row = ""]) =>
    row.split(" | ").map((cell) => cell.trim()),
  );

/** @param {string} cell @returns {string[]} */
const wordsIn = (cell) => [...cell.matchAll(/`"?(\w+)"?`/g)].map(([, word = ""]) => word);

/** @param {string} marker */
const table = (marker) =>
  cellsOf(guide.split(`<!-- ${marker} -->`)[1]?.split(`<!-- /${marker} -->`)[0] ?? "").slice(1);

const classes = table("errors").map(([name = "", , codes = ""]) => ({
  name: wordsIn(name)[0] ?? "",
  codes: wordsIn(codes),
}));

const failures = cellsOf(reference)
  .slice(1)
  .map(([status = "", said = "", code = "", name = "", outcome = ""]) => ({
    statuses: [...status.matchAll(/\d+/g)].map(Number),
    said: said.slice(1, -1),
    code: wordsIn(code)[0] ?? "",
    name: wordsIn(name)[0] ?? "",
    outcome,
  }));

/** Codes of what the text and status of an answer do not tell: the client's tests have them. */
const TOLD_OTHERWISE = ["invalid_response", "response_too_large"];

test("an answer of each row becomes the error that its row says", () => {
  const told = failures.filter(
    ({ code, statuses }) => !TOLD_OTHERWISE.includes(code) && Number(statuses[0]) >= 200,
  );
  assert.ok(told.length > 20);
  for (const { statuses, said, code, name, outcome } of told) {
    const status = statuses.at(-1) ?? 0;
    const body = JSON.stringify({ result: false, message: `Sorry, ${said}.` });
    /** @type {unknown} */
    let error;
    try {
      entry.sendMessage.parse(status, {}, body);
    } catch (thrown) {
      error = thrown;
    }
    assert.ok(entry.isApiError(error), `${status} ${said}`);
    const found = { name: error.name, code: error.code, outcome: error.outcome };
    assert.deepEqual(found, { name, code, outcome }, `${status} ${said}`);
  }
});

test("each code of an answer stands at the class that its error has", () => {
  for (const { code, name } of failures)
    assert.deepEqual(
      classes.filter(({ codes }) => codes.includes(code)).map((one) => one.name),
      [name],
      code,
    );
});

test("each class of errors that the package has is told, and no other", () => {
  const exported = Object.keys(entry).filter((name) => /^[A-Z]\w+Error$/.test(name));
  assert.ok(exported.length > 10);
  assert.deepEqual([...classes.map(({ name }) => name), "InteraktError"].sort(), exported.sort());
});

test("the codes of a mistake in the program are those of its type", () => {
  const [, comment = ""] =
    /\n\/\*\*((?:(?!\*\/).)*)\*\/\nexport declare class ConfigurationError /s.exec(types) ?? [];
  const typed = wordsIn(comment.split("Codes:")[1] ?? "").filter((word) => /^[a-z]/.test(word));
  assert.ok(typed.length > 20);
  const told = classes.find(({ name }) => name === "ConfigurationError");
  assert.deepEqual([...(told?.codes ?? [])].sort(), typed.sort());
});

test("each code that nobody can tell of is told as such", () => {
  const rows = table("outcomes").map(([word = "", , , errors = ""]) => [wordsIn(word)[0], errors]);
  assert.deepEqual(
    rows.map(([word]) => word),
    ["not_sent", "refused", "unknown"],
  );
  const unknown = wordsIn(rows[2]?.[1] ?? "");
  for (const { code, name, outcome } of failures)
    if (outcome === "unknown") assert.ok(unknown.includes(code) || unknown.includes(name), code);
});
