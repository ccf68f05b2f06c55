import type { MessageStatus, RcsPayload, WhatsAppPayload } from "./types.js";

/** What `webhooks.parse` adds to a payload, for every kind of event. */
export interface WebhookFacts {
  /**
   * The same whenever the same event is delivered again, however its JSON is written, and different for any
   * other event: store it to handle no event twice. Signatures carry no timestamp, so anyone who has seen
   * an event can replay it. Contains ids and digests, and nothing that a customer said.
   *
   * @example "message_api_read:c1a9a4c8-4a0b-4c5e-9d55-6f0e8f1f7a10"
   */
  readonly dedupeKey: string;
  /**
   * The same for both events that report a submitted WhatsApp Flows form, `message_api_flow_response` and
   * `message_received`, whose `dedupeKey`s differ: handle whichever arrives first. `null` if the event is
   * not about a form.
   *
   * @example
   * if (await seen(event.submissionKey ?? event.dedupeKey)) return;
   * @example "submission:5d1c7a52-63b1-4f0e-8a4b-92d6f0c7e318"
   */
  readonly submissionKey: string | null;
  /** The message that the event is about: the `id` in the answer to the request that sent it. */
  readonly messageId: string | null;
  /** The `callbackData` of the request that sent the message. Always `null` for RCS. */
  readonly callbackData: string | null;
  /** How far the message has come, by this event alone. Use `webhooks.statusOf` to combine events. */
  readonly status: MessageStatus | null;
}

/** A payload as it was received. */
interface Payload {
  readonly [key: string]: unknown;
}

/** Each member of a union, with the facts added. */
type With<Payload, Facts> = Payload extends unknown ? Payload & Facts : never;

/** A WhatsApp event; `type` says which. */
export type WhatsAppEvent = With<
  WhatsAppPayload,
  WebhookFacts & {
    /** This version knows the event and types its payload. */
    readonly known: true;
    /** The channel. */
    readonly channel: "whatsapp";
    readonly entityType?: undefined;
    /** The payload as it was received. Only present if a fact has replaced one of its keys. */
    readonly payload?: Payload | undefined;
  }
>;

/** An RCS event; `entityType` says which. */
export type RcsEvent = With<
  RcsPayload,
  WebhookFacts & {
    /** This version knows the event and types its payload. */
    readonly known: true;
    /** The channel. */
    readonly channel: "rcs";
    readonly type?: undefined;
    /** The payload as it was received. Only present if a fact has replaced one of its keys. */
    readonly payload?: Payload | undefined;
  }
>;

/**
 * An event that this version does not know, or that lacks something its kind must have: untouched. Keys of
 * its own with the name of a fact, such as `status`, are replaced by the fact; `payload` has them all.
 */
export type UnknownEvent = WebhookFacts & {
  /** This version does not know the event. */
  readonly known: false;
  /** The channel; `null` if nothing tells. */
  readonly channel: "whatsapp" | "rcs" | null;
  /** The payload as it was received. */
  readonly payload: Payload;
  readonly [key: string]: unknown;
};

/**
 * A webhook event: the payload, with JSON inside strings decoded and time zones added to its times, and
 * the same facts for every kind. Check `known` first; then `type` or `entityType` says which event it is.
 *
 * @example
 * if (!event.known) return;
 * if (event.type === "message_api_failed") report(event.data.message.channel_error_code);
 * if (event.entityType === "USER_MESSAGE") answer(event.entity.text);
 */
export type WebhookEvent = WhatsAppEvent | RcsEvent | UnknownEvent;

/** A request body as it was received: text or bytes. */
export type WebhookBody = string | ArrayBuffer | ArrayBufferView;

/** Options for `webhooks.receive` and `webhooks.nodeHandler`. */
export interface ReceiveOptions {
  /** The webhook's secret key from Interakt's dashboard. Required unless you only receive RCS. */
  readonly secret?: string | undefined;
  /**
   * Called with each event. Interakt waits three seconds for an answer: work that takes longer continues
   * after the answer, if the runtime allows it; see `context`.
   */
  readonly onEvent: (event: WebhookEvent) => unknown;
  /**
   * Called when `onEvent` throws or rejects. Interakt still gets a 200, since it turns a webhook off after
   * five failures. To send something else, return a `Response`; it is used unless the answer has already
   * left. A response from `fetch` is not used, so that you may return the result of reporting the error. If
   * its body has been read already, status and headers are sent; if its body does not end, `nodeHandler`
   * sends what arrived in time. Without this function, the error is named in the console.
   */
  readonly onError?: ((error: unknown, event: WebhookEvent) => unknown) | undefined;
  /**
   * Keeps the runtime alive after the answer: `ctx` of a Worker, `c.executionCtx` of Hono, `{ waitUntil }`
   * of `@vercel/functions`. Without it, Workers stops unfinished work when the answer leaves. Node, Deno
   * and Bun do not need it.
   */
  readonly context?:
    | {
        /** Keeps the runtime alive until the promise settles. */
        waitUntil(promise: Promise<unknown>): void;
      }
    | undefined;
  /** The longest body to read, in bytes. Default: 1048576 (1 MiB). */
  readonly maxBytes?: number | undefined;
  /** The longest time until the answer, in milliseconds. Default: 2500. */
  readonly answerWithinMs?: number | undefined;
  /**
   * Also accepts RCS events, which are not signed: anyone who knows the URL can send them, so put something
   * into it that cannot be guessed. WhatsApp events are still verified.
   */
  readonly dangerouslyAllowUnsignedRcs?: boolean | undefined;
}

