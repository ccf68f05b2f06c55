/** Options of checkRows: what is refused, and what it says to write. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isConfigurationError } from "interakt-wasm";
import { all, BASE, check, FILE, failureOf, OPTIONS } from "./support.mjs";

describe("an option that cannot work is refused at once", () => {
  /** @type {[string, any, RegExp][]} */
  const MISTAKES = [
    ["a misspelt one", { colums: {} }, /no option "colums". Did you mean "columns"\?/],
    ["an operation that is none", { operation: "sendMesage" }, /Did you mean "sendMessage"\?/],
    [
      "an operation with a file",
      { operation: "uploadMedia" },
      /no operation "uploadMedia" for rows/,
    ],
    ["a base that is none", { base: [BASE] }, /base must be what all inputs have/],
    ["a base that is no JSON", { base: { a: { b: 1n } } }, /base .* JSON: bigint at a\.b/],
    ["columns in a list", { columns: ["phone"] }, /columns must be an object: \{ "Mobile No\."/],
    ["a format that is none", { format: "xlsx" }, /format must be "csv" or "ndjson"/],
    ["a header that is none", { header: "yes" }, /header must be true or false/],
    [
      "a delimiter that is none",
      { delimiter: "/" },
      /delimiter must be "," or ";" or "\\t" or "\|"/,
    ],
    [
      "an encoding that is none",
      { encoding: "ansi-x" },
      /encoding must be a name that TextDecoder/,
    ],
    ["duplicates", { duplicates: "drop" }, /duplicates must be "refuse" or "allow"/],
    ["a list as seen", { seen: ["919876543210"] }, /seen must have a method has/],
    ["maxProblems", { maxProblems: -1 }, /maxProblems must be a whole number/],
    ["onProgress", { onProgress: "log" }, /onProgress must be a function/],
    ["a signal", { signal: {} }, /signal must be an AbortSignal/],
    ["messages", { messages: "hi" }, /messages must be a catalogue, not its name/],
    ["templates", { templates: [] }, /templates must be a book from templateBook/],
    ["a country that is no text", { defaultCountry: 91 }, /defaultCountry must be a string/],
  ];

  for (const [name, options, says] of MISTAKES) {
    test(name, () => {
      assert.throws(
        () => check(FILE, { ...OPTIONS, ...options }),
        (error) => isConfigurationError(error) && says.test(error.message),
      );
    });
  }
});

