/** What becomes of the messages that are accepted, and whom it is told: the parts put together. */

import { createContacts } from "./contacts.js";
import { deliver } from "./delivery.js";
import { createIds } from "./ids.js";
import { checkLife, ordinaryLife } from "./life.js";
import { recipient } from "./messages.js";
import { checkNames } from "./options.js";
import { whatsappEvents } from "./payloads.js";
import { rcsEvents } from "./rcs-payloads.js";
import { createSchedule } from "./schedule.js";
import { createTemplateMessages } from "./template-message.js";

/** @typedef {import("../types/simulator.js").AcceptedMessage} AcceptedMessage */
/** @typedef {import("../types/simulator.js").Delivery} Delivery */
/** @typedef {import("../types/simulator.js").SimulatorOptions} SimulatorOptions */
/** @typedef {import("./life.js").LifeStep} LifeStep */
/** @typedef {ReturnType<typeof createWebhooks>} Webhooks */
/** @typedef {NonNullable<ReturnType<typeof webhookSettings>>} Settings */

/** How long whoever wrote may be sent more than templates. */
const WINDOW_MS = 24 * 60 * 60 * 1000;

/** Ids that only webhooks tell are a series of their own: those in answers stay as they were. */
const IDS_AFTER = 0x1000_0000;

/**
 * The settings with their defaults, or a `TypeError` that names the one that is none.
 * @param {SimulatorOptions} options
 */
export function webhookSettings({ webhooks, now }) {
  if (webhooks === undefined) return undefined;
  if (typeof webhooks !== "object" || webhooks === null) {
    throw new TypeError("webhooks: an object with to and secret");
  }
  checkNames(webhooks, ["to", "secret", "fetch", "life", "stepMs", "auto"], "webhooks");
  const { to, secret, fetch, life, stepMs = 1000 } = webhooks;
  const { auto = now === undefined } = webhooks;
  if (typeof to !== "function" && !isAddress(to)) {
    throw new TypeError("webhooks.to: an http or https address, or a function");
  }
  if (typeof secret !== "string" || secret === "") {
    throw new TypeError("webhooks.secret: the key to sign with, a text that is not empty");
  }
  for (const [name, value] of Object.entries({ fetch, life })) {
    if (value !== undefined && typeof value !== "function") {
      throw new TypeError(`webhooks.${name}: a function`);
    }
  }
  if (typeof stepMs !== "number" || !(stepMs >= 0 && stepMs < Number.POSITIVE_INFINITY)) {
    throw new TypeError("webhooks.stepMs: milliseconds, 0 or more");
  }
  if (typeof auto !== "boolean") throw new TypeError("webhooks.auto: true or false");
  return { to: typeof to === "function" ? to : String(to), secret, fetch, life, stepMs, auto };
}

/**
 * @param {Settings | undefined} settings without them nothing is told
 * @param {object} account
 * @param {() => number} account.now
 * @param {import("./customers.js").Customers} account.customers
 * @param {import("./templates.js").Templates} account.templates
 * @param {Delivery[]} deliveries gets what was told
 */
export function createWebhooks(settings, { now, customers, templates }, deliveries) {
  if (settings === undefined) return NO_WEBHOOKS;
  const { stepMs, auto } = settings;
  const life = settings.life ?? ((message) => ordinaryLife(message, templates));
  const ids = createIds(IDS_AFTER);
  const telling = {
    ids,
    contactOf: createContacts(customers, ids),
    templateMessage: createTemplateMessages(templates, ids, now),
  };
  const schedule = createSchedule({
    now,
    auto,
    tell: (event, at) => deliver(event, settings, at),
    deliveries,
  });
  /** When each customer writes, by the digits or the id that messages are for. @type {Map<string, number[]>} */
  const written = new Map();

  return {
    deliver: schedule.deliver,
    stop: schedule.stop,

    /**
     * @param {AcceptedMessage["operation"]} operation
     * @param {string} id of the answer, and so of the first message
     * @param {any[]} inputs the messages
     */
    accept(operation, id, inputs) {
      const acceptedAt = now();
      const timeOf = (/** @type {number} */ index) => acceptedAt + (index + 1) * stepMs;
      const lives = inputs.map((input, index) => {
        const message = { operation, id: index === 0 ? id : ids.uuid(), input };
        return { message, steps: checkLife(life(message), operation) };
      });
      if (operation === "sendRcs") {
        schedule.add(
          lives.map(({ message, steps }) => {
            const checked = /** @type {readonly import("./life.js").RcsStep[]} */ (steps);
            return rcsEvents(message, checked, timeOf, telling);
          }),
        );
        return;
      }
      for (const { message, steps } of lives) {
        const writer = recipient(message.input, customers);
        const times = written.get(writer) ?? [];
        written.set(writer, times);
        for (const [index, step] of steps.entries()) if (isWriting(step)) times.push(timeOf(index));
      }
      schedule.add(
        lives.map(({ message, steps }) => whatsappEvents(message, steps, timeOf, telling)),
      );
    },

    /**
     * Whether somebody wrote within the last 24 hours.
     * @param {string} writer
     */
    windowOpen(writer) {
      const at = now();
      return (written.get(writer) ?? []).some((time) => time <= at && at < time + WINDOW_MS);
    },
  };
}

/** What there is without the option. */
const NO_WEBHOOKS = {
  /** @type {() => Promise<Delivery[]>} */
  deliver: async () => [],
  stop() {},
  /** @type {(operation: AcceptedMessage["operation"], id: string, inputs: any[]) => void} */
  accept() {},
  /** @type {(writer: string) => boolean} */
  windowOpen: () => false,
};

/** @param {unknown} to */
function isAddress(to) {
  try {
    return /^https?:$/.test(new URL(String(to)).protocol);
  } catch {
    return false;
  }
}

/**
 * Whether with this step the customer writes: to tap a quick reply is to send it.
 * @param {LifeStep} step
 */
function isWriting(step) {
  if (typeof step === "string") return false;
  if ("clicked" in step) return step.url === undefined;
  return !("failed" in step);
}
