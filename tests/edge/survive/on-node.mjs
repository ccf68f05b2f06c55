/** The campaign in a database of this machine, which two programs work at. */
import { DatabaseSync } from "node:sqlite";
import { Interakt } from "interakt-wasm";
import { createAccount, createConsumer, createLedger, nodeSql } from "interakt-wasm/edge";
import { createLife } from "./life.mjs";
import { CAMPAIGN, PLAN } from "./world.mjs";

const PROGRAMS = 2;

/**
 * @param {import("./world.mjs").World} world
 * @returns {import("./world.mjs").Run}
 */
export function onNode(world) {
  const { time, chance, network } = world;
  const database = new DatabaseSync(":memory:");
  const sql = nodeSql(database);
  const plan = { requestsPerMinute: PLAN };
  const ledger = createLedger(sql, CAMPAIGN, { clock: time });
  const account = createAccount(sql, { plan, clock: time });
  /** @type {import("./life.mjs").Life[]} */
  const lives = [];
  /** @type {unknown[]} */
  const errors = [];
  /** @type {string[]} */
  const problems = [];
  let programs = 0;

  function start() {
    const life = createLife(time);
    lives.push(life);
    programs += 1;
    const consumer = createConsumer({
      client: new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: network.fetchOf(life) }),
      account: life.wrap(createAccount(sql, { plan, clock: life.clock })),
      ledger: (id) => life.wrap(createLedger(sql, id, { clock: life.clock })),
      concurrency: chance.whole(1, 20),
      batch: chance.whole(5, 200),
      clock: life.clock,
      onError: (error) => errors.push(error),
    });
    (async () => {
      // Who has paused it starts the program once more by hand.
      for (;;) {
        const { status } = await consumer.run(CAMPAIGN);
        if (status === "running") problems.push("a program ended while the campaign ran");
        if (status !== "paused") break;
        await time.sleep(chance.between(1_000, 60_000));
      }
    })().catch((error) => errors.push(error));
  }

  return {
    ...{ ledger, account, errors, problems },
    begin() {
      for (let program = 0; program < PROGRAMS; program += 1) start();
    },
    kill() {
      const life = chance.of(lives.filter(({ isOver }) => !isOver));
      life?.doom(chance.whole(0, 30));
      time.set(start, chance.between(1_000, 90_000));
    },
    stall() {
      chance.of(lives.filter(({ isOver }) => !isOver))?.stall(chance.between(20_000, 180_000));
    },
    shake() {},
    told: () => ({ programs }),
    close() {
      for (const life of lives) life.doom(0);
      database.close();
    },
  };
}
