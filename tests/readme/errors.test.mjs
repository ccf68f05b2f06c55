/** What docs/sending.md says of errors is what docs/reference/failures.md and the package say. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import * as entry from "interakt-wasm";
import { ROOT } from "../../scripts/project.mjs";

const guide = await readFile(join(ROOT, "docs", "sending.md"), "utf8");
const reference = await readFile(join(ROOT, "docs", "reference", "failures.md"), "utf8");

/** The cells of each line of tables. @param {string} text */
const cellsOf = (text) =>
  [...text.matchAll(/^\| (.*) \|$/gm)].map(([, row = ""]) =>
    row.split(" | ").map((cell) => cell.trim()),
  );

/** @param {string} cell */
const codesIn = (cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, code]) => code);

const failures = cellsOf(reference).flatMap(([status = "", , code = "", outcome = ""]) =>
  codesIn(code).map((name) => ({ status, code: name ?? "", outcome })),
);

/** @param {string} heading */
const tableBelow = (heading) =>
  cellsOf(guide.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "");

test("each code of an answer stands at a class of errors", () => {
  assert.ok(failures.length > 20);
  const told = tableBelow("Errors").flatMap(([, , codes = ""]) => codesIn(codes));
  assert.deepEqual(
    failures.filter(({ code }) => !told.includes(code)),
    [],
  );
});

test("each class of errors that the package has is told, and no other", () => {
  const told = tableBelow("Errors").flatMap(([name = ""]) => codesIn(name));
  const classes = Object.keys(entry).filter((name) => /^[A-Z]\w+Error$/.test(name));
  assert.ok(classes.length > 10);
  assert.deepEqual([...told, "InteraktError"].sort(), classes.sort());
});

test("what nobody can tell is told as such, by its code or its status", () => {
  const [unknown = ""] =
    tableBelow("Did it go out?")
      .find(([name]) => name === '`"unknown"`')
      ?.slice(2) ?? [];
  const untold = failures.filter(({ status, code, outcome }) => {
    const [first = ""] = /^\d{3}/.exec(status) ?? [];
    return outcome === "unknown" && !unknown.includes(code) && !(first && unknown.includes(first));
  });
  assert.deepEqual(
    untold.map(({ status, code }) => `${status} ${code}`),
    ["any other redirected"],
  );
  assert.match(unknown, /`fetch` followed a redirect/);
});
