/**
 * Files as people have them, a few rows each, and what should become of each row: whatever the pieces
 * are in which they come, and wherever in a larger file they stand.
 */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkRows } from "interakt-wasm/bulk";
import { cutAnywhere, cutAt, randomOf, streamOf } from "./ugly/cuts.mjs";
import { damage } from "./ugly/damage.mjs";
import { delimiters } from "./ugly/delimiters.mjs";
import { encodings } from "./ugly/encodings.mjs";
import { headers } from "./ugly/headers.mjs";
import { ndjson } from "./ugly/ndjson.mjs";
import { noTables } from "./ugly/no-tables.mjs";
import { phones } from "./ugly/phones.mjs";
import { quotes } from "./ugly/quotes.mjs";
import { readCsv } from "./ugly/read-csv.mjs";
import { shapes } from "./ugly/shapes.mjs";
import { BASE } from "./ugly/support.mjs";

/**
 * @typedef {import("./ugly/support.mjs").Ugly} Ugly
 * @typedef {import("./ugly/support.mjs").Verdict} Verdict
 */

const FOLDER = fileURLToPath(new URL("./ugly", import.meta.url));

/** How often each file is cut at random places. */
const CUTS = 8;

/** By the folders that the files are in. @type {Record<string, Ugly[]>} */
const FILES = {
  ...{ damage, delimiters, encodings, headers, ndjson, phones, quotes, shapes },
  "no-tables": noTables,
};

/** Bytes that are looked at before the first row is read. */
const HEAD = 1 << 16;

/** @param {Ugly} ugly */
const optionsOf = ({ options }) => ({ base: BASE, defaultCountry: "IN", ...options });

/**
 * @param {any} source
 * @param {any} options
 */
async function rowsOf(source, options) {
  const check = checkRows(source, options);
  /** @type {any[]} */
  const rows = [];
  for await (const row of check) rows.push(row);
  return { rows, check, summary: check.summary };
}

/** @param {any} issue */
const said = ({ code, column }) => (column === undefined ? code : `${code}@${column}`);

/** A row without what is of its place. @param {any} row */
const apart = ({ status, input, key, issues, warnings, cells }) =>
  JSON.stringify({ status, input, key, cells, all: [...issues, ...warnings].map(said) });

/** @param {Uint8Array} bytes @param {string} encoding */
const textOf = (bytes, encoding) => new TextDecoder(encoding).decode(bytes);

test("every file has a verdict", async () => {
  const files = await readdir(FOLDER, { withFileTypes: true, recursive: true });
  const names = files
    .filter((file) => file.isFile() && file.parentPath !== FOLDER)
    .map((file) => join(file.parentPath, file.name).slice(FOLDER.length + 1));
  const known = Object.entries(FILES).flatMap(([folder, list]) =>
    list.map(({ file }) => join(folder, file)),
  );
  assert.deepEqual([...new Set(known)].sort(), names.sort());
});

for (const [folder, list] of Object.entries(FILES)) {
  for (const ugly of list) {
    const { file, about, refuses } = ugly;
    test(`${folder}/${file}: ${about}`, async (t) => {
      const bytes = await readFile(join(FOLDER, folder, file));
      if (refuses) await isRefused(ugly, bytes, refuses);
      else await isRead(t, ugly, bytes);
    });
  }
}

/**
 * @param {Ugly} ugly
 * @param {Uint8Array} bytes
 * @param {RegExp} wanted
 */
async function isRefused(ugly, bytes, wanted) {
  /** @param {any} error */
  const isPlain = ({ name, message }) => {
    assert.equal(name, "ConfigurationError");
    assert.match(message, wanted);
    return true;
  };
  const options = optionsOf(ugly);
  await assert.rejects(rowsOf(bytes, options), isPlain);
  await assert.rejects(checkRows(bytes, options).run(), isPlain);
  const plan = checkRows(bytes, options).plan();
  if (ugly.isPlanned) assert.equal((await plan).isProposed, true);
  else await assert.rejects(plan, isPlain);
  const single = cutAt(bytes, [...bytes.keys()].slice(1));
  await assert.rejects(rowsOf(streamOf(single), options), isPlain);
}

