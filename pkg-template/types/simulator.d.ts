/**
 * Interakt in memory, to test your own code against: the same URLs, the same answers, the same
 * refusals, and failures on request. It runs in Node, workers and pages, opens no connection and needs
 * no key.
 *
 * ```ts
 * import { Interakt } from "interakt-wasm";
 * import { createSimulator } from "interakt-wasm/simulator";
 *
 * const simulator = createSimulator({ windowOpen: ["919876543210"] });
 * const interakt = new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: simulator });
 * await interakt.sendMessage({
 *   countryCode: "+91", phoneNumber: "9876543210", type: "Text", data: { message: "Hi" },
 * });
 * simulator.requests[0].body; // what Interakt would have received
 * ```
 *
 * @module
 */

import type { OperationName, Plan } from "interakt-wasm";
import type { SimulatedTemplate } from "./simulator-template.js";

// So that declarations made of the types below can name them.
export type { OperationName, Plan } from "interakt-wasm";
export type { SimulatedTemplate } from "./simulator-template.js";

/** Options for `createSimulator`. All are optional: by default it accepts any key and every message. */
export interface SimulatorOptions {
  /**
   * The only API key to accept, as the dashboard shows it. Any other is answered with 401.
   * Default: any base64 text.
   * @example "dGVzdC1rZXk6"
   */
  apiKey?: string | undefined;

  /**
   * The account's plan, which limits requests per minute: `growth` 300, `advanced` 600, `enterprise` no
   * limit (it depends on the contract: see `requestsPerMinute`). One request too many is answered with
   * 429 and a `Retry-After` of the seconds until the oldest request is a minute old.
   * Default: `"growth"`.
   */
  plan?: Plan | "enterprise" | undefined;

  /**
   * Requests per minute, in place of the plan's.
   * @example 2 // the third request within a minute is refused
   */
  requestsPerMinute?: number | undefined;

  /**
   * The clock, in milliseconds since 1970: for timestamps and for the plan's rate.
   * Default: `Date.now`.
   * @example () => Date.UTC(2026, 0, 15)
   */
  now?: (() => number) | undefined;

  /**
   * Customers who wrote within the last 24 hours, and so may be sent more than templates: digits with the
   * country code, or a function of them. For a message by `userId`, the customer's number is looked up;
   * if nobody has that id, the id itself is used. Messages to anyone else are refused as Interakt does
   * it: Document and Video with status 201 and `result: false`, all others with 400.
   * Default: everybody.
   * @example ["919876543210"]
   */
  windowOpen?: readonly string[] | ((phone: string) => boolean) | undefined;

  /**
   * The account's templates: written for a test, or those of a real account, from `listTemplates` or a
   * template book. If given, a message is refused, in Interakt's words, if no approved template has its
   * name and language, if its `template_category` is not the template's, or if it has too few values for
   * header, body, buttons or cards. What a template does not specify is not checked. Too many values are
   * accepted, as Interakt does; the webhook then reports Meta's failure, with the code 132000, unless
   * `webhooks.life` says otherwise.
   * Default: every template exists and fits.
   * @example [{ name: "order_paid", language: "en", category: "UTILITY", body: "Hi {{1}}, thanks." }]
   * @example (await interakt.loadTemplates()).templates
   */
  templates?: readonly SimulatedTemplate[] | undefined;

  /**
   * The account's customers, for `listUsers`, `getUserByPhone` and `getUserById`. `trackUser` adds more.
   * Default: none.
   * @example [{ phone_number: "9876543210", country_code: "+91", traits: { name: "Asha" } }]
   */
  customers?: readonly SimulatedCustomer[] | undefined;

  /**
   * Where to report what becomes of accepted messages, as Interakt does with a webhook.
   * Default: nowhere.
   * @example { to: (request) => handler(request), secret: "test-secret" }
   */
  webhooks?: WebhookOptions | undefined;
}