describe("what does not go with the file is refused by a pass", () => {
  /** @type {[string, any, RegExp][]} */
  const MISTAKES = [
    [
      "a column that is not there",
      { columns: { "Mobil No": "phone" } },
      /no column "Mobil No". Did you mean "Mobile"\?/,
    ],
    [
      "a number that is none",
      { columns: { 1: "phone", 9: "template.bodyValues[0]" } },
      /no column "9"/,
    ],
    [
      "a place that is none",
      { columns: { 1: "phone", 2: "template.bodyValue[0]" } },
      /"template\.bodyValue\[0\]" is no place.*Did you mean "bodyValues"\?/,
    ],
    [
      "a target that is none",
      { columns: { 1: 7 } },
      /columns\["1"\] must be a place in the input, such as "phone"/,
    ],
    [
      "a type that is none",
      { columns: { 1: { to: "traits.a", as: "date" } } },
      /as: "number" \}, or "boolean"/,
    ],
    ["two columns at one place", { columns: { 1: "phone", 2: "phone" } }, /both belong at "phone"/],
    [
      "two columns at one place that is written in two ways",
      { columns: { 1: "traits.a", 2: 'traits["a"]' }, operation: "trackUser", base: {} },
      /the columns "1" and "2" both belong at "traits\["a"\]"/,
    ],
    [
      "a column for a list, and one for an item of it",
      { columns: { 1: "template.bodyValues", Name: "template.bodyValues[0]" } },
      /columns "1" and "Name" do not go together: "template\.bodyValues\[0\]" is in "template\.bodyValues"/,
    ],
    [
      "the same the other way round",
      { columns: { 1: "tags[0]", 2: "tags" }, operation: "trackUser", base: { userId: "7" } },
      /columns "2" and "1" do not go together: "tags\[0\]" is in "tags"/,
    ],
    [
      "a country of no phone",
      { columns: { 2: "phone.country" }, base: { ...BASE, countryCode: "+91", phoneNumber: "1" } },
      /column "2" is a "phone\.country", but no column is a "phone"/,
    ],
    ...["phoneNumber", "countryCode", "fullPhoneNumber"].map(
      (to) =>
        /** @type {[string, any, RegExp]} */ ([
          `a phone, and a ${to} beside it`,
          { columns: { Mobile: "phone", Name: to } },
          new RegExp(`columns "Mobile" and "Name" do not go together: "phone" fills "${to}" too`),
        ]),
    ),
    [
      "a phone where all rows have one",
      { columns: { Mobile: "phone" }, base: { ...BASE, fullPhoneNumber: "919876543210" } },
      /columns and base say in two ways who a row is for\. .*fullPhoneNumber/,
    ],
    [
      "a list with a hole",
      { columns: { 1: "phone", 2: "template.bodyValues[1]" } },
      /something for template\.bodyValues\[1\], but nothing for template\.bodyValues\[0\]/,
    ],
    [
      "a country that is none",
      { defaultCountry: "XX" },
      /defaultCountry must be the letters or the code/,
    ],
  ];

  for (const [name, options, says] of MISTAKES) {
    test(name, async () => {
      const own = check(FILE, { ...OPTIONS, ...options });
      for (const pass of [own.run(), all(own), all(own.ready())]) {
        const failure = await failureOf(pass);
        assert.ok(isConfigurationError(failure));
        assert.match(failure.message, says);
      }
      assert.match((await failureOf(own.plan())).message, says);
    });
  }

  test("no column that says whom: it is told how to name one, and the plan is there", async () => {
    const own = check("Order,Total\n17,300\n18,400\n", { base: BASE });
    const failure = await failureOf(own.run());
    assert.ok(isConfigurationError(failure));
    assert.match(
      failure.message,
      /no column says whom to sendMessage.*columns: \{ "Order": "phone" \}.*"Order", "Total"/,
    );
    assert.deepEqual((await own.plan()).unmapped, ["Order", "Total"]);
  });

  test("two columns of one name: the one that is meant has a number", async () => {
    const file = "Mobile,Name,Mobile\n1,Asha,9876543210\n";
    assert.match((await failureOf(check(file).run())).message, /such as \{ 3: … \}/);
    const columns = { 3: "phone", Name: "template.bodyValues[0]" };
    const own = check(file, { ...OPTIONS, columns });
    assert.equal((await own.run()).ready, 1);
    assert.deepEqual((await own.plan()).names, ["1", "Name", "3"]);
  });

  test("a column without a name, whose number is another's name", async () => {
    const file = "2,,Mobile\nx,y,9876543210\n";
    const columns = { Mobile: "phone", "02": "template.bodyValues[0]" };
    const own = check(file, { ...OPTIONS, columns });
    assert.deepEqual((await own.plan()).names, ["2", "02", "Mobile"]);
    const [row] = await all(own);
    assert.deepEqual(/** @type {any} */ (row)?.input?.template.bodyValues, ["y"]);
  });

  test("columns and a base with NDJSON, of which the plan is there", async () => {
    const own = check('{"userId":"user-42"}\n', { operation: "trackUser", base: { tags: ["a"] } });
    assert.match((await failureOf(own.run())).message, /columns and base are for CSV/);
    assert.equal((await own.plan()).format, "ndjson");
  });
});