/**
 * @param {import("node:test").TestContext} t
 * @param {Ugly} ugly
 * @param {Buffer} bytes
 */
async function isRead(t, ugly, bytes) {
  const options = optionsOf(ugly);
  const wanted = ugly.rows ?? [];
  const plan = await checkRows(bytes, options).plan();
  const { rows, check, summary } = await rowsOf(bytes, options);

  await t.test("its rows", () => {
    for (const [name, value] of Object.entries(ugly.plan ?? {})) {
      assert.deepEqual(plan[/** @type {keyof typeof plan} */ (name)], value, name);
    }
    assert.deepEqual(
      rows.map(({ line, status, issues, warnings }) => {
        return { line, status, issues: issues.map(said), warnings: warnings.map(said) };
      }),
      wanted.map(({ line, status, issues, warnings }) => ({ line, status, issues, warnings })),
    );
    for (const [index, row] of rows.entries()) areEqual(row, wanted[index], index);
    assert.deepEqual(summary, summaryOf(rows, plan.header));
  });

  await t.test("as other sources, in other pieces, and without rows", async () => {
    const whole = rows.map((row) => JSON.stringify(row));
    /** @param {any} source @param {string} what */
    async function isSame(source, what) {
      const other = await rowsOf(source, options);
      assert.deepEqual(
        other.rows.map((row) => JSON.stringify(row)),
        whole,
        what,
      );
      assert.deepEqual(other.summary, summary, what);
    }
    await isSame(() => new Uint8Array(bytes).buffer, "an ArrayBuffer");
    await isSame(new Blob([new Uint8Array(bytes)]), "a Blob");
    await isSame(() => streamOf(cutAt(bytes, [...bytes.keys()].slice(1))), "single bytes");
    const random = randomOf(bytes.length);
    for (let run = 0; run < CUTS; run += 1) {
      const place = random(bytes.length + 1);
      await isSame(streamOf(cutAt(bytes, [place])), `cut at ${place}`);
      const pieces = cutAnywhere(bytes, random, 2 + random(40));
      await isSame(streamOf(pieces), `cut into ${pieces.map(({ length }) => length)}`);
    }
    if (isText(bytes, plan.encoding)) {
      const text = textOf(bytes, plan.encoding);
      await isSame(text, "a string");
      await isSame(
        () =>
          (async function* () {
            yield* text;
          })(),
        "its characters",
      );
    }
    assert.deepEqual(await checkRows(bytes, options).run(), summary);
    /** @type {any[]} */
    const ready = [];
    for await (const row of check.ready()) ready.push(row);
    assert.deepEqual(
      ready.map(({ index, line, key, input }) => ({ index, line, key, input })),
      rows
        .filter(({ status }) => status === "ready")
        .map(({ index, line, key, input }) => ({ index, line, key, input })),
    );
  });

  await t.test("far behind in a large file", async () => {
    if (!ugly.once && wanted[0]) await standsAnywhere(bytes, plan, options, wanted[0].line);
  });

  await t.test("as a file to hand back", async () => {
    await isHandedBack(check, plan, rows, options);
  });
}

/**
 * @param {any} row
 * @param {Verdict | undefined} wanted
 * @param {number} index
 */
function areEqual(row, wanted, index) {
  assert.ok(wanted);
  assert.equal(row.index, index);
  if (wanted.cells) assert.deepEqual(row.cells, wanted.cells);
  if (wanted.status === "refused") return;
  assert.deepEqual(row.input, wanted.input);
  assert.match(row.key, /^[0-9a-f]{16}$/);
  if (wanted.of !== undefined) assert.equal(row.issues[0].params.line, wanted.of);
}

/**
 * What a summary has to say of such rows.
 *
 * @param {readonly any[]} rows
 * @param {readonly string[] | null} header
 */
