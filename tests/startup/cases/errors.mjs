/** Errors that leave the place where they were made: cloned, sent, of another page. */
import { assert } from "chai";
import { clientOf, failureOf, MESSAGE, openPage } from "../world.mjs";

/** How each class comes about. @type {Record<string, (api: any) => unknown>} */
const FAILURES = {
  ValidationError: ({ sendMessage }) => sendMessage.build({}),
  ConfigurationError: ({ Interakt }) => new Interakt({}),
  WebhookError: ({ webhooks }) => webhooks.parse("no JSON"),
  ApiError: ({ sendMessage }) => sendMessage.parse(409, {}, "{}"),
  AuthenticationError: ({ sendMessage }) => sendMessage.parse(401, {}, "{}"),
  RateLimitError: ({ sendMessage }) => sendMessage.parse(429, { "retry-after": "20" }, "{}"),
  ServerError: ({ sendMessage }) => sendMessage.parse(503, {}, "down"),
  ConnectionError: (api) =>
    clientOf(api, { fetch: () => Promise.reject(new TypeError("gone")) }).sendMessage(MESSAGE),
  TimeoutError: (api) =>
    clientOf(api, { fetch: () => new Promise(() => {}), timeoutMs: 1 }).sendMessage(MESSAGE),
};

/** @type {import("../world.mjs").Case[]} */
export const errorCases = [
  {
    name: "what toJSON gives is known to the guards after a clone and a message",
    async run({ copy }) {
      const api = await copy().load();
      for (const error of await errorsOf(api)) {
        const plain = error.toJSON();
        for (const received of [
          structuredClone(plain),
          await sent(plain),
          JSON.parse(JSON.stringify(error)),
        ]) {
          assert.deepEqual(guardsOf(api, received), guardsOf(api, error), error.name);
          const { name, code, message, outcome, status, issues, attempts } = error;
          assert.include(received, { name, code, message, outcome });
          assert.deepEqual(
            [received.status, received.issues, received.attempts],
            [status, issues, attempts],
          );
        }
      }
    },
  },
  {
    name: "a clone of the error itself keeps its message",
    async run({ copy }) {
      const api = await copy().load();
      for (const error of await errorsOf(api)) {
        for (const received of [structuredClone(error), await sent(error)]) {
          assert.instanceOf(received, Error);
          assert.equal(received.message, error.message);
          assert.isFalse(api.isInteraktError(received));
        }
      }
    },
  },
  {
    name: "an error of another page is known to the guards, and keeps all it has",
    async run({ copy }) {
      const api = await copy().load();
      const page = await openPage();
      const foreign = await page.window.load(copy().url());
      for (const error of await errorsOf(foreign)) {
        assert.notInstanceOf(error, Error);
        assert.deepEqual(guardsOf(api, error), guardsOf(foreign, error), error.name);
        assert.include(guardsOf(api, error), `is${error.name}`);
        assert.match(String(error), new RegExp(`^${error.name}: `));
        assert.equal(JSON.parse(JSON.stringify(error)).code, error.code);
      }
      page.close();
    },
  },
];

/** @param {any} api @returns {Promise<any[]>} One of each class. */
async function errorsOf(api) {
  const errors = [];
  for (const [name, fail] of Object.entries(FAILURES)) {
    const error = await failureOf(async () => fail(api));
    assert.equal(error.name, name);
    errors.push(error);
  }
  return errors;
}

/**
 * @param {any} api
 * @param {unknown} error
 * @returns {string[]} The guards that know it.
 */
function guardsOf(api, error) {
  return Object.keys(api).filter((name) => /^is[A-Z]\w+Error$/.test(name) && api[name](error));
}

/** @param {unknown} value @returns {Promise<any>} What arrives of it at another port. */
function sent(value) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port2.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    port1.postMessage(value);
  });
}
