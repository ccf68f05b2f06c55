/** Interakt, where there is no key: it answers as the real one does, and tells what becomes of messages. */
import { createSimulator } from "interakt-wasm/simulator";
import { simulatedAccount } from "../demo/account.js";
import { lifeOf } from "../demo/lives.js";
import { accountOf, planOf } from "./account.js";
import { createInbox } from "./inbox.js";
import { OWN_HOST } from "./life.js";
import { receiveWebhook } from "./told.js";

/**
 * @typedef {import("./account.js").Env} Env
 * @typedef {import("interakt-wasm/edge").DurableState} DurableState
 */

/** Signs what the simulator tells. */
const SECRET = "the-key-of-the-simulator";

/** RCS is not signed: the end of the address that it is told at. */
const TOKEN = "the-address-of-the-simulator";

const WEBHOOK = new URL(`https://application/webhooks/interakt/${TOKEN}`);

/** Slow enough to be seen. */
const STEP_MS = 1200;

/**
 * A form is told twice.
 *
 * @param {readonly import("interakt-wasm/simulator").LifeStep[]} life
 */
const countEvents = (life) =>
  life.length + life.filter((step) => typeof step === "object" && "submitted" in step).length;

/**
 * The Durable Object that plays Interakt. Its alarm tells what is due: a timer would end with the
 * request that set it.
 */
export class SimulatedInterakt {
  /**
   * @param {DurableState} state
   * @param {Env} env
   */
  constructor(state, env) {
    this.storage = state.storage;
    this.stepMs = env.SIMULATOR_STEP_MS ?? STEP_MS;
    /** How many events are still to be told. */
    this.untold = 0;
    this.inbox = createInbox(SECRET);
    const plan = planOf(env);
    this.simulator = createSimulator({
      ...simulatedAccount(),
      ...(typeof plan === "string" ? { plan } : plan),
      webhooks: {
        secret: SECRET,
        stepMs: this.stepMs,
        auto: false,
        to: async (request) => {
          const { status } = await receiveWebhook({
            request: new Request(WEBHOOK, request.clone()),
            url: WEBHOOK,
            env: { ...env, RCS_WEBHOOK_TOKEN: TOKEN },
            account: { ...accountOf(env), webhookSecret: SECRET },
            context: state,
          });
          if (status >= 400) console.error(`What the simulator told was refused: ${status}`);
          return this.inbox.receive(request);
        },
        life: (message) => {
          const life = lifeOf(message);
          const events = countEvents(life);
          this.untold += events;
          this.inbox.expect(message.id, events);
          return life;
        },
      },
    });
  }

  /** @param {Request} request */
  async fetch(request) {
    const { hostname, searchParams } = new URL(request.url);
    if (hostname === OWN_HOST) {
      await this.deliver();
      const life = this.inbox.lifeOf(searchParams.get("id") ?? "");
      return Response.json(life ? { ...life, secret: SECRET } : null);
    }
    const response = await this.simulator(request);
    // Its records are for tests, and would grow with every request.
    this.simulator.requests.length = 0;
    await this.wake();
    return response;
  }

  async alarm() {
    await this.deliver();
    await this.wake();
  }

  async deliver() {
    const told = await this.simulator.deliver();
    this.simulator.deliveries.length = 0;
    this.untold -= told.length;
    this.inbox.file(told);
  }

  /** Has the alarm go off when there may be something to tell. */
  async wake() {
    if (this.untold === 0 || (await this.storage.getAlarm()) !== null) return;
    await this.storage.setAlarm(Date.now() + this.stepMs);
  }
}
