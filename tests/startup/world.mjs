/** What the cases work with, in the page. */
import { assert } from "chai";

export { failureOf } from "../support/failure.mjs";

/**
 * @typedef {import("./site.mjs").Delivery} Delivery
 *
 * @typedef {object} Copy A copy of the package that nothing has loaded yet.
 * @property {(file?: string) => string} url Of a file in its folder `dist`.
 * @property {(file?: string) => Promise<any>} load Imports an entry. Untyped: cases also do what
 *   the types forbid.
 * @property {() => Promise<string[]>} asked The files that the server was asked for, and
 *   a line more for each that it encoded.
 *
 * @typedef {object} World
 * @property {(delivery?: Delivery) => Copy} copy From the page's own origin.
 * @property {(delivery?: Delivery) => Copy} copyElsewhere From another origin.
 * @property {string[]} violations Of the page's Content-Security-Policy, so far.
 *
 * @typedef {object} Case
 * @property {string} name A sentence.
 * @property {string} [policy] The page's Content-Security-Policy.
 * @property {(world: World) => Promise<void>} run Rejects when it does not hold.
 */

/** Well formed, and nobody's. */
export const KEY = "dGVzdC1rZXk6";

/** A message that Interakt takes. */
export const MESSAGE = {
  ...{ countryCode: "+91", phoneNumber: "9876543210" },
  ...{ type: "Text", data: { message: "Your tea leaves the warehouse today." } },
};

/** The name of the module's file, as a server is asked for it. */
export const MODULE = "dist/core_bg.wasm";

let copies = 0;

/**
 * @param {string} elsewhere Another origin with the same files.
 * @param {string[]} violations
 * @returns {World}
 */
export function createWorld(elsewhere, violations) {
  /** @param {string} origin @param {Delivery} delivery @returns {Copy} */
  const createCopy = (origin, delivery) => {
    copies += 1;
    // Pages of one suite live at different times.
    const id = `${performance.timeOrigin + performance.now()} ${copies}`;
    const copy = encodeURIComponent(JSON.stringify({ id, delivery }));
    const url = (file = "index.js") => `${origin}/copy/${copy}/dist/${file}`;
    return {
      url,
      load: (file) => import(url(file)),
      asked: async () => (await fetch(`${origin}/asked/${copy}`)).json(),
    };
  };
  return {
    copy: (delivery = {}) => createCopy(location.origin, delivery),
    copyElsewhere: (delivery = {}) => createCopy(elsewhere, delivery),
    violations,
  };
}

/**
 * A page inside this one, with a realm of its own.
 *
 * @param {string} [policy] Its Content-Security-Policy.
 * @returns {Promise<{ window: any, close: () => void }>}
 */
export async function openPage(policy = "") {
  const frame = document.createElement("iframe");
  frame.src = `/page?policy=${encodeURIComponent(policy)}`;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return { window: frame.contentWindow, close: () => frame.remove() };
}

/**
 * Asserts that an error is a ConfigurationError with this code and a message that says this.
 *
 * @param {any} error
 * @param {string} code
 * @param {RegExp} message
 */
export function assertFault(error, code, message) {
  assert.deepEqual([error.name, error.code], ["ConfigurationError", code], error.message);
  assert.match(error.message, message);
}

/**
 * A client that sends nothing, but gets an answer.
 *
 * @param {any} api
 * @param {object} [options]
 */
export function clientOf({ Interakt }, options) {
  return new Interakt({
    ...{ apiKey: KEY, dangerouslyAllowBrowser: true, maxRetries: 0 },
    fetch: async () => new Response('{"result":true,"id":"a1"}'),
    ...options,
  });
}

/**
 * Asserts that all parts of the package work.
 *
 * @param {any} api What an entry exports.
 */
export async function assertWorks(api) {
  const { sendMessage, phone, webhooks } = api;
  assert.isTrue(sendMessage.validate(MESSAGE).ok);
  assert.equal(sendMessage.validate({}).issues[0].code, "recipient.missing");
  assert.equal(phone.parse("+91 98765 43210").value.fullPhoneNumber, "919876543210");
  assert.equal((await clientOf(api).sendMessage(MESSAGE)).id, "a1");
  const body = '{"type":"message_api_sent","data":{"message":{"id":"a1"}}}';
  assert.isTrue(await webhooks.verify(body, await webhooks.sign(body, "secret"), "secret"));
  assert.equal(webhooks.parse(body).messageId, "a1");
}

/**
 * Counts how often a function of an object is called from now on, with or without `new`.
 *
 * @param {any} object
 * @param {string} name
 */
export function spyOn(object, name) {
  const spy = { calls: 0 };
  object[name] = new Proxy(object[name], {
    apply(target, self, args) {
      spy.calls += 1;
      return Reflect.apply(target, self, args);
    },
    construct(target, args, made) {
      spy.calls += 1;
      return Reflect.construct(target, args, made);
    },
  });
  return spy;
}
