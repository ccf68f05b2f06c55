/**
 * What becomes of deliveries that were changed, in every runtime: none verifies, and each is
 * either read or refused with an error of the package.
 */
import { assert } from "chai";
import { addTriple, createDigest } from "./digest.mjs";
import { FORMS, handOver, isBroken } from "./mutations/forms.mjs";
import { tripleOf } from "./mutations.mjs";
import { createRandom } from "./random.mjs";

/** @typedef {import("./originals.mjs").Original} Original */
/** @typedef {import("./mutations.mjs").Triple} Triple */

/**
 * @typedef {object} Task
 * @property {Original[]} originals
 * @property {number} seed
 * @property {number} from
 * @property {number} to the first that is not meant
 *
 * @typedef {object} Report
 * @property {number} refused how many did not verify
 * @property {Record<string, number>} kinds how often each was there
 * @property {Record<string, number>} read how often a body was an event, or which error
 * @property {string} triples the same for the same ones
 * @property {string} events the same for the same ones
 */

/** How many are verified at the same time. */
const AT_ONCE = 200;

/**
 * @param {any} api the package's exports
 * @param {Task} task
 * @returns {Promise<{ problem: string } | { problem: null, report: Report }>}
 */
export async function runTask(api, task) {
  try {
    return { problem: null, report: await run(api, task) };
  } catch (/** @type {any} */ error) {
    return { problem: `${error}\n${error?.stack}` };
  }
}

/**
 * @param {any} api
 * @param {Task} task
 * @returns {Promise<Report>}
 */
async function run(api, { originals, seed, from, to }) {
  const triples = createDigest();
  const events = createDigest();
  /** @type {Record<string, number>} */
  const kinds = {};
  /** @type {Record<string, number>} */
  const read = {};
  let refused = 0;

  for (const original of originals) await assertGood(api, original);
  for (let first = from; first < to; first += AT_ONCE) {
    const length = Math.min(AT_ONCE, to - first);
    const batch = Array.from({ length }, (_, place) => tripleOf(originals, seed, first + place));
    const nameOf = (/** @type {number} */ place) =>
      `${first + place} of seed ${seed} (${batch[place]?.kinds.join(", ")})`;
    const verdicts = batch.map((triple) => verdictOf(api, triple));
    await assertGood(api, createRandom(seed, first).pick(originals));
    for (const [place, verdict] of (await Promise.all(verdicts)).entries()) {
      assert.strictEqual(verdict, false, `verifying ${nameOf(place)}`);
      refused += 1;
    }
    for (const [place, triple] of batch.entries()) {
      addTriple(triples, triple);
      for (const kind of triple.kinds) count(kinds, kind);
      const { outcome, event = "" } = readingOf(api, triple, nameOf(place));
      count(read, outcome);
      events.add(outcome);
      events.add(event);
    }
  }
  for (const original of originals) await assertGood(api, original);
  return { refused, kinds, read, triples: triples.mark(), events: events.mark() };
}

/**
 * @param {Record<string, number>} counts
 * @param {string} name
 */
function count(counts, name) {
  counts[name] = (counts[name] ?? 0) + 1;
}

/**
 * @param {any} api
 * @param {Triple} triple
 * @returns {Promise<unknown>} what it gives; an error as text, which is no verdict
 */
async function verdictOf({ webhooks }, { body, header, secret }) {
  try {
    return await webhooks.verify(body, header, secret);
  } catch (error) {
    return `threw ${error}`;
  }
}

/**
 * What reading a body comes to.
 * @param {any} api
 * @param {Triple} triple
 * @param {string} name
 * @returns {{ outcome: string, event?: string }}
 */
function readingOf(api, { body, content }, name) {
  const payload = payloadOf(content);
  let event;
  try {
    event = api.webhooks.parse(body);
  } catch (/** @type {any} */ error) {
    const isOurs = error instanceof api.WebhookError || error instanceof api.ConfigurationError;
    assert.isTrue(isOurs, `reading ${name} threw ${error}`);
    assert.isUndefined(payload, `${name} is refused, and is a payload`);
    return { outcome: error.code };
  }
  assert.isDefined(payload, `${name} is read, and is no payload`);
  const { known, channel, messageId, callbackData, status, submissionKey, dedupeKey } = event;
  assert.isString(dedupeKey, name);
  assert.isNotEmpty(dedupeKey, name);
  if (known) return { outcome: "known", event: JSON.stringify(event) };
  const facts = {
    known: false,
    channel,
    messageId,
    callbackData,
    status,
    submissionKey,
    dedupeKey,
  };
  assert.deepEqual(
    event,
    { ...payload, ...facts, payload },
    `${name} is not known, and was changed`,
  );
  return { outcome: "not known", event: JSON.stringify(event) };
}

/**
 * The object that this is as JSON, where bytes can say it.
 * @param {string | Uint8Array | undefined} content
 * @returns {object | undefined}
 */
function payloadOf(content) {
  if (content === undefined || isBroken(content)) return undefined;
  try {
    const isText = typeof content === "string";
    const text = isText ? content : new TextDecoder("utf-8", { fatal: true }).decode(content);
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asserts that the original verifies and is read, in every form.
 * @param {any} api
 * @param {Original} original
 */
async function assertGood({ webhooks }, { name, body: text, header, secret, event }) {
  for (const wanted of FORMS) {
    const { body } = handOver(text, wanted);
    assert.strictEqual(await webhooks.sign(body, secret), header, `${name}, signed as ${wanted}`);
    assert.strictEqual(await webhooks.verify(body, header, secret), true, `${name} as ${wanted}`);
    assert.deepEqual(webhooks.parse(body), event, `${name}, read as ${wanted}`);
  }
}
