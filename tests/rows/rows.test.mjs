/** Rows of a file, from what they hold to what becomes of them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { templateBook } from "interakt-wasm";
import { hi } from "interakt-wasm/messages/hi";
import { all, BASE, COUNTS, check, countsOf, FILE, OPTIONS } from "./support.mjs";

/**
 * @param {string} phoneNumber
 * @param {string} name
 */
const messageTo = (phoneNumber, name) => ({
  countryCode: "+91",
  phoneNumber,
  ...{ ...BASE, template: { ...BASE.template, bodyValues: [name] } },
});

describe("a row", () => {
  test("is the input that it becomes, with its place in the file", async () => {
    const [asha, ravi] = await all(check(FILE));
    assert.deepEqual(
      { ...asha },
      {
        ...{ index: 0, line: 2, status: "ready", issues: [], warnings: [] },
        input: messageTo("9876543210", "Asha"),
        key: asha?.key,
        cells: ["98765 43210", "Asha"],
      },
    );
    assert.deepEqual(ravi?.input, messageTo("9876543211", "Ravi"));
    assert.match(String(asha?.key), /^[0-9a-f]{16}$/);
    assert.notEqual(asha?.key, ravi?.key);
  });

  test("that would fail says why, and at which column", async () => {
    const rows = await all(check(FILE));
    const told = rows
      .filter(({ status }) => status === "refused")
      .map(({ line, issues }) => [
        line,
        issues.map(({ code, path, column }) => [code, path, column]),
      ]);
    assert.deepEqual(told, [
      [4, [["phone.too_short", ["phoneNumber"], "Mobile"]]],
      [6, [["string.empty", ["template", "bodyValues", 0], "Name"]]],
    ]);
  });

  test("whose recipient stands before it is a duplicate, and says where", async () => {
    const [row] = (await all(check(FILE))).filter(({ status }) => status === "duplicate");
    assert.equal(row?.line, 5);
    assert.deepEqual(row?.issues, [
      {
        ...{ code: "row.duplicate", path: [], severity: "error", params: { line: 2 } },
        ...{ column: "Mobile", message: "The recipient is already in line 2." },
      },
    ]);
    assert.deepEqual(row?.input, messageTo("9876543210", "Asha again"));
  });

  test("is plain data: it can be cloned, and it is JSON", async () => {
    for (const row of await all(check(FILE))) {
      const own = { ...row };
      assert.deepEqual(structuredClone(row), own);
      assert.equal(JSON.stringify(row), JSON.stringify(own));
    }
  });

  test("has the same key in each pass and in another file", async () => {
    const keys = async (/** @type {string} */ file) =>
      (await all(check(file))).map(({ key }) => key);
    const first = await keys(FILE);
    assert.deepEqual(await keys(FILE), first);
    const lines = FILE.split("\r\n");
    const other = [lines[0], "", lines[2], lines[1]].join("\n");
    assert.deepEqual(await keys(other), [first[1], first[0]]);
  });

  test("that was refused is no first one for a duplicate", async () => {
    const file = "Mobile,Name\n9876543210,\n9876543210,Asha\n9876543210,Asha\n";
    const rows = await all(check(file));
    assert.deepEqual(
      rows.map(({ status }) => status),
      ["refused", "ready", "duplicate"],
    );
    assert.deepEqual(rows[2]?.issues[0]?.params, { line: 3 });
  });
});

describe("a summary", () => {
  test("counts the rows and the codes, and lists problems with line, column and cell", async () => {
    const summary = await check(FILE).run();
    assert.deepEqual(countsOf(summary), COUNTS);
    assert.equal(summary.complete, true);
    assert.deepEqual(summary.byCode, {
      ...{ "phone.too_short": 1, "row.duplicate": 1, "string.empty": 1 },
    });
    assert.deepEqual(
      summary.problems.map(({ line, column, cell, issue }) => [line, column, cell, issue.code]),
      [
        [4, "Mobile", "12345", "phone.too_short"],
        [5, "Mobile", "09876543210", "row.duplicate"],
        [6, "Name", "", "string.empty"],
      ],
    );
  });

  test("lists as many problems as it is told, and counts all codes", async () => {
    for (const maxProblems of [0, 2]) {
      const { problems, byCode } = await check(FILE, { ...OPTIONS, maxProblems }).run();
      assert.equal(problems.length, maxProblems);
      assert.equal(byCode["string.empty"], 1);
    }
  });

  test("is that of the newest pass, as far as it is", async () => {
    const own = check(FILE);
    assert.deepEqual(countsOf(own.summary), {
      ...{ rows: 0, ready: 0, refused: 0, duplicates: 0, warned: 0 },
    });
    for await (const { index } of own) {
      assert.equal(own.summary.rows, index + 1);
      assert.equal(own.summary.complete, false);
    }
    assert.deepEqual(countsOf(own.summary), COUNTS);
    assert.equal(own.summary.complete, true);
  });

  test("shows the first characters of a cell that is long", async () => {
    const { problems } = await check(`Mobile,Name\n${"x".repeat(1000)},Asha\n`).run();
    assert.equal(problems[0]?.cell?.length, 200);
  });

  test("has warnings where errors leave room", async () => {
    const file = "Mobile,Name\n9876543210,a     b\n9876543211,a     b\n123,Asha\n";
    const list = async (/** @type {number} */ maxProblems) =>
      (await check(file, { ...OPTIONS, maxProblems }).run()).problems.map(({ line }) => line);
    assert.deepEqual(await list(5), [2, 3, 4]);
    assert.deepEqual(await list(2), [2, 4]);
    assert.deepEqual(await list(1), [4]);
  });
});

