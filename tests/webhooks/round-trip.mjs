/**
 * A program that sends messages and is told what becomes of them, in every runtime: its requests go
 * to a simulator, whose webhooks come back to it over HTTP.
 */

export const SECRET = "nilgiri-webhook-secret";

/** How long a step of a message's life takes, by the simulator's clock. */
const STEP_MS = 1000;

/**
 * @param {typeof import("interakt-wasm")} api
 * @param {typeof import("interakt-wasm/simulator")} simulation
 */
export function createProgram({ Interakt, webhooks }, { createSimulator }) {
  let now = Date.UTC(2026, 0, 15, 9, 30);
  /** @type {import("interakt-wasm/simulator").LifeStep[]} */
  let life = [];
  /** What an event waits for, when there is something. @type {string | undefined} */
  let gate;
  let isTamperedWith = false;
  /** @type {Map<string, import("interakt-wasm").WebhookEvent>} */
  const kept = new Map();
  /** @type {ReturnType<typeof connect>} */
  let connected;

  /** @param {string} to where this program listens */
  function connect(to) {
    const simulator = createSimulator({
      now: () => now,
      webhooks: {
        to,
        secret: SECRET,
        life: () => life,
        stepMs: STEP_MS,
        fetch: async (request) => fetch(isTamperedWith ? await tamperedWith(request) : request),
      },
    });
    const interakt = new Interakt({ apiKey: "bmlsZ2lyaS10ZWEtaG91c2U6", fetch: simulator });
    return { simulator, interakt };
  }

  return {
    /**
     * What its webhook is received with.
     * @param {import("interakt-wasm").ReceiveOptions["context"]} [context]
     * @returns {import("interakt-wasm").ReceiveOptions}
     */
    receiving: (context) => ({
      secret: SECRET,
      context,
      dangerouslyAllowUnsignedRcs: true,
      answerWithinMs: gate === undefined ? undefined : 20,
      async onEvent(event) {
        if (gate !== undefined) await fetch(gate);
        kept.set(event.dedupeKey, event);
      },
    }),

    /**
     * What the test wants of it.
     * @param {URL} url
     * @param {any} task
     */
    async perform(url, task) {
      connected ??= connect(new URL("/webhook", url).href);
      const { interakt, simulator } = connected;
      switch (url.pathname) {
        case "/send":
          life = task.life;
          return interakt[/** @type {"sendMessage"} */ (task.operation)](task.input);
        case "/deliver":
          ({ gate, isTamperedWith = false } = task);
          now += STEP_MS * task.steps;
          return simulator.deliver();
        case "/status": {
          const events = [...kept.values()].filter(({ messageId }) => messageId === task.id);
          return { status: webhooks.statusOf(events), events };
        }
        default:
          throw new Error(`nothing is at ${url.pathname}`);
      }
    },
  };
}

/**
 * The request as somebody on its way might leave it: with another body and the same headers.
 * @param {Request} request
 */
async function tamperedWith(request) {
  const { url, method, headers } = request;
  const body = (await request.text()).replace("order-", "Order-");
  return new Request(url, { method, headers, body });
}