/** A request of Node's `http`, Express and others, as far as it is used. */
export interface NodeRequest extends AsyncIterable<Uint8Array | string> {
  /** The HTTP method. */
  readonly method?: string | undefined;
  /** The headers, with lower-case names. */
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  /** The body's bytes, if the platform keeps them: Firebase, Google Cloud Functions. */
  readonly rawBody?: unknown;
  /** The body's bytes, if `express.raw()` has read them. */
  readonly body?: unknown;
  /** Whether the body has been read already. */
  readonly readableEnded?: boolean | undefined;
}

/** A response of Node's `http`, Express and others, as far as it is used. */
export interface NodeResponse {
  /** Sends the status and headers. */
  writeHead(status: number, headers: { [name: string]: string | string[] }): unknown;
  /** Sends the body and ends the response. */
  end(body: string): unknown;
}

/** Verifies, parses and receives webhook events. */
export declare const webhooks: Readonly<{
  /**
   * Whether the `Interakt-Signature` header matches the body. Compares in constant time. Resolves to
   * `false`, and never rejects, for anything malformed.
   *
   * @param body The bytes received, or their text: never JSON that was parsed and serialized again.
   * @example
   * const signature = request.headers.get("Interakt-Signature");
   * if (!(await webhooks.verify(body, signature, secret))) return new Response(null, { status: 401 });
   */
  verify(
    body: WebhookBody,
    header: string | null | undefined,
    secret: string | undefined,
  ): Promise<boolean>;
  /**
   * The value of the `Interakt-Signature` header for a body, for your own tests.
   *
   * @example await webhooks.sign(body, "secret") // "sha256=5d41…"
   * @throws {ConfigurationError} The body is neither text nor bytes, the secret is missing, or the runtime
   *   has no WebCrypto.
   */
  sign(body: WebhookBody, secret: string): Promise<string>;
  /**
   * Parses a body into an event. Does not verify the signature: `receive` does both.
   *
   * @example const event = webhooks.parse(await request.text());
   * @throws {WebhookError} The body is not a JSON object.
   * @throws {ConfigurationError} The body is neither text nor bytes, such as JSON that was parsed already.
   */
  parse(body: WebhookBody): WebhookEvent;
  /**
   * How far a message has come according to all of its events, in any order and with repetitions: the
   * furthest status. `null` if no event has one. Pass the status you have stored as the second argument, and
   * it never steps back.
   *
   * @example webhooks.statusOf([read, delivered]) // "read"
   * @throws {ConfigurationError} The events belong to several messages.
   */
  statusOf(
    events: Iterable<Pick<WebhookFacts, "messageId" | "status">>,
    before?: MessageStatus | null,
  ): MessageStatus | null;
  /**
   * Answers a webhook request: 200 once `onEvent` is done or time is up, 401 if the signature does not
   * match, 400 for an invalid body, 405 for a method other than POST, 408 if the body takes too long, 413 if
   * it is too large.
   *
   * @example export default { fetch: (request, env, ctx) => webhooks.receive(request, {
   *   secret: env.INTERAKT_WEBHOOK_SECRET, context: ctx, onEvent: (event) => save(event),
   * }) };
   * @throws {ConfigurationError} An option is invalid or unknown, the body has been read already, or the
   *   runtime has no WebCrypto.
   */
  receive(request: Request, options: ReceiveOptions): Promise<Response>;
  /**
   * The same for Node: a handler for `http.createServer`, Express or Connect. In Express, put it before
   * `express.json()`, which would consume the body. It never rejects: where `receive` would, it answers 500
   * and says why in the console, once.
   *
   * @example createServer(webhooks.nodeHandler({ secret, onEvent })).listen(3000)
   * @throws {ConfigurationError} An option is invalid or unknown.
   */
  nodeHandler(
    options: ReceiveOptions,
  ): (request: NodeRequest, response: NodeResponse) => Promise<void>;
}>;
