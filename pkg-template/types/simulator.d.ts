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
   * The account's templates. With this list an unknown or unapproved name is refused, and so are a
   * `template_category` that is not the template's and a missing value for a button.
   * Default: every template exists and suits.
   * @example [{ name: "order_paid", language: "en", category: "UTILITY" }]
   */
  templates?: readonly SimulatedTemplate[] | undefined;

  /**
   * The account's customers, for `listUsers`, `getUserByPhone` and `getUserById`. `trackUser` adds
   * to them.
   * Default: none.
   * @example [{ phone_number: "9876543210", country_code: "+91", traits: { name: "Asha" } }]
   */
  customers?: readonly SimulatedCustomer[] | undefined;
}

/** A template of the simulated account. Fields that are left out get a plausible value. */
export interface SimulatedTemplate {
  /** The code name, as messages use it: `"order_paid"`. */
  name: string;
  /** The language code, as messages use it: `"en"`. */
  language: string;
  /** `UTILITY`, `MARKETING` or `AUTHENTICATION`, in any letter case. */
  category: string;
  /** Only `APPROVED` templates can be sent. Default: `"APPROVED"`. */
  approval_status?: string | undefined;
  /** The buttons in order. A `url` with a variable wants a value when the template is sent. */
  buttons?:
    | readonly { type: string; text?: string; url?: string; [field: string]: unknown }[]
    | undefined;
  /** The text, with `{{1}}` for a variable. */
  body?: string | undefined;
  /** Any other field of Interakt's answer. */
  // biome-ignore lint/suspicious/noExplicitAny: the answer's fields are the caller's to choose
  [field: string]: any;
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
   * @example simulator.fault({ on: "sendMessage", status: 502, times: 2 })
   */
  fault(spec: FaultSpec): void;
  /** Forgets all requests, faults, and what was tracked or created; ids start anew. */
  reset(): void;
}

/**
 * Makes a simulator.
 * @throws TypeError when `plan` or `requestsPerMinute` is none.
 * @example new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: createSimulator() })
 */
export function createSimulator(options?: SimulatorOptions): Simulator;
