/** Processes that share the database of an account, and the list of those who want no messages. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createAccount, nodeSql } from "interakt-wasm/edge";
import { createTime } from "../time.mjs";

/** @param {import("node:test").TestContext} t Removes it. */
async function fileOf(t) {
  const folder = await mkdtemp(join(tmpdir(), "account-"));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, "account.db");
}

/**
 * Accounts as several processes have them, in simulated time.
 *
 * @param {string} file
 * @param {number} many
 * @param {object} options
 */
function openMany(file, many, options) {
  const time = createTime();
  const accounts = Array.from({ length: many }, () =>
    createAccount(nodeSql(new DatabaseSync(file)), { ...options, clock: time }),
  );
  return { time, accounts };
}

test("those who share a file share its pace, and who came first goes first", async (t) => {
  const file = await fileOf(t);
  const plan = { requestsPerMinute: 60 };
  const { time, accounts } = openMany(file, 3, { plan, slackMs: 0 });
  /** @type {{ order: number, at: number }[]} */
  const served = [];
  for (let order = 0; order < 90; order += 1) {
    const account = /** @type {typeof accounts[number]} */ (accounts[(order * 7) % 3]);
    account.acquire({}).then(() => served.push({ order, at: time.passed }));
    await time.run(time.passed + 5);
  }
  await time.run(1_500);
  assert.equal((await accounts[0]?.state())?.waiting, 88);
  await time.run();
  assert.deepEqual(
    served.map(({ order }) => order),
    [...Array(90).keys()],
  );
  for (const [place, { at }] of served.entries()) {
    if (place >= 60) assert.ok(at - /** @type {any} */ (served[place - 60]).at >= 60_000 - 0.01);
  }
  // Nobody waits for a turn that another one has to give up first.
  assert.ok(time.passed < 92_000, `${time.passed} ms`);
});

test("who has died is not waited for", async (t) => {
  const file = await fileOf(t);
  const plan = { requestsPerMinute: 60 };
  const { time, accounts } = openMany(file, 1, { plan });
  const [account] = accounts;
  assert.ok(account);
  await account.acquire({});
  // Another process said this, and nothing any more.
  new DatabaseSync(file)
    .prepare("INSERT INTO interakt_peer VALUES ('dead', 1, 9, ?)")
    .all(time.now());
  let at = 0;
  account.acquire({}).then(() => {
    at = time.passed;
  });
  await time.run();
  assert.ok(at >= 3_000 && at < 4_100, `${at} ms`);
});

test("who gives up is no hindrance to the others", async (t) => {
  const file = await fileOf(t);
  const plan = { requestsPerMinute: 60 };
  const { time, accounts } = openMany(file, 2, { plan });
  const [one, other] = accounts;
  assert.ok(one && other);
  const controller = new AbortController();
  const reason = new Error("enough");
  await one.acquire({});
  const turns = [1, 2, 3].map(() => one.acquire({ signal: controller.signal }));
  const given = other.acquire({}).then(() => time.passed);
  await time.run(500);
  controller.abort(reason);
  for (const turn of turns) await assert.rejects(turn, reason);
  await time.run();
  assert.ok((await given) <= 1_525, `${await given} ms`);
  await assert.rejects(one.acquire({ signal: controller.signal }), reason);
});

