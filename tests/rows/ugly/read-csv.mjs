/** A reader of CSV that takes nothing but what RFC 4180 says: files that we write have to be that. */
import assert from "node:assert/strict";

/**
 * @param {string} text
 * @param {string} delimiter
 * @returns {string[][]}
 */
export function readCsv(text, delimiter) {
  const rows = [];
  let at = 0;

  function quoted() {
    let cell = "";
    for (;;) {
      const end = text.indexOf('"', at + 1);
      assert.notEqual(end, -1, "a quote is open");
      cell += text.slice(at + 1, end);
      at = end + 1;
      if (text[at] !== '"') return cell;
      cell += '"';
    }
  }

  function plain() {
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\r") at += 1;
    const cell = text.slice(start, at);
    assert.doesNotMatch(cell, /["\n]/);
    return cell;
  }

  while (at < text.length) {
    const row = [];
    for (;;) {
      row.push(text[at] === '"' ? quoted() : plain());
      if (text[at] !== delimiter) break;
      at += 1;
    }
    assert.equal(text.slice(at, at + 2), "\r\n");
    at += 2;
    rows.push(row);
  }
  return rows;
}
