// Which files `npx interakt-wasm campaign` replaces: what it wrote before, and nothing else.
import assert from "node:assert/strict";
import { link, lstat, mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { templateBook } from "interakt-wasm";
import { createShop, customers, OFFER } from "./campaigns.mjs";

const shop = await createShop();
after(shop.close);

const CUSTOMERS = customers(2, ["98765,Too short"]);
const FILES = {
  "customers.csv": CUSTOMERS,
  "settings.json": "{}",
  "templates.json": JSON.stringify(templateBook("[]").toJSON()),
  "notes.txt": "Call Asha\n",
  // As a spreadsheet would write it of the customers of another program.
  "others.csv": "\ufeffMobile,Name,problem\r\n9876500000,Asha,none\r\n",
};
const place = (/** @type {string} */ name) => join(shop.folder, name);
const read = (/** @type {string} */ name) => readFile(place(name), "utf8");

before(async () => {
  for (const [name, text] of Object.entries(FILES)) await shop.write(name, text);
  await mkdir(place("folder"));
  await symlink("customers.csv", place("link.csv"));
  await symlink("link.csv", place("link-of-link.csv"));
  await symlink("..", place("folder/up"));
  await link(place("customers.csv"), place("hard.csv"));
  await symlink("later.db", place("later-link.csv"));
  await shop.send("customers.csv", ...OFFER, "--db", "kept.db").ended;
  await link(place("kept.db"), place("hard.db"));
});

/** @param {import("./command.mjs").Outcome} outcome @param {string} says */
function assertFails(outcome, says) {
  assert.deepEqual(outcome, { code: 2, stdout: "", stderr: `interakt-wasm: ${says}\n` });
}

describe("a file that is used is not replaced, whatever it is called", () => {
  /** @param {string} option @param {string} out @param {string} used */
  const NEEDED = (option, out, used) =>
    `${option} ${out} would replace ${used}, which is needed.\n` +
    `Nothing was changed: choose another ${option}.`;
  const dryRun = ["run", "customers.csv", ...OFFER, "--dry-run"];

  /** @type {[out: string, used: string][]} */
  const NAMES = [
    ["customers.csv", "customers.csv"],
    ["./folder/../customers.csv", "customers.csv"],
    ["folder/up/customers.csv", "customers.csv"],
    ["link.csv", "customers.csv"],
    ["link-of-link.csv", "customers.csv"],
    ["hard.csv", "customers.csv"],
    ["settings.json", "settings.json"],
    ["templates.json", "templates.json"],
    ["later.db", "later.db"],
    ["later-link.csv", "later.db"],
  ];
  for (const [out, used] of NAMES) {
    test(`--refused ${out}`, async () => {
      const more = ["--settings", "settings.json", "--book", "templates.json", "--db", "later.db"];
      assertFails(
        await shop.run([...dryRun, ...more, "--refused", out]),
        NEEDED("--refused", out, used),
      );
      for (const name of /** @type {const} */ ([
        ...["customers.csv", "settings.json", "templates.json"],
      ])) {
        assert.equal(await read(name), FILES[name]);
      }
      assert.ok(!(await readdir(shop.folder)).includes("later.db"));
    });
  }

  test("a run that would replace its file sends nothing", async () => {
    const call = ["customers.csv", ...OFFER, "--db", "slip.db", "--refused", "customers.csv"];
    shop.renew();
    assertFails(
      await shop.send(/** @type {string} */ (call[0]), ...call.slice(1)).ended,
      NEEDED("--refused", "customers.csv", "customers.csv"),
    );
    assert.equal(await read("customers.csv"), CUSTOMERS);
    assert.deepEqual(shop.bodies(), []);
  });

  for (const [out, used] of /** @type {const} */ ([
    ["kept.db", "kept.db"],
    ["hard.db", "kept.db"],
    ["kept.db-wal", place("kept.db-wal")],
  ])) {
    test(`results --out ${out}`, async () => {
      assertFails(
        await shop.run(["results", "--db", "kept.db", "--out", out]),
        NEEDED("--out", out, used),
      );
      const { code, stdout } = await shop.run(["status", "--db", "kept.db"]);
      assert.deepEqual([code, stdout], [0, "diwali-offer  done  2 of 3 sent  Diwali offer\n"]);
    });
  }
});

describe("a file of somebody else is not replaced", () => {
  const OTHER = (/** @type {string} */ out, /** @type {string} */ option) =>
    `${out} contains something other than what this command writes.\n` +
    `It was left unchanged: delete it, or choose another ${option}.`;

  for (const out of /** @type {const} */ (["notes.txt", "others.csv"])) {
    test(out, async () => {
      assertFails(
        await shop.run(["run", "customers.csv", ...OFFER, "--dry-run", "--refused", out]),
        OTHER(out, "--refused"),
      );
      assertFails(
        await shop.run(["results", "--db", "kept.db", "--out", out]),
        OTHER(out, "--out"),
      );
      assert.equal(await read(out), FILES[out]);
    });
  }

  test("not even by a campaign that continues, which writes none", async () => {
    const call = ["customers.csv", ...OFFER, "--db", "kept.db", "--refused", "notes.txt"];
    const { stdout } = await shop.send(/** @type {string} */ (call[0]), ...call.slice(1)).ended;
    assert.match(stdout, /^Diwali offer \(diwali-offer\) is done\. 3 rows:$/m);
    assert.equal(await read("notes.txt"), FILES["notes.txt"]);
  });

  test("nor what another option writes", async () => {
    await shop.run(["results", "--db", "kept.db", "--out", "mixed.csv"]);
    const text = await read("mixed.csv");
    assertFails(
      await shop.run(["run", "customers.csv", ...OFFER, "--dry-run", "--refused", "mixed.csv"]),
      OTHER("mixed.csv", "--refused"),
    );
    assert.equal(await read("mixed.csv"), text);
  });

  test("nor what is no file", async () => {
    for (const out of ["folder", "/dev/null"]) {
      assertFails(
        await shop.run(["results", "--db", "kept.db", "--out", out]),
        `${out} is not a regular file: choose another --out.`,
      );
    }
  });
});

describe("an earlier result is replaced", () => {
  test("of results, and an empty file, and where a link leads", async () => {
    await shop.write("empty.csv", "");
    await symlink("results.csv", place("to-results.csv"));
    for (const out of ["empty.csv", "to-results.csv", "to-results.csv", "results.csv"]) {
      const { code, stdout } = await shop.run(["results", "--db", "kept.db", "--out", out]);
      assert.deepEqual([code, stdout], [0, `${out}: 3 rows.\n`]);
    }
    assert.ok((await lstat(place("to-results.csv"))).isSymbolicLink());
    assert.equal(await read("results.csv"), await read("empty.csv"));
  });

  /** @type {[what: string, text: string, options: string[]][]} */
  const KINDS = [
    ["of commas", CUSTOMERS, OFFER],
    ["of semicolons", CUSTOMERS.replaceAll(",", ";"), OFFER],
    [
      "with a line break in its header",
      CUSTOMERS.replace("Name", '"The ""Name""\nof the person"'),
      OFFER.map((text) => text.replace("Name=", 'The "Name"\nof the person=')),
    ],
    [
      "of NDJSON",
      '{"fullPhoneNumber":"91","type":"Text","data":{"message":"Hi"}}\n',
      ["--name", "Hi", "--country", "IN"],
    ],
  ];
  for (const [what, text, options] of KINDS) {
    test(`of --refused, for a file ${what}`, async () => {
      await shop.write("kind.csv", text);
      const call = ["run", "kind.csv", ...options, "--dry-run", "--refused", `${what}.csv`];
      const outcomes = [await shop.run(call), await shop.run(call)];
      for (const { code, stdout, stderr } of outcomes) {
        assert.match(
          stdout,
          /^(of|with) [^\n]*\.csv: the rows with errors, and what is wrong with each\.$/m,
        );
        assert.deepEqual([code, stderr], [1, ""]);
      }
    });
  }
});
