/** Files of rows, from what holds them in each runtime to the messages that leave. */
import { assert } from "chai";
import { clientOf } from "../world.mjs";

/** Two rows that are ready, a phone that is none, and a recipient who is there twice. */
const FILE = [
  "Mobile No.;Name",
  "98765 43210;आशा",
  "+91 98765 43211;Ravi",
  "12345;Mira",
  "09876543210;Asha again",
  "",
].join("\r\n");

const OPTIONS = {
  base: { type: "Template", template: { name: "diwali_offer", languageCode: "en" } },
  defaultCountry: "IN",
};

const COUNTS = { rows: 4, ready: 2, refused: 1, duplicates: 1 };

/** @param {any} summary */
function assertCounts({ rows, ready, refused, duplicates, complete }) {
  assert.deepEqual({ rows, ready, refused, duplicates }, COUNTS);
  assert.isTrue(complete);
}

/** @type {import("../world.mjs").Case[]} */
export const rowCases = [
  {
    name: "a file of rows is checked from all that can hold it",
    async run({ entries: { bulk } }) {
      const bytes = new TextEncoder().encode(FILE);
      const sources = [
        FILE,
        bytes,
        bytes.buffer,
        new Blob([bytes]),
        () => new Blob([bytes]).stream(),
      ];
      for (const source of sources) {
        const check = bulk.checkRows(source, OPTIONS);
        assert.deepEqual((await check.plan()).columns, {
          "Mobile No.": "phone",
          Name: "template.bodyValues[0]",
        });
        assertCounts(await check.run());
      }
    },
  },
  {
    name: "UTF-16 is read as it is written",
    async run({ entries: { bulk } }) {
      const units = Uint16Array.from(`\ufeff${FILE}`, (sign) => sign.charCodeAt(0));
      const check = bulk.checkRows(new Blob([units]), OPTIONS);
      assert.equal((await check.plan()).encoding, "utf-16le");
      for await (const row of check) {
        assert.equal(row.input.template.bodyValues[0], "आशा");
        break;
      }
    },
  },
  {
    name: "rows that were refused come back as a file",
    async run({ entries: { bulk } }) {
      const text = await new Response(bulk.checkRows(FILE, OPTIONS).refusedCsv()).text();
      const [head, first, second] = text.split("\r\n");
      assert.equal(head, "Mobile No.;Name;line;problem");
      assert.match(String(first), /^12345;Mira;4;.*Mobile No\.: /);
      assert.match(String(second), /^09876543210;Asha again;5;/);
    },
  },
  {
    name: "passes over a large file run beside each other",
    async run({ entries: { bulk } }) {
      const rows = Array.from({ length: 5_000 }, (_, row) => `${9_000_000_000 + row};Asha\n`);
      const check = bulk.checkRows(new Blob(["Mobile;Name\n", ...rows]), OPTIONS);
      let count = 0;
      const iterate = async () => {
        for await (const { line } of check.ready()) {
          count += 1;
          assert.equal(line, count + 1);
        }
      };
      const [summary] = await Promise.all([check.run(), iterate()]);
      assert.deepEqual([summary.ready, count], [5_000, 5_000]);
    },
  },
  {
    name: "rows that are ready leave as messages, once each",
    async run(world) {
      const { entries, remote } = world;
      await remote.setup({
        templates: [{ name: "diwali_offer", language: "en", body: "Hi {{1}}" }],
      });
      const interakt = clientOf(world);
      const check = entries.bulk.checkRows(FILE, OPTIONS);
      const results = [];
      for await (const result of interakt.sendAll(check.ready())) results.push(result);
      assert.deepEqual(
        results.map(({ status }) => status),
        ["sent", "sent"],
      );
      assert.deepEqual(results.map(({ line }) => line).sort(), [2, 3]);
      const bodies = (await remote.requests()).map(({ body }) => body.phoneNumber);
      assert.deepEqual(bodies.sort(), ["9876543210", "9876543211"]);
    },
  },
];
