/**
 * An Interakt in memory: a function from a request to the answer that Interakt
 * would give. It opens no socket and reads no file, so it runs wherever the
 * package runs. This file puts the parts together; each part is a file beside it.
 */

import { operations } from "interakt-wasm";
import { createAnswers } from "./answers.js";
import { createCustomers } from "./customers.js";
import { createFaults } from "./faults.js";
import { createIds } from "./ids.js";
import { problemOf, readBody, toInput } from "./input.js";
import { acceptsKey, createRateLimit } from "./limits.js";
import { checkChange, checkOptions } from "./options.js";
import { createRecord } from "./records.js";
import {
  json,
  methodNotAllowed,
  notFound,
  rateLimited,
  refusal,
  toResponse,
  unauthorized,
} from "./respond.js";
import { createRouter } from "./routes.js";
import { createTemplates } from "./templates.js";
import { createWebhooks, webhookSettings } from "./webhooks.js";

/** @typedef {import("../types/simulator.js").Delivery} Delivery */
/** @typedef {import("../types/simulator.js").RecordedRequest} RecordedRequest */
/** @typedef {import("../types/simulator.js").SimulatorOptions} SimulatorOptions */
/** @typedef {import("./respond.js").Answer} Answer */

/** @type {typeof import("../types/simulator.js").createSimulator} */
export function createSimulator(options = {}) {
  checkOptions(options);
  const now = options.now ?? Date.now;
  const route = createRouter(operations);
  const rateLimit = createRateLimit(options);
  const faults = createFaults();
  const settings = webhookSettings(options);
  /** @type {RecordedRequest[]} */
  const requests = [];
  /** @type {Delivery[]} */
  const deliveries = [];
  let account = start();

  /** The account with a fresh memory of customers, templates, messages and ids. */
  function start() {
    const ids = createIds();
    const customers = createCustomers(options.customers ?? [], ids, now);
    const templates = createTemplates(options.templates, ids, now);
    const webhooks = createWebhooks(settings, { now, customers, templates }, deliveries);
    const open = windowOf(options.windowOpen);
    const answers = createAnswers({
      windowOpen: (phone) => open(phone) || webhooks.windowOpen(phone),
      ids,
      customers,
      templates,
      accept: webhooks.accept,
    });
    return { answers, templates, webhooks };
  }

  /**
   * What Interakt itself says, in the order in which it looks: the address, the
   * key, the rate, the body.
   * @param {ReturnType<typeof route>} found
   * @param {RecordedRequest} record
   * @param {boolean} known whether the key is accepted
   * @param {number} wait seconds until the plan allows another request
   * @returns {Answer}
   */
  function answer(found, record, known, wait) {
    if (found.operation === undefined) {
      return found.methods.length === 0 ? notFound() : methodNotAllowed(found.methods);
    }
    if (!known) return unauthorized();
    if (wait > 0) return rateLimited(wait);
    const input = toInput(found, record);
    const problem = problemOf(found.operation, input);
    if (problem !== undefined) return refusal(400, problem);
    return json(...account.answers[found.operation.name](input));
  }

  /**
   * @param {Request | URL | string} target
   * @param {RequestInit} [init]
   */
  async function simulate(target, init) {
    // Made a text, an endless one never ends.
    if (Array.isArray(target)) throw new TypeError("a list is no request: give a Request or a URL");
    const request = isRequest(target) && init === undefined ? target : new Request(target, init);
    if (request.signal?.aborted) throw request.signal.reason;
    const found = route(request);
    const record = createRecord(request, found.operation?.name ?? null, now());
    // What depends on the order of arrival is settled before anything is awaited.
    requests.push(record);
    const known = acceptsKey(request.headers.get("authorization"), options.apiKey);
    const wait = found.operation !== undefined && known ? rateLimit.take(record.at) : 0;

    record.body = await readBody(request);
    const fault = await faults.meet(record, request.signal);
    const response = toResponse(fault ?? answer(found, record, known, wait));
    record.status = response.status;
    return response;
  }

  return Object.assign(simulate, {
    requests,
    fault: faults.add,
    /** @type {import("../types/simulator.js").Simulator["changeTemplate"]} */
    changeTemplate(which, changes) {
      checkChange(which, changes);
      account.templates.change(which, changes);
    },
    reset() {
      requests.length = 0;
      faults.clear();
      rateLimit.clear();
      account.webhooks.stop();
      deliveries.length = 0;
      account = start();
    },
    deliver: () => account.webhooks.deliver(),
    deliveries,
  });
}

/**
 * @param {SimulatorOptions["windowOpen"]} option
 * @returns {(phone: string) => boolean}
 */
function windowOf(option) {
  if (option === undefined) return () => true;
  if (typeof option === "function") return option;
  const phones = new Set(option);
  return (phone) => phones.has(phone);
}

/**
 * `instanceof` would refuse the requests of another realm, such as a test runner's.
 * @param {unknown} value
 * @returns {value is Request}
 */
function isRequest(value) {
  return typeof value === "object" && value !== null && "method" in value && "headers" in value;
}
