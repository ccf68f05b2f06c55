/** What a file is, told by its first rows. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "./support.mjs";

/** @type {typeof import("../../pkg-template/src/rows-decode.js")} */
const { encodingOf } = await load("rows-decode");

/** @type {typeof import("../../pkg-template/src/rows-sniff.js")} */
const { delimiterIn, delimiterTold, formatIn, habitOf, headerIn } = await load("rows-sniff");

/** @type {(rows: string[][], named: string[]) => boolean} */
const hasHeader = (rows, named) => headerIn(rows, named) === 0;

describe("the format", () => {
  test("an object in the first line is NDJSON, whatever white space is before it", () => {
    for (const text of ['{"a":1}\n', '\n  { "a": 1 }\n', "{}\n"]) {
      assert.equal(formatIn(text), "ndjson");
    }
  });

  test("everything else is CSV, a header with placeholders too", () => {
    for (const text of ["Mobile,Name\n", "{{1}},{{2}}\n", "", "9876543210"]) {
      assert.equal(formatIn(text), "csv");
    }
  });

  test("a JSON list is refused, with what to write", () => {
    assert.throws(() => formatIn('[\n  {"a": 1}\n]'), /a line of its own \(NDJSON\)/);
  });
});

describe("the delimiter", () => {
  for (const [name, delimiter] of [
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
    ["bar", "|"],
  ]) {
    test(`a ${name} that stands in all rows`, () => {
      const rows = ["Mobile,Name,City", "9876543210,Asha,Pune", "9876543211,Ravi,Goa"];
      assert.equal(delimiterIn(rows.join("\r\n").replaceAll(",", delimiter ?? "")), delimiter);
    });
  }

  test("what stands in quotes counts for nothing", () => {
    assert.equal(delimiterIn('"a,b,c";d\n"e,f,g";h\n'), ";");
    assert.equal(delimiterIn('"a;\n;;b",c\n"d",e\n'), ",");
  });

  test("commas in sentences do not win over semicolons between cells", () => {
    assert.equal(delimiterIn("name;text\nAsha;Hi, there, you\nRavi;Yes\nMira;Oh, no\n"), ";");
  });

  test("one column has none, and then it is a comma", () => {
    assert.equal(delimiterIn("9876543210\n9876543211\n"), ",");
    assert.equal(delimiterIn(""), ",");
  });

  test("rows may end as old Macs end them", () => {
    assert.equal(delimiterIn("a;b\rc;d\re;f\r"), ";");
  });

  test("Excel's own line tells it", () => {
    assert.equal(delimiterTold("sep=;\r\nMobile;Name\r\n"), ";");
    assert.equal(delimiterTold("Mobile;Name\r\n"), undefined);
  });
});

