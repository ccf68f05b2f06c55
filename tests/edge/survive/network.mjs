/** The way to Interakt: slow, broken, and answered by somebody else now and then. */

/**
 * What may happen to a message besides its ordinary answer. `before` and `after`: whether Interakt
 * had taken it when it happened.
 */
export const FAULTS = /** @type {const} */ ([
  "429",
  "500 before",
  "500 after",
  "503",
  "hang before",
  "hang after",
  "break before",
  "break after",
  "late",
]);

/**
 * @typedef {object} Network
 * @property {(life: import("./life.mjs").Life) => typeof fetch} fetchOf
 * @property {Record<string, number>} faults How many there were of each kind.
 */

/**
 * @param {object} world
 * @param {import("./time.mjs").Time} world.time
 * @param {import("./chance.mjs").Chance} world.chance
 * @param {import("interakt-wasm/simulator").Simulator} world.simulator
 * @param {(message: { id: string, input: any }) => void} world.onAccepted
 * @param {number} share How many of the messages meet a fault.
 * @returns {Network}
 */
export function createNetwork({ time, chance, simulator, onAccepted }, share) {
  /** @type {Record<string, number>} */
  const faults = {};

  /** @param {Request} request @param {any} input */
  async function reach(request, input) {
    const response = await simulator(
      new Request(request.url, { ...init(request), body: json(input) }),
    );
    if (response.status >= 300) return response;
    const { id } = await response.clone().json();
    onAccepted({ id, input });
    return response;
  }

  /** @param {Request} request @param {any} input @param {number} status */
  function answered(request, input, status) {
    /** @type {Record<string, string>} */
    const headers = status === 429 ? { "retry-after": String(chance.whole(1, 20)) } : {};
    const on = (/** @type {any} */ record) => record.body?.callbackData === input.callbackData;
    simulator.fault({ on, status, headers });
    return simulator(new Request(request.url, { ...init(request), body: json(input) }));
  }

  /** @param {Request} request */
  async function send(request) {
    const input = JSON.parse(await request.text());
    const fault = chance.is(share) ? chance.of(FAULTS) : undefined;
    const there = fault === "late" ? chance.between(500, 1_000) : chance.between(10, 250);
    const back = chance.between(10, 400);
    if (fault) faults[fault] = (faults[fault] ?? 0) + 1;
    await time.sleep(there);
    if (fault === "hang before") return hang(request);
    if (fault === "break before") throw new TypeError("fetch failed");
    const response =
      fault === "429" || fault === "500 before" || fault === "503"
        ? await answered(request, input, Number.parseInt(fault, 10))
        : await reach(request, input);
    if (fault === "hang after") return hang(request);
    await time.sleep(back);
    if (fault === "break after") throw new TypeError("fetch failed");
    if (fault === "500 after") return new Response("<html>bad gateway</html>", { status: 502 });
    return response;
  }

  return {
    faults,
    fetchOf: (life) => (target, init) => life.live(() => send(new Request(target, init))),
  };
}

/** @param {Request} request */
const init = ({ method, headers }) => ({ method, headers });

const json = JSON.stringify;

/** @param {Request} request @returns {Promise<never>} */
function hang({ signal }) {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}
