/** A back end for pages that have no key: what they may ask goes on to Interakt. */
import { isInteraktError } from "interakt-wasm";
import { bodyProblem, readInput } from "./match-body.js";
import { routeOf } from "./match-route.js";
import { checkAllowed, checkInput } from "./proxy-allow.js";
import { answerData, answerFailure } from "./proxy-answer.js";
import { readOptions } from "./proxy-options.js";
import { answerPreflight, checkOrigin, isPreflight, originHeaders } from "./proxy-origin.js";
import { checkBound, countRecipients } from "./proxy-recipients.js";
import { answerRefused, Refused, refuse } from "./proxy-refusals.js";

/**
 * @typedef {import("./proxy-options.js").Settings} Settings
 * @typedef {import("./match-route.js").AnyOperation} AnyOperation
 * @typedef {import("../types/edge-proxy.js").ProxyCaller} Caller
 * @typedef {{ operation?: AnyOperation, who?: Caller }} Known What is known of a request so far.
 * @typedef {{ operation: AnyOperation, who: Caller, input: any }} Ready A request that may be sent.
 */

/** @param {unknown} options */
export function createProxy(options) {
  const settings = readOptions(options);

  /**
   * @param {Request} request
   * @param {any} [context]
   * @returns {Promise<Response>}
   */
  return function proxy(request, context) {
    const answer = handle(settings, request, context);
    // What is being sent is sent, and told of, although the page has gone.
    context?.waitUntil?.(answer);
    return answer;
  };
}

/**
 * @param {Settings} settings
 * @param {Request} request
 * @param {any} context
 */
async function handle(settings, request, context) {
  /** @type {Known} */
  const known = {};
  const answer = await respond(settings, request, context, known).catch((error) => {
    return tellRefused(settings, known, error);
  });
  const { body, status } = answer;
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(originHeaders(request, settings.origin))) {
    if (name === "vary") headers.append(name, value);
    else headers.set(name, value);
  }
  // Those of a redirect cannot be changed, and an answer of the application's may be one.
  return new Response(body, { status, headers });
}

/**
 * @param {any} value
 * @returns {value is Response} One that can be answered, of any realm: frameworks have their own.
 */
const isResponse = (value) => typeof value?.arrayBuffer === "function" && value.status >= 200;

/**
 * @param {Settings} settings
 * @param {Known} known
 * @param {unknown} thrown
 */
function tellRefused({ onRefuse }, { operation, who }, thrown) {
  if (isResponse(thrown)) return thrown;
  const refused =
    thrown instanceof Refused ? thrown : new Refused("application_failed", { cause: thrown });
  const answer = answerRefused(refused);
  tell(onRefuse, {
    code: refused.code,
    status: answer.status,
    operation: operation?.name,
    who,
    cause: refused.more.cause,
  });
  return answer;
}

/**
 * @param {Settings} settings
 * @param {Request} request
 * @param {any} context
 * @param {Known} known
 * @returns {Promise<Response>}
 */
async function respond(settings, request, context, known) {
  const until = performance.now() + settings.timeoutMs;
  checkOrigin(request, settings.origin);
  if (isPreflight(request)) return answerPreflight(settings.origin);
  const ready = await inTime(settings.timeoutMs, (late) =>
    prepare(settings, request, context, known, late),
  );
  // Nobody would hear of it, and to the page its fate is unknown.
  if (request.signal?.aborted) refuse("caller_gone");
  const leftMs = until - performance.now();
  if (leftMs <= 0) refuse("out_of_time", { waitMs: 1000 });
  return send(settings, ready, leftMs, context);
}

/**
 * All that comes before the sending. What it throws is a refusal, an answer of the application's, or
 * an error of its.
 *
 * @param {Settings} settings
 * @param {Request} request
 * @param {any} context
 * @param {Known} known
 * @param {AbortSignal} late Then nothing of it counts any more.
 * @returns {Promise<Ready>}
 */
