/** Where rows come from: each kind of source, cut anywhere, in any encoding. */
import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { isConfigurationError } from "interakt-wasm";
import { all, COUNTS, check, countsOf, customers, FILE, failureOf, OPTIONS } from "./support.mjs";

const BYTES = new Uint8Array(Buffer.from(FILE));

/** @param {readonly (Uint8Array | string)[]} chunks */
const streamOf = (chunks) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

/** @param {readonly (Uint8Array | string)[]} chunks */
async function* iterate(chunks) {
  yield* chunks;
}

/** Each gives the file once more. @type {Record<string, () => any>} */
const SOURCES = {
  "a string": () => FILE,
  bytes: () => BYTES,
  "a Buffer": () => Buffer.from(FILE),
  "an ArrayBuffer": () => BYTES.buffer,
  "a Blob": () => new Blob([BYTES]),
  "a File": () => new File([BYTES], "customers.csv"),
  "a stream of bytes": () => streamOf([BYTES]),
  "a stream of texts": () => streamOf([FILE]),
  "an async iterable": () => iterate([BYTES.subarray(0, 9), FILE.slice(9)]),
  "a function that gives a stream": () => () => streamOf([BYTES]),
  "a function that promises a string": () => async () => FILE,
};

for (const [name, source] of Object.entries(SOURCES)) {
  test(`${name} is read`, async () => {
    assert.deepEqual(countsOf(await check(source()).run()), COUNTS);
  });
}

test("a file in Node is read anew for each pass", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "rows-"));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, "customers.csv");
  await writeFile(path, customers(20_000));
  const own = check(() => createReadStream(path));
  assert.equal((await own.run()).ready, 20_000);
  assert.equal((await own.plan()).header?.length, 2);
  let count = 0;
  for await (const { line } of own.ready()) {
    count += 1;
    assert.equal(line, count + 1);
  }
  assert.equal(count, 20_000);
});

describe("where a source is cut changes nothing", () => {
  // A byte order mark, letters of several bytes, quotes, ends of lines of two bytes.
  const file =
    '\ufeffMobile,Name\r\n"98765\n43210","आशा ""A"", 😀"\r\n9876543211,Ravi\r\n123,é\r\n';
  const bytes = new Uint8Array(Buffer.from(file));

  /** @param {any} source */
  const read = async (source) => JSON.stringify(await all(check(source)));

  test("between any two bytes", async () => {
    const whole = await read(bytes);
    assert.match(whole, /आशा \\"A\\", 😀/);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      assert.equal(await read(streamOf([bytes.slice(0, cut), bytes.slice(cut)])), whole, `${cut}`);
    }
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    assert.equal(await read(iterate(single)), whole);
  });

  test("between any two halves of a text", async () => {
    const whole = await read(file);
    for (let cut = 0; cut <= file.length; cut += 1) {
      assert.equal(await read(iterate([file.slice(0, cut), file.slice(cut)])), whole, `${cut}`);
    }
  });

  test("at the ends of what is read at a time, in a large file", async () => {
    const large = customers(60_000);
    const [whole, pieces] = await Promise.all(
      [large, iterate(large.match(/[\s\S]{1,70001}/g) ?? [])].map((source) => check(source).run()),
    );
    assert.deepEqual(pieces, whole);
    assert.equal(whole?.ready, 60_000);
  });
});

describe("encodings", () => {
  const text = "मोबाइल;नाम\r\n9876543210;आशा\r\n123;रवि\r\n";
  const columns = { मोबाइल: "phone", नाम: "template.bodyValues[0]" };
  const options = { ...OPTIONS, columns };
  const utf16 = (/** @type {string} */ own) => Buffer.from(own, "utf16le");

  for (const [name, bytes] of /** @type {[string, Buffer][]} */ ([
    ["utf-8", Buffer.from(text)],
    ["utf-16le", utf16(`\ufeff${text}`)],
    ["utf-16le", utf16(text)],
    ["utf-16be", utf16(`\ufeff${text}`).swap16()],
  ])) {
    test(`${name} is known, from ${bytes.subarray(0, 2).toString("hex")}`, async () => {
      const own = check(bytes, options);
      assert.equal((await own.plan()).encoding, name);
      const [asha] = await all(own);
      assert.equal(asha?.input.template.bodyValues[0], "आशा");
      assert.equal((await own.run()).refused, 1);
    });
  }

  test("a row that is no UTF-8 is read as Windows-1252, with a warning, and the others are not", async () => {
    const bytes = Buffer.concat([
      Buffer.from("Mobile,Name\n9876543210,Zoë\n"),
      Buffer.from("9876543211,Zoë “Z” €\n".replace(/[“”€]/g, ""), "latin1"),
    ]);
    const own = check(bytes);
    assert.equal((await own.plan()).encoding, "windows-1252");
    const [first, second] = await all(own);
    assert.deepEqual([first?.input.template.bodyValues, first?.warnings], [["Zoë"], []]);
    assert.equal(second?.status, "ready");
    assert.match(second?.input.template.bodyValues[0], /^Zoë/);
    assert.equal(second?.cells?.[1]?.trim(), second?.input.template.bodyValues[0]);
    assert.deepEqual(
      second?.warnings.map(({ code }) => code),
      ["row.encoding_guessed"],
    );
  });

  test("what is told is taken, without a warning", async () => {
    const bytes = Buffer.from("Mobile,Name\n9876543210,Zo\xeb\n", "latin1");
    const [row] = await all(check(bytes, { ...OPTIONS, encoding: "latin1" }));
    assert.deepEqual([row?.input.template.bodyValues, row?.warnings], [["Zoë"], []]);
  });

  test("a byte order mark comes before what is told", async () => {
    const bytes = utf16("\ufeffMobile,Name\n9876543210,Asha\n");
    assert.equal((await check(bytes, { ...OPTIONS, encoding: "windows-1252" }).run()).ready, 1);
  });
});