describe("the header", () => {
  const ROWS = [
    ["9876543210", "Asha"],
    ["9876543211", "Ravi"],
  ];

  test("known words make one: English, Hindi, Hindi in Latin letters", () => {
    for (const first of [
      ["Mobile No.", "Name"],
      ["मोबाइल नंबर", "नाम"],
      ["fon", "naam"],
    ]) {
      assert.ok(hasHeader([first, ...ROWS], []), first.join());
    }
  });

  test("a number, an address or an amount in the first row is a person's", () => {
    for (const first of [
      ["9876543210", "Mira"],
      ["mira@example.com", "Mira"],
      ["1,200.50", "Mira"],
    ]) {
      assert.ok(!hasHeader([first, ...ROWS], []), first.join());
    }
  });

  test("a column that is asked for is one, whatever its words", () => {
    assert.ok(
      hasHeader(
        [
          ["Foo", "123"],
          ["1", "2"],
        ],
        [" foo "],
      ),
    );
  });

  test("a number among other signs, or in another script, is a person's", () => {
    for (const cell of [
      ...["\u202a+91 98765 43210\u202c", "९८७६५४३२१०", "wa.me/919876543210", "98765\u201143210"],
      ...["98765 43210 / 98765 43211", "Mobile: 9876543210", "+91-98765-43210 (WhatsApp)"],
    ]) {
      for (const columns of [[], ["1"], ["1", "2"]]) {
        assert.equal(headerIn([[cell, "Asha 1"], ...ROWS], columns), -1, cell);
      }
    }
  });

  test("dates and years in words of a header are no number", () => {
    for (const word of ["Sales 2024-2025", "Due 30/11/2026", "01-04-2025 to 31-03-2026"]) {
      assert.ok(hasHeader([["Mobile", word], ...ROWS], []), word);
      assert.equal(headerIn([[word, ""], ["Mobile", "Name"], ...ROWS], []), 1, word);
    }
  });

  test("columns that are told by numbers want no header, but a plain one is seen", () => {
    assert.ok(!hasHeader([["Foo", "Bar"], ...ROWS], ["1", "2"]));
    assert.ok(hasHeader([["Mobile", "Bar"], ...ROWS], ["1", "2"]));
    assert.ok(hasHeader([["Foo", "Bar"], ...ROWS], ["1", "foo"]));
  });

  test("unknown words above digits are one; a list of names alone has none", () => {
    assert.ok(hasHeader([["Foo", "Bar"], ...ROWS], []));
    assert.ok(!hasHeader([["Asha"], ["Ravi"], ["Mira"]], []));
  });
});

describe("what the cells of a column have in common", () => {
  test("as many digits in most, some with zeros in front", () => {
    assert.equal(habitOf(["0123", "4567", "0089", ""]).digits, 4);
    assert.equal(habitOf(["1234", "4567", "1089"]).digits, 0, "no zeros");
    assert.equal(habitOf(["0123", "456", "0089"]).digits, 4, "one has lost its zero");
    assert.equal(habitOf(["0123", "456", "89"]).digits, 0, "of other lengths");
    assert.equal(habitOf(["01", "12", "07"]).digits, 0, "too short to be codes");
    assert.equal(habitOf(["0123", "0456"]).digits, 0, "too few");
  });

  test("codes are letters with digits, or parts with a dash; dates are none", () => {
    assert.equal(habitOf(["MAR21", "SEP3", "A-12"]).code, 1);
    assert.equal(habitOf(["1-24", "3-7", "12-1"]).code, 1);
    assert.equal(habitOf(["Asha", "Ravi", "Mira"]).code, 0);
    assert.equal(habitOf(["12-03-2026", "13-03-2026", "14-03-2026"]).code, 0);
    assert.equal(habitOf(["03-Apr", "04-Apr", "05-Apr"]).code, 0);
  });
});

describe("the encoding", () => {
  const utf16 = (/** @type {string} */ text) => new Uint8Array(Buffer.from(text, "utf16le"));
  const swapped = (/** @type {string} */ text) =>
    new Uint8Array(Buffer.from(text, "utf16le").swap16());

  test("byte order marks tell it", () => {
    assert.deepEqual(encodingOf(new Uint8Array(Buffer.from("\ufeffa"))), {
      encoding: "utf-8",
      mark: 3,
    });
    assert.deepEqual(encodingOf(utf16("\ufeffa")), { encoding: "utf-16le", mark: 2 });
    assert.deepEqual(encodingOf(swapped("\ufeffa")), { encoding: "utf-16be", mark: 2 });
  });

  test("without one the zeros of UTF-16 tell it, in Hindi too", () => {
    for (const text of ["Mobile,Name\r\n9876543210,Asha\r\n", "मोबाइल,नाम\r\n9876543210,आशा\r\n"]) {
      assert.equal(encodingOf(utf16(text))?.encoding, "utf-16le");
      assert.equal(encodingOf(swapped(text))?.encoding, "utf-16be");
      assert.equal(encodingOf(new Uint8Array(Buffer.from(text))), undefined);
    }
  });

  test("nothing says nothing", () => {
    assert.equal(encodingOf(new Uint8Array()), undefined);
    assert.equal(encodingOf(new Uint8Array([0])), undefined);
  });
});