async function prepare({ allow, authorize, body, limits }, request, context, known, late) {
  const route = routeOf(request);
  if ("refused" in route) {
    const { refused, methods } = route;
    return refuse(refused, refused === "method_refused" ? { methods } : {});
  }
  const { operation } = route;
  known.operation = operation;
  const rules = allow.get(operation.name);
  if (!rules) return refuse("operation_refused");
  const problem = bodyProblem(route, request, body);
  if (problem) return refuse(problem);

  const who = checkWho(await authorize(request, context));
  if (request.bodyUsed) throw new TypeError("authorize must leave the request's body unread.");
  known.who = who;
  const read = await readInput(route, request, { ...body, signal: late });
  if ("refused" in read) return refuse(read.refused);
  checkAllowed(operation, read.input, rules);
  let { input } = read;
  if (rules.shape) {
    input = await rules.shape(input, who);
    if (isResponse(input)) throw input;
    if (input === null || input === undefined) refuse("shape_refused");
    checkInput(operation, input);
  }
  if (rules.bound) await checkBound(operation.name, input, who);
  if (!late.aborted) await checkLimits(limits, operation.name, input, who);
  return { operation, who, input };
}

/**
 * @param {unknown} who What `authorize` gave.
 * @returns {Caller}
 */
function checkWho(who) {
  if (isResponse(who)) throw who;
  if (who === null || who === undefined) refuse("not_authorized");
  const { id } = /** @type {{ id?: unknown }} */ (who);
  if (typeof id !== "string" || id === "") {
    throw new TypeError("authorize must give { id }, a text for who is asking, or null.");
  }
  return /** @type {Caller} */ (who);
}

/**
 * @param {Settings["limits"]} limits
 * @param {string} operation
 * @param {unknown} input
 * @param {Caller} who
 */
async function checkLimits({ caller, recipient, buckets }, operation, input, who) {
  const takes = [];
  if (caller) {
    takes.push({ key: `caller ${who.id}`, cost: [input].flat().length || 1, ...caller });
  }
  if (recipient) {
    for (const [key, cost] of countRecipients(operation, input, who)) {
      takes.push({ key, cost, ...recipient });
    }
  }
  if (takes.length === 0) return;
  if (takes.some(({ cost, most }) => cost > most)) refuse("list_refused");
  const { waitMs, key } = await buckets.take(takes);
  if (waitMs === 0) return;
  refuse(key?.startsWith("caller ") ? "caller_limited" : "recipient_limited", { waitMs });
}

/**
 * @param {Settings} settings
 * @param {Ready} ready
 * @param {number} totalTimeoutMs
 * @param {any} context
 */
async function send({ client, apiKey, onSend, onRefuse }, ready, totalTimeoutMs, context) {
  const { operation, who, input } = ready;
  const { name } = operation;
  /** @param {object} result */
  const told = (result) => {
    const done = tell(onSend, { operation: name, input, who, ...result });
    context?.waitUntil?.(done);
  };
  try {
    // No signal of the request's: a message is not given up half-way.
    const { data, response } = await client.call(name, input, { totalTimeoutMs }).withResponse();
    told({ data });
    return answerData(data, response.status, apiKey);
  } catch (error) {
    told({ error });
    const answer = answerFailure(operation, error, apiKey);
    if (isInteraktError(error) && error.outcome === "not_sent") {
      const { code } = await answer.clone().json();
      tell(onRefuse, { code, status: answer.status, operation: name, who, cause: error });
    }
    return answer;
  }
}

/**
 * @param {((event: any) => unknown) | undefined} hook
 * @param {object} event
 * @returns {Promise<void>} When the hook is done. What it throws changes nothing.
 */
async function tell(hook, event) {
  try {
    await hook?.(event);
  } catch {
    // It was told.
  }
}

/**
 * @template Result
 * @param {number} ms
 * @param {(late: AbortSignal) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function inTime(ms, work) {
  const late = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => {
      late.abort();
      reject(new Refused("out_of_time", { waitMs: 1000 }));
    }, ms);
  });
  try {
    return await /** @type {Promise<Result>} */ (Promise.race([work(late.signal), end]));
  } finally {
    clearTimeout(timer);
  }
}
