/**
 * An Interakt in memory, to test your own code against: same addresses, same
 * answers, same refusals, and trouble on request. It runs in Node, workers and
 * pages, opens no connection and needs no key.
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

/** Everything is optional: `createSimulator()` takes any key and lets every message through. */
export interface SimulatorOptions {
  /**
   * The only key to accept, as the dashboard shows it. Any other is answered with 401.
   * Default: any base64 text.
   * @example "dGVzdC1rZXk6"
   */
  apiKey?: string | undefined;

  /**
   * The account's plan, which limits requests a minute: `growth` 300, `advanced` 600,
   * `enterprise` none (by contract: see `requestsPerMinute`). One request too many is answered
   * with 429 and a `Retry-After` of the seconds until the oldest of them is a minute old.
   * Default: `"growth"`.
   */
  plan?: Plan | "enterprise" | undefined;

  /**
   * Requests a minute, instead of the plan's.
   * @example 2 // the third request within a minute is refused
   */
  requestsPerMinute?: number | undefined;

  /**
   * The clock, in milliseconds since 1970: for time stamps and for the minutes of the plan.
   * Default: `Date.now`.
   * @example () => Date.UTC(2026, 0, 15)
   */
  now?: (() => number) | undefined;

  /**
   * Who wrote within the last 24 hours, and so may be sent more than templates: digits with the
   * country code, or a function of them. A message by `userId` is looked up in the customers; when
   * nobody has that id, the id itself is asked for. Everybody else's messages are refused, Document
   * and Video under status 201 with `result: false`, all others under 400, as Interakt does.
   * Default: everybody.
   * @example ["919876543210"]
   */
  windowOpen?: readonly string[] | ((phone: string) => boolean) | undefined;

  /**
   * The account's templates: written for a test, or those of an account, as `listTemplates` answers
   * them and a book of templates holds them. With this list a name or a language that no approved
   * template has is refused, and so are a `template_category` that is not the template's, and too few
   * values for header, body, buttons and cards, with Interakt's words. What a template does not tell
   * is not asked for. Values too many are taken, as Interakt takes them: what Meta says of them tells
   * the webhook, with the code 132000, unless `webhooks.life` says something else.
   * Default: every template exists and suits.
   * @example [{ name: "order_paid", language: "en", category: "UTILITY", body: "Hi {{1}}, thanks." }]
   * @example (await interakt.loadTemplates()).templates
   */
  templates?: readonly SimulatedTemplate[] | undefined;

  /**
   * The account's customers, for `listUsers`, `getUserByPhone` and `getUserById`. `trackUser` adds
   * to them.
   * Default: none.
   * @example [{ phone_number: "9876543210", country_code: "+91", traits: { name: "Asha" } }]
   */
  customers?: readonly SimulatedCustomer[] | undefined;

  /**
   * Whom to tell what becomes of the messages that are accepted, as Interakt tells a webhook.
   * Default: nobody.
   * @example { to: (request) => handler(request), secret: "test-secret" }
   */
  webhooks?: WebhookOptions | undefined;
}

/**
 * Who is told what becomes of messages, and what that is. Every message that `sendMessage` and
 * `sendRcs` accept gets a life, and each of its steps is posted as JSON: WhatsApp's events signed
 * in the header `Interakt-Signature`, those of RCS in Jio's form without a signature.
 *
 * The payloads have the real ones' shape and say what the request said. Made up are the ids of
 * replies, events and of whatever the simulator does not know, all costs, and of a template that is
 * not among `templates` everything but name, language and values; orders in a template are not told.
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
   * An http or https address, or a function that answers the request: nothing is sent then, and the
   * request's own address is made up. Do not wait for `deliver()` in it, which waits for its answer.
   * @example "http://127.0.0.1:3000/webhooks/interakt"
   */
  to: string | URL | ((request: Request) => Response | Promise<Response>);

  /** The key that WhatsApp's events are signed with: give the same to `webhooks.receive`. */
  secret: string;

  /**
   * What sends the requests to an address. Redirects are not followed.
   * Default: the global `fetch`.
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;

  /**
   * What becomes of a message, asked when it is accepted. Steps may be left out, come again and come
   * in any order, as they may with Interakt; none at all: nothing is told. A step that is none makes
   * the request reject with a `TypeError`.
   * Default: sent, delivered, read; of a template with values that it has no place for, failed.
   * @example ({ input }) => (input.type === "Template" ? ["sent", { clicked: "Yes" }] : ["sent"])
   */
  life?: ((message: AcceptedMessage) => readonly LifeStep[]) | undefined;

  /**
   * Milliseconds from the acceptance to the first step, and from each step to the next. Both
   * events of a form come in one step.
   * Default: 1000.
   */
  stepMs?: number | undefined;

  /**
   * Whether timers tell each step when it is due. They do not keep Node running. In Workers a timer
   * runs only as long as the request in which it was set: set `auto` to false there and call
   * `deliver()`.
   * Default: true, unless `now` is given.
   */
  auto?: boolean | undefined;
}