describe("rows that are ready", () => {
  test("are what sendAll takes, frozen, and their number is known after a pass", async () => {
    const own = check(FILE);
    const ready = own.ready();
    assert.equal(ready["~rows"], true);
    assert.equal(ready.size, undefined);
    const rows = await all(ready);
    assert.equal(ready.size, 2);
    assert.equal(own.ready().size, 2);
    const [, ravi] = rows;
    const row = (await all(own))[1];
    assert.deepEqual(ravi, {
      ...{ "~row": true, index: 1, line: 3, key: row?.key, input: row?.input },
    });
    assert.ok(Object.isFrozen(ravi));
  });
});

describe("duplicates", () => {
  test("of other operations than messages are not looked for, unless that is asked", async () => {
    const file = "Mobile,Name\n9876543210,Asha\n9876543210,Asha\n";
    const options = { operation: "trackUser", defaultCountry: "IN" };
    assert.equal((await check(file, options).run()).duplicates, 0);
    assert.equal((await check(file, { ...options, duplicates: "refuse" }).run()).duplicates, 1);
    assert.equal((await check(file, { ...OPTIONS, duplicates: "allow" }).run()).duplicates, 0);
  });

  test("are those whose number is written in another way, and rings the same phone", async () => {
    const file = [
      "Mobile,Name",
      "+55 31 98765-4321,Ana",
      "+52 55 1234 5678,Luz",
      "+55 31 8765-4321,Ana again",
      "+52 1 55 1234 5678,Luz again",
      "+225 07 07 23 45 67,Awa",
      "",
    ].join("\n");
    const rows = await all(check(file, OPTIONS));
    assert.deepEqual(
      rows.map(({ status, issues }) => issues[0]?.params.line ?? status),
      ["ready", "ready", 2, 3, "ready"],
    );
    const seen = new Set(["5215512345678", "553187654321", "22507234567"]);
    const known = await all(check(file, { ...OPTIONS, seen, duplicates: "allow" }));
    assert.ok(known.every(({ issues }) => issues[0]?.code === "row.seen"));
  });

  test("are those too whom the caller has seen by a number with a +, or by the id beside a number", async () => {
    const file =
      "Id,Mobile\nuser-7,9876543211\nuser-8,9876543212\n,9876543213\nuser-9,9876543214\n";
    const columns = { Id: "userId", Mobile: "phone" };
    const seen = new Set(["user-7", "+919876543212", "+user-9", ""]);
    const rows = await all(check(file, { ...OPTIONS, columns, seen }));
    assert.deepEqual(
      rows.map(({ status }) => status),
      ["duplicate", "duplicate", "ready", "ready"],
    );
  });

  test("are those too whom the caller has seen, by all digits or by an id", async () => {
    const seen = new Set(["919876543211", "user-42"]);
    const rows = await all(check(FILE, { ...OPTIONS, seen }));
    assert.equal(rows[1]?.status, "duplicate");
    assert.equal(rows[1]?.issues[0]?.code, "row.seen");
    const options = { operation: "trackUser", seen };
    const users = await all(check("userId\nuser-41\nuser-42\n", options));
    assert.deepEqual(
      users.map(({ status }) => status),
      ["ready", "duplicate"],
    );
  });

  test("are the same however the number and the id are written", async () => {
    const rows = await all(
      check(
        [
          { fullPhoneNumber: "919876543210" },
          { countryCode: "+91", phoneNumber: "9876543210" },
          { userId: "user-42" },
          { userId: "user-42" },
        ]
          .map((whom) => JSON.stringify({ ...whom, type: "Text", data: { message: "Hi" } }))
          .join("\n"),
        {},
      ),
    );
    assert.deepEqual(
      rows.map(({ status }) => status),
      ["ready", "duplicate", "ready", "duplicate"],
    );
  });
});

