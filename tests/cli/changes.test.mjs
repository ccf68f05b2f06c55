// What `npx interakt-wasm templates` says of an account that is not what it was.
import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { ACCOUNT, CHANGES } from "./accounts.mjs";
import { createAccount } from "./command.mjs";

const account = await createAccount();
after(account.close);

const FILE = join(account.folder, "templates.ts");
const WRITE = ["--out", "templates.ts"];

/** Lines about what stands as it is: they come after those about changes. */
const isAboutChange = (/** @type {string} */ line) =>
  !/^(Not among the types:|templates\.ts(:| is out of date:)) ?/.test(line);

async function writeAnew() {
  await rm(FILE, { force: true });
  account.hold(ACCOUNT);
  assert.equal((await account.run(WRITE)).code, 0);
}

describe("what has changed is told, in CI it is an error, and then it is written", () => {
  for (const [what, changed, lines] of CHANGES) {
    test(what, async () => {
      await writeAnew();
      const before = await readFile(FILE, "utf8");
      account.hold(changed);

      const checked = await account.run([...WRITE, "--check"]);
      assert.deepEqual(checked.stdout.split("\n").filter(isAboutChange), [...lines, ""]);
      assert.match(checked.stdout, /^templates\.ts is out of date: .* --out templates\.ts\n$/m);
      assert.deepEqual([checked.code, checked.stderr], [1, ""]);
      assert.equal(await readFile(FILE, "utf8"), before);

      const written = await account.run(WRITE);
      assert.deepEqual(written.stdout.split("\n").filter(isAboutChange), [...lines, ""]);
      assert.deepEqual([written.code, written.stderr], [0, ""]);
      assert.notEqual(await readFile(FILE, "utf8"), before);
      assert.equal((await account.run([...WRITE, "--check"])).code, 0);
    });
  }
});

test("what has not changed is written with another time alone, and is no error in CI", async () => {
  await writeAnew();
  const before = (await readFile(FILE, "utf8")).split("\n");
  account.hold([...ACCOUNT].reverse());
  const said = [
    "Nothing has changed since <time>.",
    "Not among the types: welcome (en) is WAITING.",
  ];
  const checked = await account.run([...WRITE, "--check"]);
  assert.deepEqual(checked, { code: 0, stdout: `${said.join("\n")}\n`, stderr: "" });
  const end = "templates.ts: 7 templates, 6 with types.";
  const written = await account.run(WRITE);
  assert.deepEqual(written, { code: 0, stdout: `${[...said, end].join("\n")}\n`, stderr: "" });
  const differing = (await readFile(FILE, "utf8")).split("\n").filter((line, index) => {
    return line !== before[index];
  });
  assert.equal(differing.length, 1);
  assert.match(differing[0] ?? "", /"loadedAt":/);
});

/** Answers as Interakt does, with fields that the simulator has no use for. @param {object[]} templates */
const answering = (templates) => async () =>
  Response.json({ count: templates.length, has_next: false, results: { templates } });

test("the first time, Interakt's own word for what a template was before counts", async () => {
  await rm(FILE, { force: true });
  const template = { name: "paid", language: "en", approval_status: "APPROVED", body: "Paid" };
  account.answerBy(
    answering([{ ...template, category: "MARKETING", previous_category: "UTILITY" }]),
  );
  const { code, stdout } = await account.run(WRITE);
  const [first] = stdout.split("\n");
  assert.equal(
    first,
    "!!! paid (en) is MARKETING, and used to be UTILITY: each message costs several times as much.",
  );
  assert.equal(code, 0);
  // It is known now.
  assert.match((await account.run([...WRITE, "--check"])).stdout, /^Nothing has changed/);
});

test("the address of an approved file is another each time, and that is no change", async () => {
  await rm(FILE, { force: true });
  const template = { name: "cake", language: "en", category: "UTILITY", body: "Cake" };
  const approved = { ...template, approval_status: "APPROVED", header_format: "IMAGE" };
  for (const signature of ["a", "b"]) {
    const url = `https://files.example/cake.jpg?signature=${signature}`;
    const card = { card_index: 0, header_format: "IMAGE", header_handle_file_url: url, body: "A" };
    account.answerBy(
      answering([{ ...approved, header_handle_file_url: url, carousel_cards: [card] }]),
    );
    const { code, stdout } = await account.run(signature === "a" ? WRITE : [...WRITE, "--check"]);
    assert.equal(code, 0, stdout);
  }
});

test("cards are told by their place", async () => {
  await rm(FILE, { force: true });
  const template = { name: "cakes", language: "en", category: "MARKETING", body: "Cakes" };
  /** @param {string[]} bodies */
  const carousel = (...bodies) => [
    {
      ...template,
      approval_status: "APPROVED",
      carousel_cards: bodies.map((body, card_index) => ({ card_index, body })),
    },
  ];
  account.answerBy(answering(carousel("One {{1}}", "Two")));
  assert.equal((await account.run(WRITE)).code, 0);
  account.answerBy(answering(carousel("One {{1}}", "Two {{1}}", "Three")));
  const { code, stdout } = await account.run([...WRITE, "--check"]);
  assert.equal(code, 1);
  assert.deepEqual(stdout.split("\n").filter(isAboutChange), [
    "cakes (en) now has 3 cards; it had 2.",
    "cakes (en), card 1, now needs 1 value in the text; it needed no values in the text.",
    "",
  ]);
});

test("of several templates of one name and language the approved one counts", async () => {
  await rm(FILE, { force: true });
  const template = { name: "paid", language: "en", category: "UTILITY" };
  const old = { ...template, approval_status: "REJECTED", body: "{{1}} {{2}}" };
  const current = { ...template, approval_status: "APPROVED", body: "{{1}}" };
  account.answerBy(answering([old, current]));
  assert.equal((await account.run(WRITE)).code, 0);
  assert.match(
    await readFile(FILE, "utf8"),
    /paid: \{ language\?: "en"; body: readonly \[string\] \}/,
  );
  account.answerBy(answering([current, old]));
  assert.equal((await account.run([...WRITE, "--check"])).code, 0);
});

test("of a list that lacks templates it is said, and none of them is held to be gone", async () => {
  await rm(FILE, { force: true });
  const paid = { name: "paid", language: "en", category: "UTILITY", approval_status: "APPROVED" };
  account.answerBy(answering([paid, { ...paid, name: "sent" }]));
  assert.equal((await account.run(WRITE)).code, 0);
  account.answerBy(async () =>
    Response.json({ count: 2, has_next: false, results: { templates: [paid] } }),
  );
  const { code, stdout } = await account.run([...WRITE, "--check"]);
  assert.match(
    stdout,
    /^Interakt says that there are more templates than it listed: some are missing here\.\nNothing has changed /,
  );
  assert.equal(code, 0);
});