/**
 * Options for webhooks: where events go, and what becomes of messages. Every message accepted by
 * `sendMessage` or `sendRcs` gets a life, and each step of it is posted as JSON: WhatsApp's events signed
 * in the header `Interakt-Signature`, those of RCS in Jio's format, without a signature.
 *
 * The payloads have the same shape as real ones, with the data of the request. Made up are the ids of
 * replies, events and anything else the simulator does not know, all costs, and everything but name,
 * language and values of a template that is not in `templates`; orders in a template are left out.
 *
 * ```ts
 * import { Interakt, webhooks } from "interakt-wasm";
 * import { createSimulator } from "interakt-wasm/simulator";
 *
 * let now = Date.UTC(2026, 0, 15);
 * const secret = "test-secret";
 * const simulator = createSimulator({
 *   now: () => now,
 *   webhooks: {
 *     secret,
 *     to: (request) => webhooks.receive(request, { secret, onEvent: (event) => save(event) }),
 *     life: ({ input }) =>
 *       input.callbackData === "order-7"
 *         ? ["sent", { failed: { code: "1013", reason: "Number is not on WhatsApp" } }]
 *         : ["sent", "delivered", "read", { replied: "Thank you" }],
 *   },
 * });
 * const interakt = new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: simulator });
 * await interakt.sendMessage({
 *   fullPhoneNumber: "919876543210", callbackData: "order-7", type: "Text", data: { message: "Hi" },
 * });
 * now += 2000;
 * await simulator.deliver(); // message_api_sent and message_api_failed, one after the other
 * ```
 */
export interface WebhookOptions {
  /**
   * An http or https URL, or a function that answers the request: then nothing is sent, and the request's
   * URL is made up. Do not await `deliver()` inside it: that waits for its answer.
   * @example "http://127.0.0.1:3000/webhooks/interakt"
   */
  to: string | URL | ((request: Request) => Response | Promise<Response>);

  /** The secret that WhatsApp's events are signed with: pass the same one to `webhooks.receive`. */
  secret: string;

  /**
   * Sends the requests if `to` is a URL. Redirects are not followed.
   * Default: the global `fetch`.
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;

  /**
   * Decides what becomes of a message, when it is accepted. Steps may be missing, repeated and in any
   * order, as with Interakt; with an empty list, nothing is reported. An invalid step makes the request
   * reject with a `TypeError`.
   * Default: sent, delivered, read; for a template with too many values, failed.
   * @example ({ input }) => (input.type === "Template" ? ["sent", { clicked: "Yes" }] : ["sent"])
   */
  life?: ((message: AcceptedMessage) => readonly LifeStep[]) | undefined;

  /**
   * Milliseconds from acceptance to the first step, and from each step to the next. Both events of a
   * form belong to one step.
   * Default: 1000.
   */
  stepMs?: number | undefined;

  /**
   * Whether timers deliver each step when it is due. They do not keep Node running. In Workers, a timer
   * lives only as long as the request in which it was set: there, set `auto` to false and call
   * `deliver()`.
   * Default: true, unless `now` is given.
   */
  auto?: boolean | undefined;
}

