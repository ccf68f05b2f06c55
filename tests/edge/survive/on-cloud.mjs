/** The campaign in Durable Objects, with consumers that a Queue calls. */
import { Interakt } from "interakt-wasm";
import {
  createConsumer,
  durableLedger,
  durableLimiter,
  InteraktAccount,
  InteraktCampaign,
} from "interakt-wasm/edge";
import { createWay } from "./calls.mjs";
import { createObjects, createQueue } from "./cloud.mjs";
import { createLife } from "./life.mjs";
import { CAMPAIGN, FAULTY, PLAN } from "./world.mjs";

/**
 * @param {import("./world.mjs").World} world
 * @returns {import("./world.mjs").Run}
 */
export function onCloud(world) {
  const { time, chance, network } = world;
  const env = {
    /** @type {import("interakt-wasm/edge").QueueProducer<any>} */
    TICKETS: { send: (ticket, options) => queue.producer.send(ticket, options) },
  };
  // By the clock on the wall, as deployed: it shows this time, and alarms ring by it.
  const accounts = createObjects(time, (state) => new InteraktAccount(state));
  const campaigns = createObjects(time, (state) => new InteraktCampaign(state, env));
  const options = { plan: { requestsPerMinute: PLAN } };
  const lost = () => new Error("Network connection lost.");
  const [toAccount, toCampaign] = [0, 0].map(() => createWay(world, FAULTY, lost));
  const direct = (/** @type {() => Promise<Response>} */ call) => call();
  /** @type {import("./life.mjs").Life[]} */
  const busy = [];
  /** @type {unknown[]} */
  const errors = [];
  let consumers = 0;

  /** @param {any} batch */
  function consume(batch) {
    const life = createLife(time);
    busy.push(life);
    consumers += 1;
    /** @param {import("./calls.mjs").Way | undefined} way */
    const through = (way) => (/** @type {() => Promise<Response>} */ call) =>
      life.live(() => /** @type {import("./calls.mjs").Way} */ (way).call(call));
    const consumer = createConsumer({
      client: new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: network.fetchOf(life) }),
      account: durableLimiter(accounts.namespace(through(toAccount)), options),
      ledger: (id) => durableLedger(campaigns.namespace(through(toCampaign)), id),
      tickets: life.wrap(env.TICKETS),
      clock: life.clock,
      onError: (error) => errors.push(error),
    });
    const work = consumer.queue(batch).finally(() => busy.splice(busy.indexOf(life), 1));
    return { life, work };
  }

  let isOver = false;
  function kill() {
    // Nobody may be there just now.
    if (busy.length > 0) chance.of(busy).doom(chance.whole(0, 60));
    else if (!isOver) time.set(kill, 5_000);
  }

  const queue = createQueue(world, FAULTY, consume);

  return {
    errors,
    problems: [],
    ledger: durableLedger(campaigns.namespace(direct), CAMPAIGN),
    account: durableLimiter(accounts.namespace(direct), options),
    // The object puts tickets in by itself.
    begin() {},
    kill,
    stall() {
      if (busy.length > 0) chance.of(busy).stall(chance.between(20_000, 180_000));
    },
    shake() {
      const object = chance.of([accounts.find("default"), campaigns.find(CAMPAIGN)]);
      if (chance.is(0.5)) object.reset();
      else chance.of([toAccount, toCampaign])?.cut(chance.between(5_000, 90_000));
    },
    told: () => ({ consumers, ...queue.told }),
    close() {
      isOver = true;
      for (const life of busy) life.doom(0);
      accounts.close();
      campaigns.close();
    },
  };
}