function summaryOf(rows, header) {
  const count = (/** @type {string} */ wanted) =>
    rows.filter(({ status }) => status === wanted).length;
  /** @type {Record<string, number>} */
  const byCode = {};
  const problems = [];
  for (const { line, cells, issues, warnings } of rows) {
    for (const issue of [...issues, ...warnings]) {
      byCode[issue.code] = (byCode[issue.code] ?? 0) + 1;
      const { column } = issue;
      const named = header?.indexOf(column) ?? -1;
      const cell = cells?.[named < 0 ? Number(column) - 1 : named];
      const place = column && { column, ...(cell !== undefined && { cell }) };
      problems.push({ line, ...place, issue });
    }
  }
  return {
    ...{ rows: rows.length, ready: count("ready"), refused: count("refused") },
    duplicates: count("duplicate"),
    warned: rows.filter(({ warnings }) => warnings.length > 0).length,
    ...{ byCode, problems, complete: true },
  };
}

/** @param {Uint8Array} bytes @param {string} encoding Whether a text can stand for the bytes. */
function isText(bytes, encoding) {
  if (encoding === "windows-1252") return false;
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The rows once more, behind so many blank lines that chunks end in the middle of them.
 *
 * @param {Buffer} bytes
 * @param {any} plan
 * @param {any} options
 * @param {number} line Of the first row.
 */
async function standsAnywhere(bytes, plan, options, line) {
  // Each byte is a letter, and the other way round.
  const isWide = plan.encoding.startsWith("utf-16");
  const text = isWide ? textOf(bytes, plan.encoding) : bytes.toString("latin1");
  const file = text.endsWith("\n") || text.endsWith("\r") ? text : `${text}\n`;
  const again = file
    .split(/(?<=\r\n|\n|\r(?!\n))/)
    .slice(line - 1)
    .join("");
  const both = { ...options, duplicates: "allow" };
  const once = await rowsOf(bytes, both);
  const random = randomOf(bytes.length);
  for (let run = 0; run < CUTS; run += 1) {
    const blank = HEAD - random(again.length) - file.length;
    const all = file + "\n".repeat(blank) + again;
    const { rows } = await rowsOf(Buffer.from(all, isWide ? "utf8" : "latin1"), both);
    assert.deepEqual(rows.map(apart), [...once.rows, ...once.rows].map(apart), `${blank} blank`);
    const lines = file.split(/\r\n|\n|\r/).length - line + blank;
    const second = once.rows.map((row) => row.line + lines);
    assert.deepEqual(rows.map((row) => row.line).slice(once.rows.length), second);
  }
}

/**
 * @param {any} check
 * @param {any} plan
 * @param {any[]} rows
 * @param {any} options
 */
async function isHandedBack(check, plan, rows, options) {
  const bytes = new Uint8Array(await new Response(check.refusedCsv()).arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const back = readCsv(textOf(bytes, "utf-8"), plan.delimiter ?? ",");
  if (plan.header) assert.deepEqual(back.shift(), [...plan.header, "line", "problem"]);
  if (!plan.delimiter) assert.deepEqual(back.shift(), ["line", "problem", "row"]);
  const left = rows.filter(({ status }) => status !== "ready");
  assert.equal(back.length, left.length);
  for (const [index, row] of left.entries()) {
    const cells = back[index] ?? [];
    const at = plan.delimiter ? (plan.header?.length ?? row.cells.length) : 0;
    assert.equal(cells[at], String(row.line));
    for (const { message } of row.issues) assert.ok(cells[at + 1]?.includes(message), message);
    if (!plan.delimiter) continue;
    const own = [...cells.slice(0, at), ...cells.slice(at + 2)];
    const full = Array.from({ length: own.length }, (_, cell) => row.cells[cell] ?? "");
    assert.deepEqual(own, full);
  }
  if (!plan.delimiter || !plan.header || left.length === 0) return;
  // Nobody has mended anything: the same is wrong, but for what the writing has mended.
  const { columns } = plan;
  const again = await rowsOf(bytes, { ...options, encoding: undefined, columns });
  const isMended = (/** @type {any} */ { code }) => /^row\.(?!too_many)/.test(code);
  const kept = left.filter(({ issues }) => !issues.some(isMended));
  const lines = new Map(again.rows.map((row) => [row.cells[plan.header.length], row]));
  for (const row of kept) {
    assert.deepEqual(lines.get(String(row.line))?.issues.map(said), row.issues.map(said));
  }
}
