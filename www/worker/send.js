/** Carries out an operation that the page asks for. */
import { Interakt, isInteraktError, operations } from "interakt-wasm";
import { bytesOf, jsonOf, MEGABYTE } from "./body.js";
import { isFault, withFault } from "./faults.js";
import { LARGEST_ANSWER, recorded } from "./record.js";
import { answer, refusal } from "./respond.js";

/**
 * @typedef {import("./account.js").Account} Account
 * @typedef {import("interakt-wasm").Limiter} Limiter
 */

/** The most that the page may upload. A Worker has 128 MB of memory for everything. */
const LARGEST_UPLOAD = 24 * MEGABYTE;

const ADVICE = "Send this from your own program.";

/**
 * @param {Request} request JSON of `operation`, `input` and perhaps `fault`; with a file a form of the
 *   same, with `input` as JSON, and `file`.
 * @param {Account} account
 * @param {Limiter} limiter
 * @returns {Promise<Response>}
 */
export async function send(request, account, limiter) {
  const hasFile = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  /** @type {Asked | undefined} */
  const asked = await (hasFile ? readForm(request) : jsonOf(request, ADVICE));
  if (asked === undefined) return refusal(400, "The page's request could not be read.");
  const operation = operations.find(({ name }) => name === asked.operation);
  if (operation === undefined) return refusal(404, "There is no such operation.");
  const { fault } = asked;
  if (fault === undefined) return carryOut(operation.name, asked.input, account, { limiter });
  if (account.mode === "live") {
    return refusal(400, "Faults are simulated, and this account is real. Nothing was sent.");
  }
  if (!isFault(fault)) return refusal(404, "There is no such fault. Nothing was sent.");
  return carryOut(operation.name, asked.input, account, withFault(fault, account.fetch), fault);
}

/**
 * @typedef {object} Asked
 * @property {unknown} operation
 * @property {unknown} input
 * @property {unknown} [fault] What is to go wrong, where Interakt is simulated.
 */

/**
 * @param {Request} request
 * @returns {Promise<Asked | undefined>}
 */
async function readForm(request) {
  const bytes = await bytesOf(request, LARGEST_UPLOAD, ADVICE);
  const type = request.headers.get("content-type") ?? "";
  try {
    const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
    const input = JSON.parse(String(form.get("input")));
    const [operation, file, fault] = ["operation", "file", "fault"].map((name) => form.get(name));
    return { operation, input: { ...input, file }, ...(fault !== null && { fault }) };
  } catch {
    return undefined;
  }
}

/**
 * Answers 200 whatever comes of it: a refusal by Interakt is a result like any
 * other, to be shown.
 *
 * @param {(typeof operations)[number]["name"]} name
 * @param {unknown} input
 * @param {Account} account
 * @param {import("interakt-wasm").InteraktOptions} way How it is sent.
 * @param {import("./faults.js").FaultName} [simulated] What goes wrong.
 */
async function carryOut(name, input, account, way, simulated) {
  const { apiKey, baseUrl } = account;
  const { exchange, recordingFetch, hide } = recorded(way.fetch ?? account.fetch, apiKey);
  /** @type {{ answer: unknown } | { error: unknown }} */
  let outcome;
  try {
    // One exchange, to be shown as it was.
    const interakt = new Interakt({
      maxResponseBytes: LARGEST_ANSWER,
      ...way,
      ...{ apiKey, baseUrl, fetch: recordingFetch, maxRetries: 0 },
    });
    const method = /** @type {(input: unknown) => Promise<unknown>} */ (interakt[name]);
    outcome = { answer: await method.call(interakt, input) };
  } catch (error) {
    const described = describe(error, exchange().request !== undefined);
    outcome = { error: { ...described, ...(simulated && { simulated }) } };
  }
  return answer(hide(JSON.parse(JSON.stringify({ ...exchange(), ...outcome }))));
}

/**
 * @param {unknown} error
 * @param {boolean} hasBegun Whether the request was made by then.
 */
function describe(error, hasBegun) {
  if (!isInteraktError(error)) {
    const outcome = hasBegun ? "unknown" : "not_sent";
    return { name: "Error", code: "internal", message: "The console's Worker failed.", outcome };
  }
  const { cause } = error;
  return { ...error.toJSON(), ...(cause instanceof Error && { cause: cause.message }) };
}