/** An accepted message. Those of an array are passed one by one. */
export interface AcceptedMessage {
  /** The operation that sent it. */
  operation: "sendMessage" | "sendRcs";
  /** The `id` of the answer; for an array, that is the first message's, and the others get their own. */
  id: string;
  /** The message as it was sent. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into it
  input: any;
}

/**
 * One step in the life of a message.
 *
 * - `"sent"`, `"delivered"`, `"read"`. For RCS, `"sent"` only means that the carrier has taken it.
 * - `failed`: the channel could not deliver it.
 * - `clicked`: the customer taps a button.
 * - `replied`: the customer writes a text, or chooses a button or a row of a list (not for RCS).
 * - `submitted`: the customer submits the form that the message opens, a WhatsApp Flow (not for RCS).
 *   This is reported twice, by `message_api_flow_response` and by `message_received`, about the same
 *   message and with the same `submissionKey`.
 *
 * A customer who replies, taps a quick reply or submits a form on WhatsApp may be sent more than
 * templates for 24 hours from then on, whatever `windowOpen` says.
 *
 * @example { failed: { code: "1013", reason: "Number is not on WhatsApp" } }
 * @example { clicked: "Track order", url: "https://shop.example/orders/7" }
 * @example { replied: { button: { id: "rating-3", title: "Lovely" } } }
 * @example { submitted: { city: "Pune", days: ["mon", "tue"] } }
 */
export type LifeStep =
  | "sent"
  | "delivered"
  | "read"
  | {
      /** The channel could not deliver it. */
      readonly failed: {
        /** The channel's code, as a string. */
        readonly code: string;
        /** Why, in words. */
        readonly reason: string;
      };
    }
  | {
      /** The label of the button that the customer taps. For RCS, the event reports what it sends back. */
      readonly clicked: string;
      /** The page that the button opens. Without it, the button is a quick reply. */
      readonly url?: string | undefined;
    }
  | {
      /** What the customer writes or chooses. */
      readonly replied:
        | string
        | {
            /** The reply button that the customer taps. */
            readonly button: {
              /** The button's id. */
              readonly id: string;
              /** The button's label. */
              readonly title: string;
            };
          }
        | {
            /** The row of a list that the customer chooses. */
            readonly row: {
              /** The row's id. */
              readonly id: string;
              /** The row's title. */
              readonly title: string;
              /** The row's description. */
              readonly description?: string | undefined;
            };
          };
    }
  | {
      /** The customer's answers, by the form's field names. */
      readonly submitted: { readonly [name: string]: unknown };
      /**
       * `true`: in both events, the form and its answers are JSON inside JSON strings. `false`: in both,
       * they are objects. Left out: objects in the first event, strings in the second. All of these occur.
       */
      readonly encoded?: boolean | undefined;
    };

/** An event that was posted, and the answer to it. */
export interface Delivery {
  /**
   * What happened: for WhatsApp, the `type`; for RCS, the `eventType` or `"USER_MESSAGE"`.
   * @example "message_api_read"
   */
  kind: string;
  /** The message it is about, as from `webhooks.parse`. For a reply, that is the reply itself. */
  messageId: string;
  /** The message whose life it belongs to. For a reply, that is the message replied to. */
  lifeOf: string;
  /** What was posted, before it was turned into JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: assertions reach into it
  payload: any;
  /** The HTTP status of the answer, whatever it is; `null` if there was none. */
  status: number | null;
  /**
   * The error's name and message if there was no answer.
   * @example "TypeError: fetch failed"
   */
  error: string | null;
  /** When it was posted, by the simulator's clock. The payload's times are those when it was due. */
  at: number;
}

/** A customer of the simulated account. Fields left out get a plausible value. */
export interface SimulatedCustomer {
  /** The number without its country code: `"9876543210"`. */
  phone_number?: string | null | undefined;
  /** The country code: `"+91"`. */
  country_code?: string | null | undefined;
  /** The customer's id in your own system. */
  user_id?: string | null | undefined;
  /** The customer's attributes. */
  traits?: Record<string, unknown> | undefined;
  /** Any other field of Interakt's answer. */
  // biome-ignore lint/suspicious/noExplicitAny: the answer's fields are the caller's to choose
  [field: string]: any;
}

/** A request as the simulator received it. */
export interface RecordedRequest {
  /** The operation it was for; `null` if the URL is not one of Interakt's. */
  operation: OperationName | null;
  /** The HTTP method. */
  method: string;
  /** The complete URL, including the query. */
  url: string;
  /** The headers, with lower-case names; the API key is replaced by `[redacted]`. */
  headers: Record<string, string>;
  /**
   * The body: JSON as a value, form data as an object of its fields (files as `File`), other text as a
   * string; `null` if there is none.
   */
  // biome-ignore lint/suspicious/noExplicitAny: assertions reach into it
  body: any;
  /** The status of the answer; `null` while there is none, and for good if there never was one. */
  status: number | null;
  /** When it arrived, by the simulator's clock. */
  at: number;
}

/**
 * A failure for some of the coming requests. With `status` or `body`, the request gets that answer and
 * the simulated Interakt never sees it; with `error` or `hang`, it gets no answer; with only `delayMs`,
 * it gets its normal answer, late.
 */
export interface FaultSpec {
  /**
   * Which requests to affect: an operation's name, or a function of the recorded request.
   * Default: all.
   * @example (request) => request.body?.phoneNumber === "9876543210"
   */
  on?: OperationName | ((request: RecordedRequest) => boolean) | undefined;
  /** How many requests to affect. Default: 1. */
  times?: number | undefined;
  /**
   * The status of the answer. Without a `body`, 401 and 429 look like Interakt's (with `Retry-After:
   * 20`), 404, 405 and 5xx are an HTML page, and others are JSON. Default: 200.
   */
  status?: number | undefined;
  /**
   * The body of the answer: a string or bytes as they are, `""` for none, anything else as JSON. A string
   * that begins with `<` is sent as HTML.
   * @example "<html>502 Bad Gateway</html>"
   */
  body?: unknown;
  /** Headers of the answer, in addition to the usual ones. */
  headers?: Record<string, string> | undefined;
  /**
   * Rejects as `fetch` does when the network fails: with a `TypeError`, with a `TypeError` of this
   * message, or with this error.
   */
  error?: boolean | string | Error | undefined;
  /** Milliseconds to wait before anything else. Aborting the request's signal ends the wait. */
  delayMs?: number | undefined;
  /** Waits until the request's signal is aborted, then rejects with its reason. */
  hang?: boolean | undefined;
}

/** A function like `fetch`, with a record of what it received. */
export interface Simulator {
  /**
   * Answers a request as Interakt would. The host is ignored.
   * Rejects only because of a `fault` or the request's own signal.
   */
  (request: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** All requests so far, in order of arrival. Always the same array. */
  readonly requests: RecordedRequest[];
  /**
   * Plans a failure. Faults are used up in the order in which they were planned.
   * @throws {TypeError} The fault is invalid, such as a status below 200; the message names it.
   * @example simulator.fault({ on: "sendMessage", status: 502, times: 2 })
   */
  fault(spec: FaultSpec): void;
  /**
   * Changes a template while the simulator runs, as Meta does: in one language, or in all its languages.
   * A template made with `createTemplate` waits until it is approved this way. A new category moves the
   * old one to `previous_category`.
   * @throws {TypeError} There is no such template, or the change is invalid.
   * @example simulator.changeTemplate({ name: "order_paid" }, { approval_status: "APPROVED" })
   * @example simulator.changeTemplate({ name: "order_paid", language: "en" }, { category: "MARKETING" })
   */
  changeTemplate(
    which: {
      /** The template's code name. */
      readonly name: string;
      /** Only in this language. Default: in all of them. */
      readonly language?: string | undefined;
    },
    changes: Partial<SimulatedTemplate>,
  ): void;
  /**
   * Posts all events that are due by the simulator's clock, in order and one at a time, and resolves to
   * these deliveries. It waits for each answer, however long that takes (Interakt waits three seconds); a
   * missing answer or a failure is recorded in the delivery and never retried. If called while another
   * call is running, it continues after that one with what is left. Resolves to none without `webhooks`.
   * @example
   * now += 3000;
   * const [sent, delivered, read] = await simulator.deliver();
   */
  deliver(): Promise<Delivery[]>;
  /** All deliveries so far, including those by timers. Always the same array. */
  readonly deliveries: Delivery[];
  /**
   * Forgets all requests, faults, deliveries and pending events, and whatever was tracked or created; ids
   * start over. A running `deliver()` ends with the answer it is waiting for.
   */
  reset(): void;
}

/**
 * Creates a simulator.
 * @throws {TypeError} An option is unknown; the message names it.
 * @example new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: createSimulator() })
 */
export function createSimulator(options?: SimulatorOptions): Simulator;
