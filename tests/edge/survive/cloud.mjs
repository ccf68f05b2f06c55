/** Durable Objects and a Queue, as far as the entry uses them, in a time and with troubles of their own. */
import { DatabaseSync } from "node:sqlite";
import { transactionSync } from "../transaction.mjs";

/**
 * @typedef {import("./time.mjs").Time} Time
 * @typedef {import("./chance.mjs").Chance} Chance
 * @typedef {import("./life.mjs").Life} Life
 * @typedef {{ fetch(request: Request): Promise<Response>, alarm?(): Promise<void> }} Thing
 */

/** What the code of an object that was thrown away meets, and nobody needs to know. */
export const OVER = "This object is of a program that is over.";

/**
 * The objects of one class.
 *
 * @param {Time} time
 * @param {(state: any) => Thing} make
 */
export function createObjects(time, make) {
  /** @type {Map<string, ReturnType<typeof createObject>>} */
  const objects = new Map();

  /** @param {string} name */
  function find(name) {
    let object = objects.get(name);
    if (!object) {
      object = createObject(time, name, make);
      objects.set(name, object);
    }
    return object;
  }

  return {
    find,
    close() {
      for (const object of objects.values()) object.close();
    },
    /**
     * The namespace, to whoever reaches it that way.
     *
     * @param {(call: () => Promise<Response>) => Promise<Response>} way
     * @returns {import("interakt-wasm/edge").DurableNamespace}
     */
    namespace: (way) => ({
      idFromName: (name) => name,
      get: (name) => ({
        async fetch(request) {
          const { url, method } = request;
          const body = await request.text();
          const again = () => new Request(url, { method, ...(body && { body }) });
          return way(() => find(name).fetch(again()));
        },
      }),
    }),
  };
}

/**
 * @param {Time} time
 * @param {string} name
 * @param {(state: any) => Thing} make
 */
function createObject(time, name, make) {
  const database = new DatabaseSync(":memory:");
  /** @type {number | null} */
  let alarmAt = null;
  /** @type {any} */
  let timer;
  let running = start();

  function start() {
    const life = { isOver: false };
    /** @type {(reason: Error) => void} */
    let crash = () => {};
    /** @type {Promise<never>} */
    const crashed = new Promise((_, reject) => {
      crash = reject;
    });
    crashed.catch(() => {});
    const thing = make(stateOf(life));
    return {
      thing,
      /** @template T @param {Promise<T>} work */
      live: (work) => Promise.race([work, crashed]),
      end() {
        life.isOver = true;
        crash(new Error("The Durable Object was reset."));
      },
    };
  }

  /** @param {{ isOver: boolean }} life */
  function stateOf(life) {
    const alive = () => {
      if (life.isOver) throw new Error(OVER);
    };
    const sql = {
      exec(/** @type {string} */ query, /** @type {any[]} */ ...values) {
        alive();
        const rows = database.prepare(query).all(...values);
        return { toArray: () => rows };
      },
    };
    return {
      id: { name, toString: () => name },
      waitUntil: (/** @type {Promise<unknown>} */ work) => void work.catch(() => {}),
      blockConcurrencyWhile: (/** @type {() => Promise<unknown>} */ work) => work(),
      storage: {
        sql,
        transactionSync(/** @type {() => unknown} */ work) {
          alive();
          return transactionSync(database, work);
        },
        getAlarm: async () => alarmAt,
        async setAlarm(/** @type {number | Date} */ at) {
          alive();
          setAlarm(Number(at));
        },
        async deleteAlarm() {
          alive();
          alarmAt = null;
          time.clear(timer);
        },
        deleteAll: async () => alive(),
      },
    };
  }

  /** @param {number} at */
  function setAlarm(at) {
    alarmAt = at;
    time.clear(timer);
    timer = time.set(ring, at - time.now());
  }

  /** One that fails is rung again, as Cloudflare does it. */
  async function ring() {
    alarmAt = null;
    try {
      await running.live(Promise.resolve(running.thing.alarm?.()));
    } catch {
      if (alarmAt === null) setAlarm(time.now() + 2_000);
    }
  }

  return {
    fetch: (/** @type {Request} */ request) => running.live(running.thing.fetch(request)),
    /** It is thrown away, as for a new version of its code; the next call starts another. */
    reset() {
      running.end();
      running = start();
    },
    close: () => database.close(),
  };
}

/** How long a consumer may take for a batch, and how many work at once. */
const MOST_WORK_MS = 900_000;
const CONSUMERS = 3;
const MOST_RETRIES = 3;

/**
 * @param {object} world
 * @param {Time} world.time
 * @param {Chance} world.chance
 * @param {number} share How many of the tickets meet a fault.
 * @param {(batch: any) => { life: Life, work: Promise<unknown> }} consume
 */
export function createQueue({ time, chance }, share, consume) {
  /** @type {{ id: string, body: unknown, attempts: number }[]} */
  const waiting = [];
  const told = { sent: 0, lost: 0, doubled: 0, late: 0, dead: 0, again: 0 };
  let busy = 0;
  let count = 0;

  /** @param {{ id: string, body: unknown, attempts: number }} message @param {number} ms */
  function put(message, ms) {
    time.set(() => {
      waiting.push(message);
      deliver();
    }, ms);
  }

  function deliver() {
    while (busy < CONSUMERS && waiting.length > 0) {
      busy += 1;
      serve(waiting.splice(0, chance.whole(1, 3))).finally(() => {
        busy -= 1;
        deliver();
      });
    }
  }

  /** @param {{ id: string, body: unknown, attempts: number }[]} taken */
  async function serve(taken) {
    /** @type {Map<string, number | undefined>} The delay of those that are to come again. */
    const answers = new Map();
    const messages = taken.map(({ id, body, attempts }) => ({
      ...{ id, body, attempts },
      ack: () => {
        if (!life.isOver) answers.set(id, undefined);
      },
      retry: ({ delaySeconds = 0 } = {}) => {
        if (!life.isOver) answers.set(id, delaySeconds * 1_000);
      },
    }));
    const { life, work } = consume({ queue: "tickets", messages });
    const late = time.sleep(MOST_WORK_MS).then(() => life.doom(0));
    const failed = await Promise.race([
      work.then(
        () => false,
        () => true,
      ),
      Promise.race([life.death, late]).then(() => true),
    ]);
    for (const message of taken) {
      const isAnswered = answers.has(message.id);
      // What nobody has said anything of is done with if the batch is.
      if (isAnswered ? answers.get(message.id) === undefined : !failed) continue;
      const ms = answers.get(message.id) ?? chance.between(1_000, 30_000);
      if (message.attempts > MOST_RETRIES) {
        told.dead += 1;
        continue;
      }
      told.again += 1;
      put({ ...message, attempts: message.attempts + 1 }, ms);
    }
  }

  return {
    told,
    /** @type {import("interakt-wasm/edge").QueueProducer<any>} */
    producer: {
      async send(body, { delaySeconds = 0 } = {}) {
        told.sent += 1;
        const fault = chance.is(share)
          ? chance.of(/** @type {const} */ (["lost", "doubled", "late"]))
          : undefined;
        if (fault) told[fault] += 1;
        if (fault === "lost") return;
        for (let copy = 0; copy < (fault === "doubled" ? 2 : 1); copy += 1) {
          count += 1;
          const ms = delaySeconds * 1_000 + (fault === "late" ? 120_000 : 0);
          put({ id: String(count), body, attempts: 1 }, ms + chance.between(5, 500));
        }
      },
    },
  };
}
