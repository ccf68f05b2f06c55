// What `npx interakt-wasm campaign` says, in all its words.
import assert from "node:assert/strict";
import { link, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { templateBook } from "interakt-wasm";
import { createShop, customers, numberOf, OFFER, withoutProgress } from "./campaigns.mjs";
import { API_KEY, command } from "./command.mjs";

const shop = await createShop();
after(shop.close);
beforeEach(shop.renew);

await shop.write("customers.csv", customers(3, ["98765,Too short", `${numberOf(1)},Twice`]));
await shop.write("good.csv", customers(3));

/** @param {string} says @param {import("./command.mjs").Outcome} outcome */
function assertFails(outcome, says) {
  const { code, stdout, stderr } = outcome;
  assert.deepEqual(
    { code, stdout, stderr },
    { code: 2, stdout: "", stderr: `interakt-wasm: ${says}\n` },
  );
}

const CHECKED =
  "customers.csv: 5 rows: 3 to send, 1 with errors, 1 duplicate.\n" +
  "  line 5, Mobile: Phone numbers of India (+91) have 10 digits; this one has 5.\n" +
  "  line 6, Mobile: The recipient is already in line 3.\n";

/** @param {string} db */
const REPORT = (db) =>
  "Diwali offer (diwali-offer) is done. 5 rows:\n" +
  "        3 sent: Interakt accepted them\n" +
  "        1 invalid: cannot be sent as they are\n" +
  "        1 duplicate: same recipient as an earlier row\n" +
  `To see them: npx interakt-wasm campaign rows --db ${db} --id diwali-offer --state invalid\n` +
  `To see them: npx interakt-wasm campaign rows --db ${db} --id diwali-offer --state duplicate\n`;

test("a campaign is sent, and the same command again sends nothing", async () => {
  const first = await shop.send("customers.csv", ...OFFER, "--db", "sent.db").ended;
  assert.equal(withoutProgress(first.stderr), "");
  assert.deepEqual([first.code, first.stdout], [1, CHECKED + REPORT("sent.db")]);
  assert.deepEqual(shop.bodies()[0], {
    countryCode: "+91",
    phoneNumber: numberOf(0),
    type: "Template",
    template: { name: "diwali", languageCode: "en", bodyValues: ["Customer 0"] },
    callbackData: "diwali-offer.0",
  });
  const again = await shop.send("customers.csv", ...OFFER, "--db", "sent.db").ended;
  assert.deepEqual([again.code, again.stdout], [1, REPORT("sent.db")]);
  assert.equal(shop.bodies().length, 3);
  const named = ["run", "--db", "sent.db", "--name", "Diwali offer", "--base-url", shop.url];
  assert.deepEqual((await shop.run(named)).stdout, REPORT("sent.db"));
  const { mode } = await stat(join(shop.folder, "sent.db"));
  assert.equal(mode & 0o777, 0o600);
});

test("where each row was sent, the exit code is 0", async () => {
  const { code, stdout } = await shop.send("good.csv", ...OFFER, "--db", "good.db").ended;
  assert.deepEqual(stdout.split("\n").slice(0, 2), [
    "good.csv: 3 rows: 3 to send, 0 with errors, 0 duplicates.",
    "Diwali offer (diwali-offer) is done. 3 rows:",
  ]);
  assert.equal(code, 0);
});

test("settings may stand in a file, and options come before them", async () => {
  await shop.write(
    "campaign.json",
    JSON.stringify({
      name: "From a file",
      base: { type: "Template", template: { name: "hello", languageCode: "en" } },
      columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
      defaultCountry: "IN",
      quiet: { from: "03:00", to: "03:01" },
      stopAt: { failed: 0.5, after: 10 },
      maxAttempts: 2,
    }),
  );
  const given = ["--settings", "campaign.json", "--name", "Another name", "--db", "settings.db"];
  assert.equal((await shop.send("good.csv", ...given).ended).code, 0);
  const { stdout } = await shop.run([
    "status",
    "--db",
    "settings.db",
    "--id",
    "another-name",
    "--json",
  ]);
  const { settings } = JSON.parse(stdout);
  assert.deepEqual(
    [settings.name, settings.quiet, settings.stopAt, settings.maxAttempts],
    ["Another name", { from: "03:00", to: "03:01" }, { failed: 0.5, after: 10 }, 2],
  );
  assert.equal(shop.bodies()[0].template.name, "hello");
});

test("lines of NDJSON are messages as they are, for RCS too", async () => {
  await shop.write("rcs.json", JSON.stringify({ name: "By RCS", operation: "sendRcs" }));
  const messages = [0, 1].map((index) => ({
    fullPhoneNumber: `91${numberOf(index)}`,
    ...{ type: "Text", message: { plainText: "Hi" }, callbackData: `order-${index}` },
  }));
  await shop.write("rcs.ndjson", messages.map((message) => JSON.stringify(message)).join("\n"));
  const call = ["--settings", "rcs.json", "--db", "rcs.db"];
  assert.equal((await shop.send("rcs.ndjson", ...call).ended).code, 0);
  assert.deepEqual([...shop.arrived().keys()].sort(), ["by-rcs.0.order-0", "by-rcs.1.order-1"]);
  assert.equal((await shop.send("rcs.ndjson", ...call, "--test", "+919000000001").ended).code, 0);
  assert.deepEqual(shop.bodies().at(-1), {
    fullPhoneNumber: "919000000001",
    ...{ type: "Text", message: { plainText: "Hi" } },
  });
});

test("--book checks messages with the templates of the account", async () => {
  const templates = [
    {
      ...{ name: "diwali", language: "en", category: "UTILITY", approval_status: "APPROVED" },
      body: "Hi {{1}}, your order {{2}} is on its way.",
    },
  ];
  const book = templateBook(JSON.stringify(templates)).toJSON();
  await shop.write("templates.json", JSON.stringify(book));
  const call = ["run", "good.csv", ...OFFER, "--dry-run", "--book"];
  const { code, stdout } = await shop.run([...call, "templates.json"]);
  assert.match(stdout, /^good\.csv: 3 rows: 0 to send, 3 with errors, 0 duplicates\.$/m);
  assert.match(stdout, /^ {2}line 2, template\.bodyValues\[1\]: Values needed here: 2/m);
  assert.equal(code, 1);
  assertFails(
    await shop.run([...call, "good.csv"]),
    "good.csv contains no templates, or has been damaged.",
  );
});

test("--dry-run says what is wrong with a file, and writes and sends nothing", async () => {
  const before = await readdir(shop.folder);
  const options = { cwd: shop.folder, key: "" };
  // In the oldest Node that is supported: it needs no SQLite.
  const checked = await command(
    ["campaign", "run", "customers.csv", ...OFFER, "--dry-run"],
    options,
  );
  assert.deepEqual(checked, {
    code: 1,
    stdout: `${CHECKED}Nothing was sent.\n`,
    stderr: "",
  });
  const good = await command(["campaign", "run", "good.csv", ...OFFER, "--dry-run"], options);
  assert.deepEqual([good.code, good.stderr], [0, ""]);
  const guessed = ["--template", "diwali", "--language", "en", "--country", "IN"];
  const { stdout } = await shop.run(["run", "good.csv", ...guessed, "--dry-run"]);
  assert.equal(
    stdout,
    "good.csv: 3 rows: 3 to send, 0 with errors, 0 duplicates.\n" +
      'The columns were guessed:\n  --map "Mobile=phone"\n  --map "Name=template.bodyValues[0]"\n' +
      "Nothing was sent.\n",
  );
  assert.deepEqual(await readdir(shop.folder), before);
  assert.equal(shop.bodies().length, 0);
});

test("--refused writes what is wrong with each row beside its cells", async () => {
  const call = ["run", "customers.csv", ...OFFER, "--dry-run", "--refused", "refused.csv"];
  const { stdout } = await shop.run(call);
  assert.equal(
    stdout,
    `${CHECKED}refused.csv: the rows with errors, and what is wrong with each.\nNothing was sent.\n`,
  );
  const text = await readFile(join(shop.folder, "refused.csv"), "utf8");
  const TOO_SHORT = "Mobile: Phone numbers of India (+91) have 10 digits; this one has 5.";
  assert.deepEqual(text.split("\r\n").slice(0, 2), [
    "\ufeffMobile,Name,line,problem",
    `98765,Too short,5,${TOO_SHORT}`,
  ]);
});

test("what can be read only once is no file of a campaign", async () => {
  assertFails(
    await shop.run(["run", "/dev/null", ...OFFER, "--dry-run"]),
    "/dev/null is not a regular file. It is read several times: save it as one.",
  );
});

test("--refused and --out replace nothing that is needed, and nothing of somebody else's", async () => {
  const text = customers(2, ["98765,Too short"]);
  await shop.write("kept.csv", text);
  await link(join(shop.folder, "kept.csv"), join(shop.folder, "same.csv"));
  const run = ["run", "kept.csv", ...OFFER, "--db", "kept.db"];
  for (const [name, call] of /** @type {[string, string[]][]} */ ([
    ["kept.csv", [...run, "--dry-run"]],
    ["./kept.csv", [...run, "--base-url", shop.url]],
    ["same.csv", [...run, "--dry-run"]],
    ["kept.db", [...run, "--dry-run"]],
  ])) {
    const path = name.endsWith("db") ? "kept.db" : "kept.csv";
    assertFails(
      await shop.run([...call, "--refused", name]),
      `--refused ${name} would replace ${path}, which is needed.\n` +
        "Nothing was changed: choose another --refused.",
    );
  }
  const read = (/** @type {string} */ name) => readFile(join(shop.folder, name), "utf8");
  assert.equal(await read("kept.csv"), text);
  await shop.write("notes.txt", "Mine");
  const { stderr } = await shop.run([...run, "--dry-run", "--refused", "notes.txt"]);
  assert.match(stderr, /notes.txt contains something other than what this command writes/);
  assert.equal(await read("notes.txt"), "Mine");

  const db = ["--db", "results.db"];
  await shop.send("good.csv", ...OFFER, ...db).ended;
  const database = await read("results.db");
  for (const name of ["results.db", "notes.txt"]) {
    assert.equal((await shop.run(["results", ...db, "--out", name])).code, 2);
  }
  assert.equal(await read("results.db"), database);
  assert.equal(await read("notes.txt"), "Mine");
  // Its own are written anew.
  for (const _ of [1, 2]) {
    assert.equal((await shop.run(["results", ...db, "--out", "results.csv"])).code, 0);
    const { stdout } = await shop.run([...run, "--dry-run", "--refused", "refused2.csv"]);
    assert.match(stdout, /^refused2.csv: /m);
  }
});

test("--test sends the first row's message to another number, and begins no campaign", async () => {
  const { code, stdout } = await shop.send(
    "good.csv",
    ...OFFER,
    "--db",
    "try.db",
    "--test",
    "+919000000001",
  ).ended;
  assert.match(stdout, /^The first row's message was sent to the test number: [\w-]+\.\n$/);
  assert.equal(code, 0);
  assert.deepEqual(shop.bodies(), [
    {
      fullPhoneNumber: "919000000001",
      type: "Template",
      template: { name: "diwali", languageCode: "en", bodyValues: ["Customer 0"] },
    },
  ]);
  const status = await shop.run(["status", "--db", "try.db"]);
  assert.equal(status.stdout, "try.db contains no campaigns yet.\n");
});

test("what becomes of rows is told: of all, of those in a state, as CSV", async () => {
  await shop.send("customers.csv", ...OFFER, "--db", "rows.db").ended;
  const rows = await shop.run(["rows", "--db", "rows.db"]);
  assert.equal(
    rows.stdout,
    "index\tline\trecipient\tstate\tstatus\ttries\tproblem\n" +
      [0, 1, 2].map((n) => `${n}\t${n + 2}\t91${numberOf(n)}\tsent\t\t1\t\n`).join("") +
      "3\t5\t\tinvalid\t\t0\tMobile: Phone numbers of India (+91) have 10 digits; this one has 5.\n" +
      "4\t6\t\tduplicate\t\t0\tMobile: The recipient is already in line 3.\n",
  );
  const bad = await shop.run(["rows", "--db", "rows.db", "--state", "invalid", "--json"]);
  const { index, line, state } = JSON.parse(bad.stdout);
  assert.deepEqual([index, line, state], [3, 5, "invalid"]);
  const parked = await shop.run(["parked", "--db", "rows.db"]);
  assert.equal(parked.stdout.split("\n").length, 2);

  const written = await shop.run(["results", "--db", "rows.db", "--out", "results.csv"]);
  assert.equal(written.stdout, "results.csv: 5 rows.\n");
  const text = await readFile(join(shop.folder, "results.csv"), "utf8");
  const [header, first] = text.split("\r\n");
  assert.equal(
    header,
    "\ufeffindex,line,key,recipient,country,state,status,replied,messageId,attempts,cost,at,problem",
  );
  assert.match(
    first ?? "",
    /^0,2,[\da-f]{16},919876500000,IN,sent,,false,[\w-]+,1,,2\d{3}-[^,]+,$/,
  );
  const printed = await shop.run(["results", "--db", "rows.db"]);
  assert.equal(printed.stdout.split("\r\n").length, text.split("\r\n").length);
});

test("several campaigns stand in a database, and are told apart", async () => {
  for (const name of ["One", "Two", "दिवाली"]) {
    await shop.send("good.csv", ...OFFER, "--name", name, "--db", "several.db").ended;
  }
  const { stdout } = await shop.run(["status", "--db", "several.db"]);
  assert.equal(
    stdout,
    "3e0e8b55  done  3 of 3 sent  दिवाली\n" +
      "two  done  3 of 3 sent  Two\none  done  3 of 3 sent  One\n",
  );
  assertFails(
    await shop.run(["rows", "--db", "several.db"]),
    "several.db contains several campaigns: choose one with --id.\nIt contains: 3e0e8b55, two, one",
  );
  assertFails(
    await shop.run(["rows", "--db", "several.db", "--name", "Three"]),
    "several.db contains no campaign three.\nIt contains: 3e0e8b55, two, one",
  );
  assert.equal((await shop.run(["rows", "--db", "several.db", "--name", "दिवाली"])).code, 0);
  assertFails(
    await shop.run(["erase", "--db", "several.db", "--id", "one"]),
    "one will be deleted, with everything known about its recipients.\n" +
      "Nothing was changed. To do it anyway, add --yes.",
  );
  const erased = await shop.run(["erase", "--db", "several.db", "--id", "one", "--yes"]);
  assert.deepEqual([erased.code, erased.stdout], [0, "one was deleted.\n"]);
  assert.doesNotMatch((await shop.run(["status", "--db", "several.db"])).stdout, /^one/m);
});

test("who has opted out gets nothing", async () => {
  const db = ["--db", "out.db"];
  await shop.write("list.txt", `\ufeff${numberOf(2)}\r\n\r\nuser-7\r\n`);
  const added = await shop.run([
    ...["opt-out", "add", `+91 ${numberOf(1)}`, "--from", "list.txt", "--country", "IN", ...db],
  ]);
  assert.deepEqual(added, { code: 0, stdout: "3 recipients, 3 new on the list.\n", stderr: "" });
  const removed = await shop.run(["opt-out", "remove", `91${numberOf(2)}`, ...db]);
  assert.equal(removed.stdout, "1 recipient, 1 taken off the list.\n");
  const listed = await shop.run(["opt-out", "list", ...db]);
  assert.equal(listed.stdout, `91${numberOf(1)}\nuser-7\n`);
  const { stdout } = await shop.send("good.csv", ...OFFER, ...db).ended;
  assert.match(stdout, /\n {8}1 opted_out: their recipients have opted out\n/);
  assert.deepEqual([...shop.arrived().keys()], ["diwali-offer.0", "diwali-offer.2"]);
  assertFails(
    await shop.run(["opt-out", "add", numberOf(0), "123", "--country", "IN", ...db]),
    "recipient 2 is not a phone number: Phone numbers of India (+91) have 10 digits; this one has 3.",
  );
});

test("a list of those who opted out has one recipient in a line, or nothing of it is taken", async () => {
  const call = ["opt-out", "add", "--from", "table.csv", "--country", "IN", "--db", "table.db"];
  for (const [line, says] of [
    [`${numberOf(1)},Asha`, "has several cells: a line has one recipient, and nothing else."],
    ["Asha;user-7", "has several cells: a line has one recipient, and nothing else."],
    ["9.87654E+09", "is not a phone number: "],
    [`${numberOf(1)} Asha`, "has several cells: a line has one recipient, and nothing else."],
    [`Asha|${numberOf(1)}`, "has several cells: a line has one recipient, and nothing else."],
  ]) {
    await shop.write("table.csv", `${numberOf(0)}\n${line}\n`);
    const { code, stdout, stderr } = await shop.run(call);
    assert.deepEqual([code, stdout], [2, ""], line);
    assert.ok(stderr.startsWith(`interakt-wasm: table.csv, line 2, ${says}`), stderr);
  }
  for (const header of ["Mobile", "User ID"]) {
    await shop.write("table.csv", `\n${header}\n${numberOf(0)}\n`);
    assertFails(
      await shop.run(call),
      "table.csv, line 2, is the header of a column: a line has one recipient, and nothing else.",
    );
  }
  assert.ok(!(await readdir(shop.folder)).includes("table.db"));
  // Ids of other programs look like this.
  await shop.write("table.csv", "auth0|5f7c8ec7\nuser 7\nMobile\n");
  assert.equal((await shop.run(call)).stdout, "3 recipients, 3 new on the list.\n");
});

test("what may have been sent is parked, and a person decides", async () => {
  const db = ["--db", "parked.db"];
  shop.answerBy(async (request, simulator) => {
    const { callbackData } = await request.clone().json();
    // The answer to the second is lost, though it arrived.
    if (callbackData === "diwali-offer.1") {
      await simulator(request);
      return new Response("<h1>Bad Gateway</h1>", { status: 502 });
    }
    if (callbackData === "diwali-offer.2") return new Response("{}", { status: 400 });
    return simulator(request);
  });
  const { code, stdout } = await shop.send("good.csv", ...OFFER, ...db).ended;
  assert.match(stdout, /^Diwali offer \(diwali-offer\) is parked\. 3 rows:$/m);
  assert.match(
    stdout,
    /^ {8}1 unknown: may have been sent, so they are parked: decide with mark-sent or again$/m,
  );
  assert.match(stdout, /^ {8}1 refused: Interakt refused them$/m);
  assert.equal(code, 1);
  const parked = await shop.run(["parked", ...db]);
  assert.match(parked.stdout, /\n1\t3\t919876500001\tunknown\t\t1\t[^\t\n]*502[^\t\n]*\n$/);

  assertFails(
    await shop.run(["again", "--state", "unknown", ...db]),
    "1 row may have been sent: anyone who got the message will get it twice.\n" +
      "Nothing was changed. To do it anyway, add --yes.",
  );
  shop.renew();
  const marked = await shop.run(["mark-sent", "--index", "0,1", ...db]);
  assert.equal(marked.stdout, "1 row is marked as sent.\n");
  const again = await shop.run(["again", "--state", "refused", ...db]);
  assert.equal(
    again.stdout,
    "1 row is queued again.\nTo send: npx interakt-wasm campaign run --db parked.db --id diwali-offer\n",
  );
  assert.equal((await shop.send("good.csv", ...OFFER, ...db).ended).code, 0);
  assert.deepEqual([...shop.arrived().keys()], ["diwali-offer.2"]);
});

test("with --yes a parked row is sent again", async () => {
  const db = ["--db", "twice.db"];
  shop.answerBy(async () => new Response("", { status: 500 }));
  await shop.send("good.csv", ...OFFER, ...db).ended;
  shop.renew();
  const again = await shop.run([
    "again",
    "--state",
    "unknown",
    "--index",
    "0",
    "--index",
    "2",
    "--yes",
    ...db,
  ]);
  assert.match(again.stdout, /^2 rows are queued again\.\n/);
  await shop.send("good.csv", ...OFFER, ...db).ended;
  assert.deepEqual([...shop.arrived().keys()].sort(), ["diwali-offer.0", "diwali-offer.2"]);
});

test("a campaign that fails too often stops, says why, and goes on when it is run again", async () => {
  await shop.write("many.csv", customers(80));
  const call = ["many.csv", ...OFFER, "--stop-at", "20%", "--db", "stops.db", "--concurrency", "1"];
  shop.answerBy(async () => new Response("{}", { status: 400 }));
  const { code, stdout } = await shop.send(/** @type {any} */ (call[0]), ...call.slice(1)).ended;
  assert.match(
    stdout,
    /^Diwali offer \(diwali-offer\) is paused, because too many failed\. 80 rows:$/m,
  );
  assert.match(stdout, /^ {7}50 refused/m);
  assert.match(
    stdout,
    /^To continue: npx interakt-wasm campaign run --db stops\.db --id diwali-offer$/m,
  );
  assert.equal(code, 1);
  shop.renew();
  const next = await shop.send(/** @type {any} */ (call[0]), ...call.slice(1)).ended;
  assert.match(next.stdout, /^ {7}30 sent/m);
});

test("a key that is refused stops everything before a row is lost", async () => {
  const call = ["run", "good.csv", ...OFFER, "--db", "key.db", "--base-url", shop.url];
  const { code, stdout, stderr } = await shop.run(call, { key: "YW5vdGhlci1rZXk6" });
  assert.match(
    stdout,
    /is paused, because Interakt refuses the account: its key, its plan or the address\. 3 rows:\n {8}3 waiting/,
  );
  assert.match(
    withoutProgress(stderr),
    /^(interakt-wasm: sendMessage failed with status 401: Unauthorized\..*\n)+$/,
  );
  assert.equal(code, 2);
  assert.equal((await shop.send("good.csv", ...OFFER, "--db", "key.db").ended).code, 0);
});

test("pause and cancel", async () => {
  const db = ["--db", "ends.db"];
  await shop.write("long.csv", customers(500));
  const slow = shop.begin(["run", "long.csv", ...OFFER, ...db, "--base-url", shop.url]);
  await shop.arrive(3);
  const paused = await shop.run(["pause", ...db]);
  assert.equal(
    paused.stdout,
    "diwali-offer is paused.\n" +
      "To continue: npx interakt-wasm campaign run --db ends.db --id diwali-offer\n",
  );
  const { code, stdout } = await slow.ended;
  assert.match(stdout, /^Diwali offer \(diwali-offer\) is paused\. 500 rows:$/m);
  assert.equal(code, 1);
  const left = 500 - shop.arrived().size;
  const cancelled = await shop.run(["cancel", "--yes", ...db]);
  assert.equal(cancelled.stdout, `diwali-offer is cancelled: ${left} rows will not be sent.\n`);
  const count = shop.arrived().size;
  assert.match(
    (await shop.send("long.csv", ...OFFER, ...db).ended).stdout,
    /is cancelled\. 500 rows/,
  );
  assert.equal(shop.arrived().size, count);
});

describe("what cannot be done is said in a line or two, with exit code 2", () => {
  test("there is no SQLite", async () => {
    const outcome = await command(["campaign", "status"], { cwd: shop.folder });
    const { node } = process.versions;
    const says = `campaign needs Node 22.13 or newer, for its built-in SQLite; this is Node ${node}.`;
    assertFails(outcome, says);
    // Nobody should have to set a key only to learn this.
    const run = ["campaign", "run", "good.csv", ...OFFER];
    assertFails(await command(run, { cwd: shop.folder, key: "" }), says);
  });

  test("there is no key, and nothing is begun", async () => {
    assertFails(
      await shop.run(["run", "good.csv", ...OFFER, "--db", "none.db"], { key: "" }),
      "There is no API key. Set INTERAKT_API_KEY to the key that Interakt's dashboard shows\n" +
        "(Settings, Developer Setting).",
    );
    assert.ok(!(await readdir(shop.folder)).includes("none.db"));
  });

  test("nobody said where the columns belong", async () => {
    const call = ["--name", "Guess", "--template", "diwali", "--language", "en", "--country", "IN"];
    assertFails(
      await shop.send("good.csv", ...call, "--db", "guess.db").ended,
      'Say with --map where the columns of good.csv belong. A guess:\n  --map "Mobile=phone"\n' +
        '  --map "Name=template.bodyValues[0]"',
    );
    assert.equal(
      (await shop.run(["status", "--db", "guess.db"])).stdout,
      "guess.db contains no campaigns yet.\n",
    );
  });

  test("the campaign is there, and was made of something else", async () => {
    const db = ["--db", "same.db"];
    await shop.send("good.csv", ...OFFER, ...db).ended;
    const goOn =
      "To continue it: npx interakt-wasm campaign run --db same.db --id diwali-offer\n" +
      "To create another one, choose a different --name or --id.";
    const was = "same.db already has a campaign diwali-offer, made with another";
    assertFails(await shop.send("customers.csv", ...OFFER, ...db).ended, `${was} file.\n${goOn}`);
    assertFails(
      await shop.send("good.csv", ...OFFER, "--quiet", "21:00-09:00", "--template", "other", ...db)
        .ended,
      `${was} --template or base, another --quiet.\n${goOn}`,
    );
    assertFails(
      await shop.send("good.csv", ...OFFER, "--name", "Diwali offer!", ...db).ended,
      `${was} --name.\n${goOn}`,
    );
    assert.equal(shop.bodies().length, 3);
  });

  test("no row can be sent", async () => {
    await shop.write("bad.csv", "Mobile,Name\n123,Nobody\n");
    const { code, stderr } = await shop.send("bad.csv", ...OFFER, "--db", "bad.db").ended;
    assert.deepEqual(
      [code, stderr],
      [2, "interakt-wasm: There is nothing to send. No campaign was created.\n"],
    );
  });

  test("files that are none", async () => {
    assertFails(
      await shop.send("missing.csv", ...OFFER, "--db", "f.db").ended,
      "missing.csv cannot be read (ENOENT).",
    );
    assertFails(
      await shop.send("good.csv", ...OFFER, "--db", "no/folder/c.db").ended,
      "no/folder/c.db cannot be written (its folder does not exist).",
    );
    assertFails(
      await shop.run(["status", "--db", "missing.db"]),
      "missing.db does not exist. Name the database of your campaigns with --db FILE.",
    );
    assertFails(
      await shop.run(["status", "--db", "good.csv"]),
      "good.csv cannot be used: file is not a database.",
    );
    await shop.write("list.json", "[]");
    await shop.write("odd.json", '{"colums":{}}');
    const KEYS =
      "name, operation, base, columns, defaultCountry, quiet, timeZone, stopAt, maxAttempts";
    for (const [file, says] of [
      ["list.json", `list.json must contain an object with keys among ${KEYS}.`],
      ["odd.json", `odd.json: unknown key colums. The keys are ${KEYS}.`],
      ["good.csv", "good.csv is not JSON."],
    ]) {
      const outcome = await shop.send("good.csv", "--settings", String(file)).ended;
      assertFails(outcome, String(says));
    }
  });

  test("settings that cannot work are named", async () => {
    const call = [...OFFER, "--time-zone", "Mars", "--db", "zone.db"];
    const { code, stderr } = await shop.send("good.csv", ...call).ended;
    assert.deepEqual(
      [code, stderr],
      [2, 'interakt-wasm: timeZone must be the name of a time zone, such as "Asia/Kolkata".\n'],
    );
  });

  const THERE =
    "The commands are run, status, rows, parked, mark-sent, again, pause, cancel, results, opt-out " +
    "and erase.";
  /** @type {[string[], string][]} */
  const CALLS = [
    [[], `No command given. ${THERE}`],
    [["send"], `Unknown command campaign send. ${THERE}`],
    [["toString"], `Unknown command campaign toString. ${THERE}`],
    [["status", "x"], "campaign status does not take x."],
    [["run", "a.csv", "b.csv"], "campaign run does not take b.csv."],
    [["status", "--map", "a=b"], "campaign status does not take --map."],
    [["run", "--mapp", "a=b"], "Unknown option --mapp."],
    [["run", "--quiet", "21:00-09:00"], "campaign run takes --quiet only with a FILE."],
    [["run", "good.csv", "--name"], "--name needs a value."],
    [["run", "good.csv", "--language", "en"], "--language needs --template."],
    [["run", "good.csv", "--template", "x"], "--template needs --language."],
    [["run", "good.csv", "--map", "Mobile"], '--map needs COLUMN=PLACE, such as "Mobile=phone".'],
    [["run", "good.csv", "--quiet", "21-9"], "--quiet needs two times, such as 21:00-09:00."],
    [["run", "good.csv", "--stop-at", "0.2"], "--stop-at needs a percentage, such as 20%."],
    [
      ["run", "good.csv", "--plan", "gold"],
      "--plan takes growth, advanced, or a number of requests per minute.",
    ],
    [["run", "good.csv", "--concurrency", "0"], "--concurrency needs a number of 1 or more."],
    [["again"], "campaign again needs --state unknown, dead or refused."],
    [["again", "--state", "sent"], "campaign again needs --state unknown, dead or refused."],
    [
      ["again", "--state", "dead", "--index", "-1"],
      "--index needs numbers from 0, such as 3,17,20.",
    ],
    [
      ["rows", "--state", "gone"],
      "--state takes one of waiting, claimed, leaving, unknown, sent, refused, dead, opted_out, cancelled, invalid, duplicate.",
    ],
    [["rows", "--id", "a b"], "--id takes up to 40 letters, digits, - and _."],
    [["opt-out"], "campaign opt-out needs add, remove or list."],
    [["opt-out", "add"], "campaign opt-out add needs recipients, or --from."],
    [["opt-out", "list", "x"], "campaign opt-out list does not take recipients."],
  ];
  before(() => shop.send("good.csv", ...OFFER).ended);
  for (const [args, says] of CALLS) {
    test(args.join(" ") || "no arguments", async () => {
      assertFails(await shop.run(args), `${says} For help: npx interakt-wasm campaign --help`);
    });
  }
});

test("--help says all of it", async () => {
  const help = await command(["campaign", "--help"]);
  assert.deepEqual([help.code, help.stderr], [0, ""]);
  assert.ok(help.stdout.split("\n").every(({ length }) => length <= 100));
  for (const word of ["--db", "--map", "opt-out", "mark-sent", "Exit code", "INTERAKT_API_KEY"]) {
    assert.ok(help.stdout.includes(word), word);
  }
  assert.deepEqual(await command(["campaign", "run", "--help"]), help);
  assert.doesNotMatch(help.stdout, new RegExp(API_KEY));
});