describe("the file of refused rows", () => {
  /** @param {ReadableStream<Uint8Array>} stream */
  const read = async (stream) => Buffer.from(await new Response(stream).arrayBuffer()).toString();

  test("has the cells as they were, then line and problem", async () => {
    const text = await read(check(FILE).refusedCsv());
    const lines = text.split("\r\n");
    assert.equal(lines[0], "\ufeffMobile,Name,line,problem");
    assert.match(String(lines[1]), /^12345,Mira,4,"?Mobile: /);
    assert.equal(lines[2], "09876543210,Asha again,5,Mobile: The recipient is already in line 2.");
    assert.match(String(lines[3]), /^98765 43213,,6,"?Name: /);
    assert.deepEqual(lines.slice(4), [""]);
  });

  test("says it in the words that are chosen", async () => {
    const text = await read(check(FILE, { ...OPTIONS, messages: hi }).refusedCsv());
    assert.match(text, /12345,Mira,4,.*[\u0900-\u097f]/);
  });

  test("has the header alone where nothing was refused", async () => {
    const text = await read(check("Mobile;Name\n9876543210;Asha\n").refusedCsv());
    assert.equal(text, "\ufeffMobile;Name;line;problem\r\n");
  });

  test("has rows of NDJSON behind their problem", async () => {
    const text = await read(check('{"type":"Text"}\n{', {}).refusedCsv());
    const [head, first, second] = text.split("\r\n");
    assert.equal(head, "\ufeffline,problem,row");
    assert.match(String(first), /^1,.*,"\{""type"":""Text""\}"$/);
    assert.match(String(second), /^2,.*,\{$/);
  });

  test("can be checked again when it was mended", async () => {
    const text = await read(check(FILE).refusedCsv());
    const mended = text.replace("12345", "98765 43299").replace("98765 43213,", "98765 43213,Om");
    const again = check(mended);
    assert.deepEqual(countsOf(await again.run()), {
      ...COUNTS,
      rows: 3,
      ready: 3,
      refused: 0,
      duplicates: 0,
    });
    assert.equal(await read(again.refusedCsv()), "\ufeffMobile,Name,line,problem\r\n");
  });

  test("reads nothing before it is read, and closes its source when it is given up", async () => {
    let opened = 0;
    let closed = 0;
    async function* source() {
      opened += 1;
      try {
        for (;;) yield "Mobile,Name\n12,Asha\n".repeat(5000);
      } finally {
        closed += 1;
      }
    }
    const stream = check(source()).refusedCsv();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(opened, 0);
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    assert.deepEqual([opened, closed], [1, 1]);
  });
});

describe("a book of templates", () => {
  const book = templateBook(
    JSON.stringify([
      {
        ...{ name: "diwali_offer", language: "en", category: "MARKETING" },
        ...{ approval_status: "APPROVED", body: "Hi {{1}}, {{2}} % off." },
      },
    ]),
  );

  test("refuses what its templates refuse, row by row", async () => {
    const [row] = await all(check(FILE, { ...OPTIONS, templates: book }));
    assert.equal(row?.status, "refused");
    assert.deepEqual(
      row?.issues.map(({ code }) => code),
      ["template.value_missing"],
    );
  });

  test("says which columns its values are", async () => {
    const file = "Mobile,Discount,Customer\n9876543210,20,Asha\n";
    const own = check(file, { base: BASE, defaultCountry: "IN", templates: book });
    assert.deepEqual((await own.plan()).columns, {
      Mobile: "phone",
      Discount: "template.bodyValues[1]",
      Customer: "template.bodyValues[0]",
    });
    assert.equal((await own.run()).ready, 1);
  });
});

describe("NDJSON", () => {
  test("has an input in each line, and blank lines are none", async () => {
    const message = { fullPhoneNumber: "919876543210", type: "Text", data: { message: "Hi" } };
    const file = `${JSON.stringify(message)}\n\n{"type":"Text"}\r\nnothing\n`;
    const rows = await all(check(file, {}));
    assert.deepEqual(
      rows.map(({ index, line, status }) => [index, line, status]),
      [
        [0, 1, "ready"],
        [1, 3, "refused"],
        [2, 4, "refused"],
      ],
    );
    assert.deepEqual(rows[0]?.input, message);
    assert.deepEqual(rows[1]?.input, { type: "Text" });
    assert.equal(rows[2]?.input, undefined);
    assert.equal(rows[2]?.key, undefined);
    assert.equal(rows[0]?.cells, undefined);
  });
});

test("where there is no TextDecoder, as in Jest's jsdom, it is said at once what is missing", () => {
  const { TextDecoder } = globalThis;
  Object.assign(globalThis, { TextDecoder: undefined });
  try {
    assert.throws(() => check(FILE, {}), { code: "option_invalid", message: /needs TextDecoder/ });
  } finally {
    Object.assign(globalThis, { TextDecoder });
  }
});
