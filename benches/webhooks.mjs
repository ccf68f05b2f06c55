/**
 * `npm run bench -- webhooks`: deliveries verified and read, beside an HMAC of node:crypto and
 * JSON.parse. With `--check` it fails where a target is missed.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { init, webhooks } from "interakt-wasm";
import { main, ROOT } from "../scripts/project.mjs";
import { inTurn, ratioOf } from "./alternate.mjs";
import { judge } from "./targets.mjs";

const ROUNDS = 61;

/** How often each delivery comes in one measurement. */
const TIMES = 40;

const SECRET = "nilgiri-webhook-secret";

/** @typedef {{ body: string, header: string }} Delivery */

/** @returns {Promise<Delivery[]>} One of each kind of event about a message. */
async function deliveries() {
  const path = join(ROOT, "tests", "fixtures", "webhooks-messages.json");
  /** @type {{ body: object }[]} */
  const fixtures = JSON.parse(await readFile(path, "utf8"));
  const bodies = fixtures.map(({ body }) => JSON.stringify(body));
  return Promise.all(
    bodies.map(async (body) => ({ body, header: await webhooks.sign(body, SECRET) })),
  );
}

/** What one writes without the package. @param {Delivery} delivery */
function verifyByNode({ body, header }) {
  const expected = Buffer.from(`sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`);
  const given = Buffer.from(header);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** @param {Delivery} delivery */
const verify = ({ body, header }) => webhooks.verify(body, header, SECRET);

/** Each says by its answer that all is well. @type {Record<string, { ours: Work, peer: Work }>} */
const CONTESTS = {
  "verify and parse": {
    ours: async (delivery) => (await verify(delivery)) && webhooks.parse(delivery.body).known,
    peer: (delivery) => verifyByNode(delivery) && JSON.parse(delivery.body).type !== undefined,
  },
  verify: { ours: verify, peer: verifyByNode },
  parse: {
    ours: ({ body }) => webhooks.parse(body).known,
    peer: ({ body }) => JSON.parse(body).type !== undefined,
  },
};

/** @typedef {(delivery: Delivery) => boolean | Promise<boolean>} Work */

/**
 * @param {Work} work
 * @param {Delivery[]} delivered
 * @returns {Promise<number>} How many a second.
 */
async function rate(work, delivered) {
  const start = performance.now();
  for (let time = 0; time < TIMES; time += 1) {
    for (const delivery of delivered) {
      const good = work(delivery);
      if ((typeof good === "boolean" ? good : await good) !== true) {
        throw new Error("a delivery is not good");
      }
    }
  }
  return (TIMES * delivered.length) / ((performance.now() - start) / 1000);
}

await main(async () => {
  await init();
  const delivered = await deliveries();
  const forged = delivered.map(({ body, header }) => ({ body: `${body} `, header }));
  for (const delivery of forged) {
    if ((await verify(delivery)) || verifyByNode(delivery)) throw new Error("a forgery passes");
  }
  const rows = [];
  for (const [name, contest] of Object.entries(CONTESTS)) {
    const { ours, peer } = await inTurn(["ours", "peer"], { rounds: ROUNDS }, (who) =>
      rate(contest[who], delivered),
    );
    const details = [ours, peer].map(({ middle }) => Math.round(middle).toLocaleString("en"));
    rows.push({ name, details, figure: ratioOf(ours, peer) });
  }
  const bytes = delivered.reduce((sum, { body }) => sum + body.length, 0) / delivered.length;
  judge(
    "webhooks",
    {
      columns: ["ours, a second", "node:crypto, JSON.parse"],
      unit: "× theirs, median of ratios",
      how: `${delivered.length} deliveries of ${bytes.toFixed(0)} bytes, ${TIMES} times in each of ${ROUNDS} rounds, one after the other`,
    },
    rows,
  );
});