/** A message that was accepted: each of an array by itself. */
export interface AcceptedMessage {
  /** The operation that sent it. */
  operation: "sendMessage" | "sendRcs";
  /** The `id` of the answer; of an array that is the first one's, and the others get their own. */
  id: string;
  /** The message as it was sent. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into it
  input: any;
}

/**
 * What becomes of a message next.
 *
 * - `"sent"`, `"delivered"`, `"read"`. Of RCS `"sent"` says only that the carrier has taken it.
 * - `failed`: with the channel's code, which is a text, and the reason in words.
 * - `clicked`: the customer taps the button with this text; with `url` one that opens this page,
 *   otherwise a quick reply. RCS tells what the suggestion of this text sends back.
 * - `replied`: the customer writes this text, or chooses this button or this row of a list (which
 *   RCS has not).
 * - `submitted`: the customer fills these answers into the form that the message opens, a Flow (which
 *   RCS has not). That is told twice: by `message_api_flow_response` and by `message_received`, about
 *   one message and with one `submissionKey`. With `encoded` both have form and answers as JSON in
 *   JSON in strings, with `false` both as objects; without it the first has objects and the second
 *   strings. All of these occur.
 *
 * Who replies, taps a quick reply or fills in a form on WhatsApp may be sent more than templates for
 * 24 hours from then on, whatever `windowOpen` says.
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
  | { readonly failed: { readonly code: string; readonly reason: string } }
  | { readonly clicked: string; readonly url?: string | undefined }
  | {
      readonly replied:
        | string
        | { readonly button: { readonly id: string; readonly title: string } }
        | {
            readonly row: {
              readonly id: string;
              readonly title: string;
              readonly description?: string | undefined;
            };
          };
    }
  | {
      readonly submitted: { readonly [name: string]: unknown };
      readonly encoded?: boolean | undefined;
    };

/** An event that was told, and what came of it. */
export interface Delivery {
  /**
   * What happened: WhatsApp's `type`; of RCS the `eventType`, or `"USER_MESSAGE"`.
   * @example "message_api_read"
   */
  kind: string;
  /** The message that it is about, as `webhooks.parse` gives it: of a reply, the reply itself. */
  messageId: string;
  /** The message whose life it belongs to: of a reply, the one that was replied to. */
  lifeOf: string;
  /** What was posted, before it became JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: assertions reach into it
  payload: any;
  /** The status that was answered, whichever; `null` when there was no answer. */
  status: number | null;
  /**
   * Name and message of the error when there was no answer.
   * @example "TypeError: fetch failed"
   */
  error: string | null;
  /** When it was posted, by the simulator's clock. The times in the payload are when it was due. */
  at: number;
}

/** A customer of the simulated account. Fields that are left out get a plausible value. */
export interface SimulatedCustomer {
  /** The number without its country code: `"9876543210"`. */
  phone_number?: string | null | undefined;
  /** The country code: `"+91"`. */
  country_code?: string | null | undefined;
  /** Your own id of the customer. */
  user_id?: string | null | undefined;
  /** The customer's attributes. */
  traits?: Record<string, unknown> | undefined;
  /** Any other field of Interakt's answer. */
  // biome-ignore lint/suspicious/noExplicitAny: the answer's fields are the caller's to choose
  [field: string]: any;
}

/** A request as the simulator received it. */
export interface RecordedRequest {
  /** Which operation it was for; `null`: the address is none of Interakt's. */
  operation: OperationName | null;
  /** The HTTP method. */
  method: string;
  /** The whole address, query included. */
  url: string;
  /** The headers under lower-case names; the key is replaced by `[redacted]`. */
  headers: Record<string, string>;
  /**
   * The body: JSON as a value, a form as an object of its fields (a file as `File`), other text as
   * a string, `null` without one.
   */
  // biome-ignore lint/suspicious/noExplicitAny: assertions reach into it
  body: any;
  /** The status answered; `null` while there is no answer, and for ever when there was none. */
  status: number | null;
  /** When it arrived, by the simulator's clock. */
  at: number;
}

/**
 * Trouble for some of the coming requests. With `status` or `body` the request is answered so and
 * Interakt never sees it; with `error` or `hang` it gets no answer; with `delayMs` alone it gets
 * its ordinary answer, late.
 */
export interface FaultSpec {
  /**
   * Which requests: an operation's name, or a function of the recorded request.
   * Default: all.
   * @example (request) => request.body?.phoneNumber === "9876543210"
   */
  on?: OperationName | ((request: RecordedRequest) => boolean) | undefined;
  /** How many of them. Default: 1. */
  times?: number | undefined;
  /**
   * The status to answer. Without a `body`, 401 and 429 look like Interakt's (with `Retry-After:
   * 20`), 404, 405 and 5xx are an HTML page, and others are JSON. Default: 200.
   */
  status?: number | undefined;
  /**
   * The body to answer: a string or bytes as they are, `""` for none, anything else as JSON. A
   * string that begins with `<` is sent as HTML.
   * @example "<html>502 Bad Gateway</html>"
   */
  body?: unknown;
  /** Headers to answer beside the usual ones. */
  headers?: Record<string, string> | undefined;
  /**
   * Rejects as `fetch` does when the network fails: with a `TypeError`, with one of this message,
   * or with this error.
   */
  error?: boolean | string | Error | undefined;
  /** Milliseconds to wait before anything else. The request's signal ends the wait. */
  delayMs?: number | undefined;
  /** Waits until the request's signal aborts, then rejects with its reason. */
  hang?: boolean | undefined;
}

/** A function like `fetch`, and what it has seen. */
export interface Simulator {
  /**
   * Answers a request as Interakt would. The host is not looked at.
   * Rejects only for `fault`s and for the request's own signal.
   */
  (request: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** All requests so far, in order of arrival. Always the same array. */
  readonly requests: RecordedRequest[];
  /**
   * Plans trouble. Faults are used up in the order in which they were planned.
   * @throws TypeError for what cannot be played, by its name, such as a status below 200.
   * @example simulator.fault({ on: "sendMessage", status: 502, times: 2 })
   */
  fault(spec: FaultSpec): void;
  /**
   * Changes a template while the simulator runs, as Meta does: in one language, or in all that it
   * has. A template that `createTemplate` made waits until it is approved so. A new category leaves
   * the one before in `previous_category`.
   * @throws TypeError when there is no such template, and for what none can be.
   * @example simulator.changeTemplate({ name: "order_paid" }, { approval_status: "APPROVED" })
   * @example simulator.changeTemplate({ name: "order_paid", language: "en" }, { category: "MARKETING" })
   */
  changeTemplate(
    which: { readonly name: string; readonly language?: string | undefined },
    changes: Partial<SimulatedTemplate>,
  ): void;
  /**
   * Tells all that is due by the simulator's clock, in order of time and one after the other, and
   * resolves with these deliveries. An answer is waited for, however long it takes (Interakt waits
   * three seconds); one that does not come, or is a failure, is told by the delivery and never
   * repeated. Called while another runs, it goes on after that one with what is left.
   * Resolves with none without `webhooks`.
   * @example
   * now += 3000;
   * const [sent, delivered, read] = await simulator.deliver();
   */
  deliver(): Promise<Delivery[]>;
  /** All deliveries so far, also those by timers. Always the same array. */
  readonly deliveries: Delivery[];
  /**
   * Forgets all requests, faults, deliveries and what was still to be told, and what was tracked or
   * created; ids start anew. A `deliver()` that runs ends with the answer that it waits for.
   */
  reset(): void;
}

/**
 * Makes a simulator.
 * @throws TypeError for an option that is none, by its name.
 * @example new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: createSimulator() })
 */
export function createSimulator(options?: SimulatorOptions): Simulator;
