/** What every server does with `interakt-wasm/edge`, whatever runs it. */
import { KEY, MESSAGE } from "./exercise.mjs";

/** @typedef {import("interakt-wasm/edge").DurableNamespace} Namespace */

/**
 * Where no Durable Objects are: an account that lets everybody out.
 *
 * @type {Namespace}
 */
const OPEN = {
  idFromName: (name) => name,
  get: () => ({ fetch: async () => Response.json({ ok: { admitted: true } }) }),
};

/** @type {Namespace} */
const UNREACHABLE = {
  idFromName: (name) => name,
  get: () => ({ fetch: () => Promise.reject(new Error("nobody there")) }),
};

/**
 * Uses what needs no database, and says what came out of it. Never rejects.
 *
 * @param {typeof import("interakt-wasm/edge")} edge
 * @param {typeof import("interakt-wasm")} entry
 * @param {typeof import("interakt-wasm/simulator").createSimulator} createSimulator
 * @param {Namespace} [account] Bound to `InteraktAccount`.
 */
export async function exerciseEdge(edge, entry, createSimulator, account = OPEN) {
  try {
    return {
      ...(await useLimiter(edge, entry, createSimulator, account)),
      ...(await useProxy(edge, entry, createSimulator)),
      ...(await useMatch(edge, entry)),
      row: edge.rowOfCallbackData(edge.callbackDataOf("spring", 7, "own")),
    };
  } catch (error) {
    const { stack, message } = /** @type {Error} */ (error);
    return { failed: `${message}\n${stack}` };
  }
}

/**
 * @param {typeof import("interakt-wasm/edge")} edge
 * @param {typeof import("interakt-wasm")} entry
 * @param {typeof import("interakt-wasm/simulator").createSimulator} createSimulator
 * @param {Namespace} account
 */
async function useLimiter({ durableLimiter }, { Interakt }, createSimulator, account) {
  const simulator = createSimulator();
  const clock = { now: () => 0, sleep: async () => {} };
  const limiters = [durableLimiter(account), durableLimiter(UNREACHABLE, { clock })];
  const [paced, lost] = limiters.map(
    (limiter) => new Interakt({ apiKey: KEY, fetch: simulator, limiter }),
  );
  const answer = await paced?.sendMessage(MESSAGE);
  const failure = await lost?.sendMessage(MESSAGE).catch((error) => error);
  return {
    paced: typeof answer?.id,
    lost: [failure.code, failure.outcome, failure.cause?.code],
    sent: simulator.requests.length,
  };
}

/**
 * @param {typeof import("interakt-wasm/edge")} edge
 * @param {typeof import("interakt-wasm")} entry
 * @param {typeof import("interakt-wasm/simulator").createSimulator} createSimulator
 */
async function useProxy({ createProxy }, { Interakt }, createSimulator) {
  const proxy = createProxy({
    client: new Interakt({ apiKey: KEY, fetch: createSimulator({ apiKey: KEY }) }),
    allow: { sendMessage: { kinds: ["Text"] } },
    authorize: () => ({ id: "u1", recipients: ["919876543210"] }),
    missingOrigin: true,
  });
  const page = new Interakt({ baseUrl: "https://shop.example/api/interakt", fetch: proxy });
  const { id } = await page.sendMessage(MESSAGE);
  const other = { ...MESSAGE, phoneNumber: "9876543211" };
  const refusals = [page.listTemplates({}), page.sendMessage(other)].map((call) =>
    call.catch((error) => [error.status, error.body.code]),
  );
  return { proxied: typeof id, refused: await Promise.all(refusals) };
}

/**
 * @param {typeof import("interakt-wasm/edge")} edge
 * @param {typeof import("interakt-wasm")} entry
 */
async function useMatch({ matchRequest }, { sendMessage }) {
  const built = sendMessage.build(MESSAGE, { apiKey: KEY });
  const matched = await matchRequest(
    new Request(built.url, /** @type {RequestInit} */ (/** @type {unknown} */ (built))),
  );
  return { matched: [matched?.operation, matched?.input] };
}
