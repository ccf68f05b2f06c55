import type { MessageStatus, RcsPayload, WhatsAppPayload } from "./types.js";

/** What `webhooks.parse` adds to a payload: the same for every kind of event. */
export interface WebhookFacts {
  /**
   * The same for the same event when it comes again, however its JSON is written, and different for
   * any other: keep it to do nothing twice. A signature has no time in it, so whoever has once seen
   * an event can send it again. It holds ids and digests, and nothing that a customer has said.
   *
   * @example "message_api_read:c1a9a4c8-4a0b-4c5e-9d55-6f0e8f1f7a10"
   */
  readonly dedupeKey: string;
  /**
   * The same for both events that tell what a customer filled into one form of WhatsApp Flows,
   * `message_api_flow_response` and `message_received`, whose `dedupeKey` differs: handle the one
   * that comes first. Null: the event tells of no form.
   *
   * @example
   * if (await seen(event.submissionKey ?? event.dedupeKey)) return;
   * @example "submission:5d1c7a52-63b1-4f0e-8a4b-92d6f0c7e318"
   */
  readonly submissionKey: string | null;
  /** The message that the event is about: the `id` of the answer that took it. */
  readonly messageId: string | null;
  /** The `callbackData` of the request that sent the message. RCS tells none. */
  readonly callbackData: string | null;
  /** How far the message has come, by this event alone: `webhooks.statusOf` takes them all. */
  readonly status: MessageStatus | null;
}

/** A payload by itself. */
interface Payload {
  readonly [key: string]: unknown;
}

type With<Payload, Facts> = Payload extends unknown ? Payload & Facts : never;

/** An event about WhatsApp; `type` tells which. */
export type WhatsAppEvent = With<
  WhatsAppPayload,
  WebhookFacts & {
    readonly known: true;
    readonly channel: "whatsapp";
    readonly entityType?: undefined;
    readonly payload?: Payload | undefined;
  }
>;

/** An event about RCS; `entityType` tells which. */
export type RcsEvent = With<
  RcsPayload,
  WebhookFacts & {
    readonly known: true;
    readonly channel: "rcs";
    readonly type?: undefined;
    readonly payload?: Payload | undefined;
  }
>;

/**
 * An event of a kind that this version does not know, or without what its kind must have: untouched.
 * Where it has keys of its own that are called like the facts, such as `status`, the facts stand in
 * their place here; `payload` has them all.
 */
export type UnknownEvent = WebhookFacts & {
  readonly known: false;
  readonly channel: "whatsapp" | "rcs" | null;
  /** What came. Known events have it too where the facts hide a key of theirs. */
  readonly payload: Payload;
  readonly [key: string]: unknown;
};

/**
 * What a webhook tells: the payload with JSON in strings decoded and with the zone of its times,
 * and the same facts for every kind. Ask for `known` first, then `type` or `entityType` tells which.
 *
 * @example
 * if (!event.known) return;
 * if (event.type === "message_api_failed") report(event.data.message.channel_error_code);
 * if (event.entityType === "USER_MESSAGE") answer(event.entity.text);
 */
export type WebhookEvent = WhatsAppEvent | RcsEvent | UnknownEvent;

/** A body as it came: text or bytes. */
export type WebhookBody = string | ArrayBuffer | ArrayBufferView;

/** Settings of `webhooks.receive`. */
export interface ReceiveOptions {
  /** The secret key from Interakt's dashboard. Needed unless only RCS is received. */
  readonly secret?: string | undefined;
  /**
   * Called with each event. Interakt waits three seconds: what takes longer goes on after the
   * answer, where the runtime lets it; see `context`.
   */
  readonly onEvent: (event: WebhookEvent) => unknown;
  /**
   * Called when `onEvent` throws or rejects. Interakt is answered 200 all the same, since it
   * switches a webhook off after five failures; a `Response` that is returned is sent instead,
   * when there was no answer yet. One that `fetch` gave is not: whoever reports the error somewhere
   * may return that. Of one whose body was read before, status and headers are sent; of one whose body
   * does not end, what came in time, by `nodeHandler`. Without this function the error is named in the console.
   */
  readonly onError?: ((error: unknown, event: WebhookEvent) => unknown) | undefined;
  /**
   * What keeps the runtime alive after the answer: `ctx` of a Worker, `c.executionCtx` of Hono,
   * `{ waitUntil }` of `@vercel/functions`. Without it Workers stops what is not done when the
   * answer leaves. Node, Deno and Bun need none.
   */
  readonly context?: { waitUntil(promise: Promise<unknown>): void } | undefined;
  /** The longest body that is read, in bytes. Default: 1 MiB. */
  readonly maxBytes?: number | undefined;
  /** When to answer at the latest, in milliseconds. Default: 2,500. */
  readonly answerWithinMs?: number | undefined;
  /**
   * Also takes RCS events, which carry no signature: anybody who knows the URL can send them, so
   * put something into it that cannot be guessed. WhatsApp's are still verified.
   */
  readonly dangerouslyAllowUnsignedRcs?: boolean | undefined;
}