test("an empty text between the halves of a character changes nothing", async () => {
  const pieces = ["Mobile,Name\n9876543210,A\ud83d", "", "", "\ude00\n"];
  const [row] = await all(check(iterate(pieces)));
  assert.equal(row?.input?.template?.bodyValues?.[0], "A😀");
});

describe("what is no table", () => {
  for (const [what, bytes] of Object.entries({
    "an Excel workbook": "PK\x03\x04 and more",
    "an old Excel workbook": "\xd0\xcf\x11\xe0 and more",
    "a PDF": "%PDF-1.7",
    "a compressed file": "\x1f\x8b and more",
  })) {
    test(`${what} is refused, with what to do`, async () => {
      const failure = await failureOf(check(Buffer.from(bytes, "latin1")).run());
      assert.ok(isConfigurationError(failure));
      assert.match(failure.message, new RegExp(`this is ${what}.*Save the table as CSV`));
    });
  }

  test("the name of a file is refused at once", () => {
    assert.throws(() => check("customers.csv"), /the name of a file.*createReadStream/);
  });

  test("what is no source is refused at once, with what there is", () => {
    for (const source of [undefined, null, 7, {}, [FILE], new Response(FILE)]) {
      assert.throws(() => check(source), /the source must be a string, bytes, a Blob/);
    }
  });

  test("a piece that is neither bytes nor a text is refused", async () => {
    const failure = await failureOf(check(iterate(/** @type {any} */ ([7]))).run());
    assert.match(failure.message, /bytes or strings, piece by piece/);
  });

  test("nothing has no rows", async () => {
    for (const source of ["", "\n\n", "\ufeff", new Uint8Array(), new Blob([])]) {
      const own = check(source, { base: OPTIONS.base });
      assert.equal((await own.run()).rows, 0);
      assert.deepEqual(await all(own), []);
    }
    assert.equal((await check("Mobile,Name\r\n").run()).rows, 0);
  });
});

describe("what can be read once", () => {
  for (const [name, open] of Object.entries({
    "a stream": () => streamOf([FILE]),
    "an async iterable": () => iterate([FILE]),
  })) {
    test(`${name} has one pass, and another says what to hand over`, async () => {
      const own = check(open());
      await own.run();
      for (const failure of [await failureOf(own.run()), await failureOf(all(own.ready()))]) {
        assert.ok(isConfigurationError(failure));
        assert.match(failure.message, /pass a Blob, or a function/);
      }
    });

    test(`of ${name} the plan takes nothing away`, async () => {
      const own = check(open());
      assert.deepEqual((await own.plan()).header, ["Mobile", "Name"]);
      assert.deepEqual((await own.plan()).header, ["Mobile", "Name"]);
      assert.deepEqual(countsOf(await own.run()), COUNTS);
    });

    test(`of ${name} the plan may be asked for beside the pass`, async () => {
      const own = check(open());
      const [plan, summary] = await Promise.all([own.plan(), own.run()]);
      assert.deepEqual(plan.header, ["Mobile", "Name"]);
      assert.deepEqual(countsOf(summary), COUNTS);
      assert.deepEqual((await own.plan()).header, ["Mobile", "Name"]);
    });
  }

  test("a function that gives the same stream again is told so", async () => {
    const stream = streamOf([FILE]);
    const own = check(() => stream);
    await own.run();
    assert.match((await failureOf(own.run())).message, /this stream has been read/);
  });
});