describe("columns", () => {
  /** @param {string} file @param {any} options */
  const first = async (file, options) => {
    const [row] = await all(check(file, options));
    assert.deepEqual(row?.issues, []);
    return row?.input;
  };

  test("are found whatever their capitals and spaces are, or by number", async () => {
    const file = "MOBILE  no. ,Name\n9876543210,Asha\n";
    for (const column of ["mobile no.", "MOBILE  no.", "1"]) {
      const columns = { [column]: "phone", Name: "template.bodyValues[0]" };
      assert.equal((await first(file, { ...OPTIONS, columns })).phoneNumber, "9876543210");
    }
  });

  test("of a file without a header have numbers", async () => {
    const options = { operation: "trackUser", columns: { 2: "phone", 1: "traits.name" } };
    const file = "Asha,+91 98765 43210\n";
    assert.deepEqual(await first(file, { ...options, header: false }), {
      ...{ countryCode: "+91", phoneNumber: "9876543210", traits: { name: "Asha" } },
    });
    assert.match(
      (await failureOf(check(file, { ...OPTIONS, header: false }).run())).message,
      /no header with "Mobile".*from 1 to 2/,
    );
  });

  test("become what their places take: numbers, booleans, lists, keys", async () => {
    const columns = {
      A: "userId",
      B: "traits.whatsapp_opted_in",
      C: { to: "traits.total", as: "number" },
      D: "tags",
      E: "traits.plan",
    };
    const file = "A,B,C,D,E\nuser-42,yes,12.50,gold,007\n";
    assert.deepEqual(await first(file, { operation: "trackUser", columns }), {
      ...{ userId: "user-42", tags: ["gold"] },
      traits: { whatsapp_opted_in: true, total: 12.5, plan: "007" },
    });
    const links = { A: "userId", B: "template.buttonValues.0" };
    const { template } = await first("A,B\nuser-42,orders/17\n", { base: BASE, columns: links });
    assert.deepEqual(template.buttonValues, { 0: ["orders/17"] });
  });

  test("that are empty are left out, and in a list they are an empty text", async () => {
    const columns = { A: "userId", B: "traits.name", C: "traits.city" };
    assert.deepEqual(await first("A,B,C\nuser-42,,Pune\n", { operation: "trackUser", columns }), {
      ...{ userId: "user-42", traits: { city: "Pune" } },
    });
  });

  test("come before what all rows have, and beside it", async () => {
    const base = {
      ...BASE,
      callbackData: "all",
      template: { ...BASE.template, bodyValues: ["Hi", "x"] },
    };
    const columns = { A: "userId", B: "template.bodyValues[1]", C: "callbackData" };
    const input = await first("A,B,C\nuser-42,Asha,own\n", { base, columns });
    assert.deepEqual([input.template.bodyValues, input.callbackData], [["Hi", "Asha"], "own"]);
  });

  test("leave the base's country code to phones without one", async () => {
    const base = { ...BASE, countryCode: "+1" };
    const columns = { A: "phone", B: "template.bodyValues[0]" };
    const file = "A,B\n(201) 555-0123,Asha\n+91 98765 43210,Ravi\n";
    const rows = await all(check(file, { base, columns }));
    assert.deepEqual(
      rows.map(({ input }) => input.countryCode),
      ["+1", "+91"],
    );
  });

  test("may hold the country of a phone", async () => {
    const columns = { A: "phone", B: "phone.country", C: "template.bodyValues[0]" };
    const file = "A,B,C\n98765 43210,IN,Asha\n(201) 555-0123,+1,Ravi\n";
    const rows = await all(check(file, { base: BASE, columns }));
    assert.deepEqual(
      rows.map(({ input }) => input.countryCode),
      ["+91", "+1"],
    );
  });
});

describe("a plan", () => {
  test("says what is proposed, and may be handed over again", async () => {
    const file = "मोबाइल;नाम;शहर\n9876543210;आशा;पुणे\n";
    const own = check(file, { base: BASE, defaultCountry: "IN" });
    const plan = await own.plan();
    assert.deepEqual(plan, {
      ...{ format: "csv", encoding: "utf-8", delimiter: ";", isProposed: true },
      header: ["मोबाइल", "नाम", "शहर"],
      names: ["मोबाइल", "नाम", "शहर"],
      columns: { मोबाइल: "phone", नाम: "template.bodyValues[0]" },
      unmapped: ["शहर"],
      sample: [["9876543210", "आशा", "पुणे"]],
    });
    const again = check(file, { base: BASE, defaultCountry: "IN", columns: plan.columns });
    assert.equal((await again.plan()).isProposed, false);
    assert.deepEqual(await all(again), await all(own));
  });

  test("reads no more than the beginning", async () => {
    let pieces = 0;
    async function* source() {
      yield "Mobile,Name\n";
      for (;;) {
        pieces += 1;
        yield "9876543210,Asha\n".repeat(100);
      }
    }
    await check(() => source()).plan();
    assert.ok(pieces < 100, `${pieces}`);
  });
});
