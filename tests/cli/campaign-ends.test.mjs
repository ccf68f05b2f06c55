// `npx interakt-wasm campaign run` that is stopped, killed, or called twice at once.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { createRandom } from "../webhooks/random.mjs";
import { createShop, customers, OFFER, withoutProgress } from "./campaigns.mjs";

const shop = await createShop();
after(shop.close);
beforeEach(shop.renew);

const ROWS = 300;
await shop.write("customers.csv", customers(ROWS));

/** @param {string[]} args */
const send = (...args) => shop.send("customers.csv", ...OFFER, ...args);

/** As long as this, what a killed process had under way is left alone. */
const SHORT = ["--timeout", "2"];

/** How often rows of each state left. @param {string} db */
async function compare(db) {
  const { stdout } = await shop.run(["rows", "--db", db, "--json"]);
  /** @type {import("interakt-wasm/edge").LedgerRow[]} */
  const rows = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const arrived = shop.arrived();
  const times = rows.map(({ index, state }) => ({
    state,
    count: arrived.get(`diwali-offer.${index}`) ?? 0,
  }));
  assert.equal(times.length, ROWS);
  assert.deepEqual(
    times.filter(({ state, count }) => count !== 1 && !(state === "unknown" && count === 0)),
    [],
    "each row is sent once, or parked",
  );
  return times.filter(({ state }) => state === "unknown").length;
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  test(`${signal} ends what is being sent, and the same command goes on`, async () => {
    const db = `${signal}.db`;
    const run = send("--db", db);
    await shop.arrive(20);
    run.kill(signal);
    const { code, stdout, stderr } = await run.ended;
    assert.equal(
      withoutProgress(stderr),
      "\nStopping when the messages in flight are done. Press Ctrl+C again to stop now and park them.\n",
    );
    assert.match(stdout, /^Diwali offer \(diwali-offer\) is running\. 300 rows:$/m);
    assert.match(
      stdout,
      new RegExp(`^To continue: npx interakt-wasm campaign run --db ${db} --id diwali-offer$`, "m"),
    );
    assert.equal(code, 1);
    assert.ok(shop.arrived().size < ROWS);
    assert.equal((await send("--db", db).ended).code, 0);
    assert.equal(await compare(db), 0, "nothing is parked");
  });
}

test("a terminal that is closed ends nothing that is being sent", async () => {
  shop.answerBy(async (request, simulator) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return simulator(request);
  });
  const run = send("--db", "closed.db");
  await shop.arrive(20);
  run.hangUp();
  await run.ended;
  const { stdout } = await shop.run(["status", "--db", "closed.db", "--json"]);
  const { counts } = JSON.parse(stdout);
  assert.deepEqual([counts.claimed, counts.leaving, counts.unknown], [0, 0, 0]);
  assert.equal(counts.sent, shop.arrived().size);
  assert.equal(counts.sent + counts.waiting, ROWS);
});

test("killed again and again, it sends each row once or parks it", async (t) => {
  const random = createRandom(7, 0);
  let kills = 0;
  for (; kills < 4; kills += 1) {
    const run = send("--db", "killed.db", ...SHORT);
    await shop.arrive(1 + random.below(60));
    run.kill("SIGKILL");
    assert.equal((await run.ended).code, null);
  }
  const { code, stdout } = await send("--db", "killed.db", ...SHORT).ended;
  const parked = await compare("killed.db");
  t.diagnostic(`${kills} kills, ${parked} parked`);
  assert.match(stdout, new RegExp(`^ +${ROWS - parked} sent: `, "m"));
  assert.equal(code, parked > 0 ? 1 : 0);
});

test("killed while it reads the file, it reads the rest", async () => {
  const random = createRandom(8, 0);
  for (let kills = 0; kills < 3; kills += 1) {
    const run = send("--db", "read.db", ...SHORT);
    await new Promise((resolve) => setTimeout(resolve, 100 + random.below(600)));
    run.kill("SIGKILL");
    await run.ended;
  }
  await send("--db", "read.db", ...SHORT).ended;
  await compare("read.db");
});

test("two at once share the work, and neither sends what the other does", async () => {
  const ends = await Promise.all([send("--db", "two.db").ended, send("--db", "two.db").ended]);
  assert.deepEqual(
    ends.map(({ code, stderr }) => ({ code, stderr: withoutProgress(stderr) })),
    [
      { code: 0, stderr: "" },
      { code: 0, stderr: "" },
    ],
  );
  assert.equal(await compare("two.db"), 0);
});
