/** The file of rows that were refused: how its lines are written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support.mjs";

/** @type {typeof import("../../pkg-template/src/rows-refused.js")} */
const { headOf, lineOf, problemOf, recordOf } = await load("rows-refused");

test("a cell is quoted where it has to be, and nowhere else", () => {
  assert.equal(recordOf(["a", "b c", ""], ","), "a,b c,\r\n");
  assert.equal(
    recordOf(["a,b", 'say "hi"', "two\nlines", " x"], ","),
    '"a,b","say ""hi""","two\nlines"," x"\r\n',
  );
  assert.equal(recordOf(["a,b", "c;d"], ";"), 'a,b;"c;d"\r\n');
});

const SHAPE = { header: ["Mobile", "Name"], delimiter: "," };

test("line and problem stand behind the columns of the header", () => {
  assert.equal(headOf(SHAPE), "Mobile,Name,line,problem\r\n");
  assert.equal(lineOf(SHAPE, ["12", "Asha"], 7, "Too short."), "12,Asha,7,Too short.\r\n");
});

test("cells that lack are empty, and surplus ones stand behind", () => {
  assert.equal(lineOf(SHAPE, ["12"], 7, "Too short."), "12,,7,Too short.\r\n");
  assert.equal(lineOf(SHAPE, ["12", "Asha", "x"], 7, "Too many."), "12,Asha,7,Too many.,x\r\n");
});

test("a file that is handed back a second time gets them anew, not twice", () => {
  const again = { header: ["Mobile", "Name", "line", "problem"], delimiter: "," };
  assert.equal(headOf(again), "Mobile,Name,line,problem\r\n");
  assert.equal(lineOf(again, ["12", "Asha", "7", "Old."], 2, "New."), "12,Asha,2,New.\r\n");
});

test("without a header they stand behind the cells, and of NDJSON before the row", () => {
  const plain = { header: undefined, delimiter: ";" };
  assert.equal(headOf(plain), "");
  assert.equal(lineOf(plain, ["12", "Asha"], 1, "Too short."), "12;Asha;1;Too short.\r\n");
  const lines = { header: undefined, delimiter: undefined };
  assert.equal(headOf(lines), "line,problem,row\r\n");
  assert.equal(lineOf(lines, ['{"a":1}'], 1, "No."), '1,No.,"{""a"":1}"\r\n');
});

test("a problem names the columns, and leaves warnings out", () => {
  /** @type {(severity: "error" | "warning", message: string, column?: string) => any} */
  const issue = (severity, message, column) => ({
    ...{ code: "x", path: [], params: {}, severity, message },
    ...(column && { column }),
  });
  assert.equal(
    problemOf([
      issue("error", "Too short.", "Mobile"),
      issue("warning", "Odd."),
      issue("error", "Too many cells."),
    ]),
    "Mobile: Too short. Too many cells.",
  );
});