test("real processes that share a file keep to one pace, and one that is killed forgets nothing", async (t) => {
  const file = await fileOf(t);
  const script = fileURLToPath(new URL("taker.mjs", import.meta.url));
  const children = [1, 2, 3].map(() =>
    spawn(process.execPath, ["--no-warnings", script, file], {
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  /** @type {number[]} */
  const each = [0, 0, 0];
  await Promise.all(
    children.map(async (child, place) => {
      for await (const _ of createInterface({ input: child.stdout })) {
        each[place] = (each[place] ?? 0) + 1;
        if (place === 0 && each[0] === 10) child.kill("SIGKILL");
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    }),
  );
  assert.deepEqual(each.slice(1), [40, 40]);
  const rows = new DatabaseSync(file)
    .prepare("SELECT n, at FROM interakt_permission ORDER BY n")
    .all();
  // Of a slow machine the first ones are so long ago that they are forgotten.
  const given = Number(rows.at(-1)?.n);
  const said = each.reduce((sum, many) => sum + many);
  // The process that was killed may have taken some that it could not say any more.
  const untold = 40 - Number(each[0]);
  assert.ok(given >= said && given <= said + untold, `${given} were given, ${said} taken`);
  const times = rows.map(({ at }) => Number(at));
  for (let later = 60; later < times.length; later += 1) {
    const apart = Number(times[later]) - Number(times[later - 60]);
    assert.ok(apart >= 61_500 - 0.01, `60 in ${apart} ms`);
  }
});

test("what others took while one waited for the file is no later than now", async (t) => {
  const file = await fileOf(t);
  const { time, accounts } = openMany(file, 1, { plan: { requestsPerMinute: 60 } });
  await accounts[0]?.acquire({});
  const sql = nodeSql(new DatabaseSync(file));
  let meanwhile = () => {};
  /** @type {typeof sql.transaction} */
  const transaction = (work) => {
    meanwhile();
    return sql.transaction(work);
  };
  const account = createAccount({ ...sql, transaction }, { clock: time });
  /** @type {number[]} */
  const taken = [];
  meanwhile = () => {
    time.jump(1_500);
    sql.all(
      "INSERT INTO interakt_permission SELECT max(n) + 1, ?1, ?1 FROM interakt_permission",
      time.now(),
    );
    taken.push(time.now());
  };
  await account.state();
  const turn = account.acquire({});
  meanwhile = () => {};
  await time.run();
  await turn;
  const rows = sql.all("SELECT at FROM interakt_permission ORDER BY n");
  assert.deepEqual(
    rows.slice(1, -1).map(({ at }) => at),
    taken,
  );
  assert.ok(taken.length >= 2, "nobody took anything");
});

test("who has opted out gets no permission, and uses none up", async (t) => {
  const { time, accounts } = openMany(await fileOf(t), 1, { plan: { requestsPerMinute: 60 } });
  const [account] = accounts;
  assert.ok(account);
  const turn = { campaign: "c", index: 7 };
  assert.equal(await account.optOut(["919876543210", "+91 98765-43211", "919876543210"]), 2);
  assert.deepEqual(await account.optedOut(), ["919876543210", "919876543211"]);
  assert.deepEqual(await account.optedOut({ after: "919876543210", most: 1 }), ["919876543211"]);
  assert.deepEqual(await account.admit({ ...turn, recipient: "919876543210" }), {
    admitted: false,
  });
  assert.deepEqual(await account.admit({ ...turn, recipient: "+919876543211" }), {
    admitted: false,
  });
  assert.equal((await account.state()).lastMinute, 0);
  const { admitted } = await account.admit({ ...turn, recipient: "919876543212" });
  assert.equal(admitted, true);
  assert.deepEqual(await account.lastMessage("+919876543212"), {
    campaign: "c",
    index: 7,
    at: time.now(),
  });
  assert.equal(await account.lastMessage("919876543210"), null);

  // Also who does so while it waits.
  const waiting = account.admit({ ...turn, recipient: "919876543213" });
  await account.optOut(["919876543213"]);
  await time.run();
  assert.deepEqual(await waiting, { admitted: false });
  assert.equal(await account.optIn(["+919876543213", "1"]), 1);
  assert.equal((await account.state()).optedOut, 2);
  assert.equal((await account.state()).lastMinute, 1);
});

test("who has opted out by a userId gets nothing at a number either, and the other way round", async (t) => {
  const { time, accounts } = openMany(await fileOf(t), 1, { plan: { requestsPerMinute: 60 } });
  const [account] = accounts;
  assert.ok(account);
  await account.optOut(["user-7", "919876543210"]);
  /** @param {string} recipient @param {string} userId */
  const ask = async (recipient, userId) => {
    const turn = account.admit({ campaign: "c", index: 1, recipient, userId });
    await time.run();
    return (await turn).admitted;
  };
  assert.equal(await ask("919876543211", "user-7"), false);
  assert.equal(await ask("919876543210", "user-8"), false);
  assert.equal(await ask("919876543211", "user-8"), true);
  assert.equal(await ask("919876543211", ""), true);
  // Also who does so while it waits.
  const waiting = account.admit({
    campaign: "c",
    index: 2,
    recipient: "919876543212",
    userId: "u",
  });
  await account.optOut(["u"]);
  await time.run();
  assert.deepEqual(await waiting, { admitted: false });
});

test("a phone is known by each spelling of its number", async (t) => {
  const { time, accounts } = openMany(await fileOf(t), 1, { plan: { requestsPerMinute: 60 } });
  const [account] = accounts;
  assert.ok(account);
  // As WhatsApp tells of who writes STOP, and as their number stands in files.
  for (const [id, number] of [
    ["553187654321", "5531987654321"],
    ["5215512345678", "525512345678"],
  ]) {
    assert.ok(id && number);
    for (const [told, asked] of [
      [id, number],
      [number, id],
    ]) {
      assert.ok(told && asked);
      assert.equal(await account.optOut([told, asked]), 1);
      assert.deepEqual(await account.optedOut(), [told]);
      const turn = { campaign: "c", index: 7, recipient: asked };
      assert.deepEqual(await account.admit(turn), { admitted: false });
      assert.equal(await account.optIn([asked]), 1);
      const admitted = account.admit(turn);
      await time.run();
      assert.equal((await admitted).admitted, true);
      assert.equal((await account.lastMessage(told))?.index, 7);
    }
  }
});

test("what an earlier version has stored under both spellings is found, and taken off whole", async (t) => {
  const sql = nodeSql(new DatabaseSync(await fileOf(t)));
  const account = createAccount(sql);
  for (const recipient of ["553187654321", "5531987654321"]) {
    sql.all("INSERT INTO interakt_opt_out VALUES (?)", recipient);
  }
  for (const [recipient, row, at] of /** @type {const} */ ([
    ["525512345678", 1, 1_000],
    ["5215512345678", 2, 2_000],
  ])) {
    sql.all("INSERT INTO interakt_last_message VALUES (?, 'c', ?, ?)", recipient, row, at);
  }
  assert.equal((await account.lastMessage("525512345678"))?.index, 2);
  assert.equal(await account.optOut(["5531987654321"]), 0);
  assert.equal(await account.optIn(["5531987654321"]), 2);
  assert.deepEqual(await account.optedOut(), []);
});

test("what cannot work is refused by name, and says what to do", async (t) => {
  const sql = nodeSql(new DatabaseSync(await fileOf(t)));
  for (const [options, words] of /** @type {[any, RegExp][]} */ ([
    [{ plan: "huge" }, /plan must be "growth", "advanced" or \{ requestsPerMinute \}/],
    [{ plan: { requestsPerMinute: 0 } }, /a number of 1 or more/],
    [{ plan: { perMinute: 5 } }, /plan has no option "perMinute"/],
    [{ slackMs: -1 }, /slackMs must be a number of milliseconds, from 0 to 60000/],
    [{ slackMs: Number.NaN }, /slackMs/],
    [{ slack: 5 }, /createAccount has no option "slack". Did you mean "slackMs"\?/],
    [{ clock: {} }, /clock must have now\(\)/],
  ])) {
    assert.throws(() => createAccount(sql, options), {
      name: "ConfigurationError",
      message: words,
    });
  }
  const account = /** @type {any} */ (createAccount(sql));
  for (const [work, words] of /** @type {[() => Promise<unknown>, RegExp][]} */ ([
    [() => account.pause(Number.NaN), /pause takes a number of milliseconds/],
    [() => account.optOut("919876543210"), /list of recipients/],
    [() => account.optOut([""]), /digits of a number/],
    [() => account.optedOut({ most: "many" }), /^optedOut: most must be a whole number, 1 or more/],
    [() => account.optedOut({ most: 0 }), /^optedOut: most/],
    [() => account.optedOut({ after: 7 }), /^optedOut: after must be a recipient/],
    [() => account.admit({ recipient: "1", campaign: "c" }), /admit takes the recipient/],
    [() => account.optedOut({ from: "1" }), /optedOut has no option "from"/],
  ])) {
    await assert.rejects(work, { name: "ConfigurationError", message: words });
  }
  assert.throws(() => nodeSql(/** @type {any} */ ({})), { name: "ConfigurationError" });
});

test("what is too old is deleted with the permissions", async (t) => {
  const file = await fileOf(t);
  const { time, accounts } = openMany(file, 1, { plan: { requestsPerMinute: 6_000 }, slackMs: 0 });
  const [account] = accounts;
  assert.ok(account);
  const rows = new DatabaseSync(file).prepare(
    "SELECT (SELECT count(*) FROM interakt_permission) + (SELECT count(*) FROM interakt_last_message) AS many",
  );
  /** @param {number} many @param {string} who */
  const send = async (many, who) => {
    for (let index = 0; index < many; index += 1) {
      account.admit({ recipient: `${who}${index}`, campaign: "c", index });
    }
    await time.run();
  };
  await send(100, "a");
  assert.equal(rows.get()?.many, 200);
  time.jump(8 * 24 * 3_600_000);
  await send(64, "b");
  assert.ok(Number(rows.get()?.many) <= 128);
  assert.equal(await account.lastMessage("a5"), null);
});