/** A request of Node's `http`, Express and others, as far as it is used. */
export interface NodeRequest extends AsyncIterable<Uint8Array | string> {
  readonly method?: string | undefined;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  /** The bytes, where the platform has kept them: Firebase, Google Cloud Functions. */
  readonly rawBody?: unknown;
  /** The bytes, where `express.raw()` has put them. */
  readonly body?: unknown;
  readonly readableEnded?: boolean | undefined;
}

/** A response of Node's `http`, Express and others, as far as it is used. */
export interface NodeResponse {
  writeHead(status: number, headers: { [name: string]: string | string[] }): unknown;
  end(body: string): unknown;
}

/** Verifies, reads and receives what Interakt tells a webhook. */
export declare const webhooks: Readonly<{
  /**
   * Whether the signature in the header `Interakt-Signature` is that of this body. Compares in
   * constant time. False, and never an error, for anything malformed.
   *
   * @param body The bytes that came, or their text: never JSON that was parsed and written anew.
   */
  verify(
    body: WebhookBody,
    header: string | null | undefined,
    secret: string | undefined,
  ): Promise<boolean>;
  /**
   * The header's value for a body, for tests of your own.
   *
   * @example await webhooks.sign(body, "secret") // "sha256=5d41…"
   * @throws {ConfigurationError} The body is none, there is no secret, or no WebCrypto.
   */
  sign(body: WebhookBody, secret: string): Promise<string>;
  /**
   * The event that a body tells. It does not verify: `receive` does both.
   *
   * @throws {WebhookError} The body is no JSON object.
   * @throws {ConfigurationError} The body is neither text nor bytes: it was parsed before.
   */
  parse(body: WebhookBody): WebhookEvent;
  /**
   * How far a message has come by all of its events, in any order and however often they came:
   * the furthest of them. Null: none tells. Give the status that you have kept as the second, and
   * it never steps back.
   *
   * @example webhooks.statusOf([read, delivered]) // "read"
   * @throws {ConfigurationError} The events are of several messages.
   */
  statusOf(
    events: Iterable<Pick<WebhookFacts, "messageId" | "status">>,
    before?: MessageStatus | null,
  ): MessageStatus | null;
  /**
   * Answers a webhook's request: 200 once `onEvent` is done or time is up, 401 for a signature
   * that does not verify, 400 for a body that is none, 405, 408, 413.
   *
   * @example export default { fetch: (request, env, ctx) => webhooks.receive(request, {
   *   secret: env.INTERAKT_WEBHOOK_SECRET, context: ctx, onEvent: (event) => save(event),
   * }) };
   * @throws {ConfigurationError} A setting cannot work, the body was read before, or the runtime has
   *   no WebCrypto.
   */
  receive(request: Request, options: ReceiveOptions): Promise<Response>;
  /**
   * The same for Node: a handler for `http.createServer`, Express, Connect. In Express it stands
   * before `express.json()`, which would use the body up. It never rejects: where `receive` would,
   * it answers 500 and says why in the console, once.
   *
   * @example createServer(webhooks.nodeHandler({ secret, onEvent })).listen(3000)
   * @throws {ConfigurationError} A setting cannot work.
   */
  nodeHandler(
    options: ReceiveOptions,
  ): (request: NodeRequest, response: NodeResponse) => Promise<void>;
}>;
