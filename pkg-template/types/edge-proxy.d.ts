import type {
  AnswerOf,
  InputOf,
  Interakt,
  InteraktOptions,
  KindedName,
  Kinds,
  OperationName,
} from "interakt-wasm";
import type { Clock, DurableNamespace, DurableState } from "./edge-cloudflare.js";

/**
 * The operation a request is for, and its input. The input is what the request contains and has not
 * been checked yet: call the operation's `validate`.
 */
export type MatchedRequest = {
  [Name in OperationName]: {
    /** The operation's name. */
    readonly operation: Name;
    /** What the request contains: not checked. */
    readonly input: InputOf<Name>;
  };
}[OperationName];

/** How much of a body is read. */
export interface BodyOptions {
  /** The most bytes of a JSON body that are read, whatever `Content-Length` says. Default: 262144 (256 KiB). */
  readonly maxBytes?: number | undefined;
  /** The most bytes of an `uploadMedia` form, which is held in memory. Default: 17825792 (17 MiB). */
  readonly maxFileBytes?: number | undefined;
}

/**
 * Finds the operation a request is for, from its URL and method, and its input, from path, query and
 * body: the reverse of `build`. Any path may precede Interakt's own (`/v1/public/…`).
 *
 * Resolves to `null` for any request this package would not write: an unknown path or method, a path
 * spelt differently (`%6Dessage`, `//`) or with something after it, an unknown or repeated query
 * parameter, a header that overrides the method, a GET with a body, or a body that has another type, is
 * compressed, is too large or is not JSON.
 *
 * @param request Its body is read if the request is for an operation.
 * @example
 * const matched = await matchRequest(request);
 * if (matched?.operation === "getUserById") console.log(matched.input.userId);
 */
export declare function matchRequest(
  request: Request,
  options?: BodyOptions,
): Promise<MatchedRequest | null>;

/** The rate of a token bucket: this many at once, and then as many again in each span of time. */
export interface BucketRate {
  /** How many fit in the bucket: 1 or more. */
  readonly most: number;
  /** Milliseconds in which an empty bucket fills up. @example 60_000 */
  readonly perMs: number;
}

/** How much to take from which bucket. */
export interface BucketTake extends BucketRate {
  /** The bucket's name. */
  readonly key: string;
  /** How many to take: 1 or more. More than `most` are never available. */
  readonly cost: number;
}

/** Whether everything was taken. */
export interface BucketTurn {
  /** 0 if everything was taken. Otherwise nothing was, and this many milliseconds must pass. */
  readonly waitMs: number;
  /** The bucket that takes longest to have enough; `null` if everything was taken. */
  readonly key: string | null;
}

/** Where limits are counted. */
export interface Buckets {
  /** Takes everything or nothing. Unused buckets are full. */
  take(takes: readonly BucketTake[]): Promise<BucketTurn>;
}

/**
 * Buckets in this process or isolate: others have their own.
 *
 * @example limits: { caller: { most: 10, perMs: 60_000 }, buckets: memoryBuckets() }
 */
export declare function memoryBuckets(options?: {
  /** The clock. Default: the real one. */
  readonly clock?: Pick<Clock, "now"> | undefined;
}): Buckets;

/**
 * The Durable Object of limits: export it from the Worker's main module. It keeps a bucket until that
 * is full again, under the caller's id or the customer's number or id.
 */
export declare class InteraktBuckets {
  /** Called by the runtime. Tests may pass a clock. */
  constructor(
    state: DurableState,
    // biome-ignore lint/suspicious/noExplicitAny: any environment will do
    env?: any,
    options?: {
      /** The clock. Default: the real one. */
      readonly clock?: Pick<Clock, "now">;
    },
  );
  /** Answers the calls of `durableBuckets`. */
  fetch(request: Request): Promise<Response>;
}

/**
 * Buckets in a Durable Object, shared by all isolates.
 *
 * @param namespace The binding of the class `InteraktBuckets`.
 * @example limits: { caller: { most: 10, perMs: 60_000 }, buckets: durableBuckets(env.BUCKETS) }
 */
export declare function durableBuckets(
  namespace: DurableNamespace,
  options?: {
    /** Which object, if there are several. Default: `"default"`. */
    readonly name?: string | undefined;
  },
): Buckets;

/** The customer an input is about. At least one of the two is set. */
export interface ProxyRecipient {
  /** All digits of the number with its country code, in whichever form it was given. */
  readonly phone: string | undefined;
  /** The customer's id in your own system. */
  readonly userId: string | undefined;
}

/**
 * Who is making the request. If `userId` or `recipients` is present, whatever its value, the caller is
 * bound to it: inputs about any other customer are refused, and so are `listUsers` and
 * `getUserByPhone`, which reveal any customer.
 */
export interface ProxyCaller {
  /** Requests with the same id are counted together by `limits.caller`. */
  readonly id: string;
  /** The customer making the request: the only `userId` that inputs may have. */
  readonly userId?: string | null | undefined;
  /**
   * The phone numbers that inputs may have, with country codes, in either spelling of a number that has
   * two. Or a function that says whether an input
   * may be about a customer; it then decides about `userId` too. Together with `userId`, the numbers are
   * that customer's.
   *
   * @example ["919876543210"]
   * @example ({ phone }) => phone !== undefined && isCustomerOf(agent, phone)
   */
  readonly recipients?:
    | readonly string[]
    | ((recipient: ProxyRecipient) => boolean | Promise<boolean>)
    | undefined;
}

/** The names of the kinds of message that an operation sends. */
type KindNames<Name extends OperationName> = Name extends KindedName
  ? keyof Kinds<Name>["kinds"]
  : never;

/** Rules for any operation. */
interface CommonRules<Name extends OperationName, Who> {
  /**
   * Lets keys through that Interakt does not know. Default: `false`; then an input is also refused if it
   * has so many other warnings that not all of them are listed.
   */
  readonly unknownKeys?: boolean | undefined;
  /** `false` if it does not matter for this operation whom the caller is bound to. Default: `true`. */
  readonly bound?: boolean | undefined;
  /**
   * The last word on an input that may be sent. Return it, a different one, `null` to refuse it, or the
   * answer itself (with a 4xx status, so that the page knows nothing was sent). The returned input is
   * validated, checked against whom the caller is bound to, and counted; the other rules apply to what
   * the page sent.
   *
   * @example (message, who) => ({ ...message, callbackData: who.id })
   */
  readonly shape?:
    | ((
        input: InputOf<Name>,
        who: Who,
      ) => InputOf<Name> | Response | null | Promise<InputOf<Name> | Response | null>)
    | undefined;
}

/** Rules for messages. */
interface MessageRules<Name extends OperationName> {
  /** The kinds of message allowed. Default: all; `["Template"]` if `templates` is set. @example ["Template"] */
  readonly kinds?: readonly KindNames<Name>[] | undefined;
  /**
   * The names of the templates allowed. Default: all. If set without `kinds`, only templates are let
   * through.
   *
   * @example ["order_shipped"]
   */
  readonly templates?: readonly string[] | undefined;
  /**
   * Lets a message have a `fallback`, which is sent in its place and may cost an SMS. Default: `false`.
   *
   * The rules apply to each fallback. `templates` names an SMS by the `dlt_te_id` of its text. An RCS
   * message must be valid for `sendRcs` and one of the `kinds`; its number may be left out, and counts as
   * a recipient if present. Each channel may occur once, and no fallback may have a fallback.
   */
  readonly fallback?: boolean | undefined;
}

/** What pages may do with one operation. */
export type ProxyRules<Name extends OperationName, Who = ProxyCaller> = CommonRules<Name, Who> &
  (Name extends KindedName ? MessageRules<Name> : unknown) &
  (Name extends "createCampaign" ? Pick<MessageRules<Name>, "templates"> : unknown) &
  (Name extends "sendMessage"
    ? {
        /** The most messages in one request, as a list. Default: no lists, not even of one message. */
        readonly maxMessages?: number | undefined;
      }
    : unknown);

/** A request that went out to Interakt, or was about to, and its result. */
export type ProxySend<Who = ProxyCaller> = {
  [Name in OperationName]: {
    /** The operation. */
    readonly operation: Name;
    /** The input as it was sent. */
    readonly input: InputOf<Name>;
    /** Who made the request. */
    readonly who: Who;
    /** On success, the answer. */
    readonly data?: AnswerOf<Name>;
    /** On failure, an `InteraktError`, whose `outcome` says whether it may have been carried out. */
    readonly error?: unknown;
  };
}[OperationName];

/** A request that was not sent. Contains nothing of its input. */
export interface ProxyRefusal<Who = ProxyCaller> {
  /** Why it was refused. */
  readonly code: ProxyRefusalCode | (string & {});
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The operation, if it was known by then. */
  readonly operation?: OperationName | undefined;
  /** Who made the request, if it was known by then. */
  readonly who?: Who | undefined;
  /** What one of your functions, or the client, threw. The page does not get it. */
  readonly cause?: unknown;
}

/**
 * Why a request was not sent. The page's client gets an `ApiError` with this status, this code as
 * `error.body.code`, and `outcome: "refused"`.
 *
 * | code | status | cause |
 * | --- | --- | --- |
 * | `origin_refused` | 403 | a page from neither this origin nor one of `origins` |
 * | `origin_missing` | 403 | a POST without `Origin`, and `missingOrigin` is not set |
 * | `not_found` | 404 | a URL that belongs to no operation |
 * | `method_refused` | 405 | a method other than the operation's |
 * | `override_refused` | 400 | a header that overrides the method |
 * | `operation_refused` | 403 | an operation that is not in `allow` |
 * | `not_authorized` | 401 | `authorize` returned `null` |
 * | `media_type_refused` | 415 | a body that is neither JSON nor, for `uploadMedia`, form data |
 * | `encoding_refused` | 415 | a compressed body |
 * | `body_unexpected` | 400 | a GET with a body |
 * | `body_too_large` | 413 | more than `maxBytes`, or `maxFileBytes` |
 * | `body_unreadable` | 400 | a body that is not JSON, not UTF-8, or not form data with exactly one file |
 * | `body_incomplete` | 400 | a body that was cut off |
 * | `key_refused` | 400 | a key `__proto__` |
 * | `list_refused` | 403 | more messages than `maxMessages`, or than a limit could ever let through |
 * | `input_invalid` | 422 | an input with errors: `error.body.issues`, as the page's own check reports them |
 * | `unknown_key_refused` | 422 | keys that Interakt does not know: see `error.body.issues` |
 * | `kind_refused`, `template_refused`, `fallback_refused` | 403 | a message that `allow` does not permit |
 * | `callback_data_refused` | 403 | a `callbackData` that names a row of a campaign, as `rowOfCallbackData` reads it |
 * | `shape_refused` | 403 | `shape` returned `null` |
 * | `recipient_refused` | 403 | a customer the caller is not bound to |
 * | `id_refused` | 403 | a message to a `userId` that `limits.recipient` cannot count |
 * | `caller_limited`, `recipient_limited` | 429 | more than `limits` allow; `retryAfterMs` says when to retry |
 * | `caller_gone` | 499 | a page that has closed the connection |
 * | `out_of_time` | 429 | a request that could not be sent within `timeoutMs` |
 * | `application_failed` | 424 | one of your functions threw, or returned something invalid |
 * | `client_failed` | 424 | the client cannot send with its settings |
 */
export type ProxyRefusalCode =
  | "origin_refused"
  | "origin_missing"
  | "not_found"
  | "method_refused"
  | "override_refused"
  | "operation_refused"
  | "not_authorized"
  | "media_type_refused"
  | "encoding_refused"
  | "body_unexpected"
  | "body_too_large"
  | "body_unreadable"
  | "body_incomplete"
  | "key_refused"
  | "list_refused"
  | "input_invalid"
  | "unknown_key_refused"
  | "kind_refused"
  | "template_refused"
  | "fallback_refused"
  | "callback_data_refused"
  | "shape_refused"
  | "recipient_refused"
  | "id_refused"
  | "caller_limited"
  | "recipient_limited"
  | "caller_gone"
  | "out_of_time"
  | "application_failed"
  | "client_failed";

/** What a platform passes along with a request, as far as it is used. */
export interface ProxyContext {
  /** Keeps the runtime alive until the promise settles. */
  waitUntil?(promise: Promise<unknown>): void;
}

/** What sends the requests: a client, or the options for one. */
type ProxySender =
  | {
      /** A client that the whole server shares, with its `plan` or `limiter`. */
      readonly client: Pick<Interakt, "call">;
      /** Its key, to be removed from answers in case Interakt repeats it. */
      readonly apiKey?: string | undefined;
    }
  | ({
      readonly client?: undefined;
      /** The key as Interakt's dashboard shows it: already base64. */
      readonly apiKey: string;
    } & Pick<
      InteraktOptions,
      Extract<keyof InteraktOptions, "baseUrl" | "fetch" | "plan" | "limiter">
    >);

/** Who may make requests. */
type ProxyAuthorization<Who extends ProxyCaller, Context> =
  | {
      /**
       * Says who is making a request. Return `null` for nobody (401), or your own answer with a 4xx
       * status. Called once per request, before the body is read; it must not read the body.
       *
       * @example
       * async (request) => {
       *   const session = await sessionOf(request.headers.get("cookie"));
       *   return session && { id: session.user, recipients: [session.phone] };
       * }
       */
      readonly authorize: (
        request: Request,
        context: Context,
      ) => Who | Response | null | undefined | Promise<Who | Response | null | undefined>;
      /** Only without `authorize`. */
      readonly public?: false | undefined;
    }
  | {
      readonly authorize?: undefined;
      /** Anybody on the Internet may make requests, and all are one caller, `{ id: "public" }`. */
      readonly public: true;
    };

/** Options for `createProxy`: what it lets through, and for whom. */
export type ProxyOptions<
  Who extends ProxyCaller = ProxyCaller,
  Context = ProxyContext,
> = ProxySender &
  ProxyAuthorization<Who, Context> &
  BodyOptions & {
    /**
     * What pages may do. Nothing else gets through.
     *
     * @example { sendMessage: { kinds: ["Template"], templates: ["order_shipped"] }, listTemplates: true }
     */
    readonly allow: { readonly [Name in OperationName]?: true | ProxyRules<Name, Who> | undefined };
    /**
     * Other origins whose pages may make requests, besides the proxy's own. `*` is not supported, not even
     * as part of a host: list each origin.
     *
     * @example ["https://shop.example"]
     */
    readonly origins?: readonly string[] | undefined;
    /**
     * Also accepts POSTs without an `Origin` header, which come from programs such as apps and servers:
     * browsers always send it. GETs without it are accepted anyway. Default: `false`.
     */
    readonly missingOrigin?: boolean | undefined;
    /** Allows pages from `origins` to send cookies. Default: `false`. */
    readonly credentials?: boolean | undefined;
    /** Headers that pages from `origins` may set, besides `Content-Type`. Default: `["authorization"]`. */
    readonly headers?: readonly string[] | undefined;
    /** Limits for each caller and each recipient. Default: none. */
    readonly limits?:
      | {
          /** The rate for one caller: of messages, and of other requests. */
          readonly caller?: BucketRate | undefined;
          /**
           * The rate of messages to one customer. They are counted by phone number, so a message to a
           * `userId` is refused unless the caller is bound to it.
           */
          readonly recipient?: BucketRate | undefined;
          /**
           * Where they are counted. Default: `memoryBuckets()`, which only this proxy sees: if one is
           * created per request or per isolate, use `durableBuckets`.
           */
          readonly buckets?: Buckets | undefined;
        }
      | undefined;
    /**
     * The longest an answer may take, in milliseconds from the request's arrival, including retries and
     * waiting for a turn. Keep it below the time limit of the page's client, which would otherwise give
     * up first, without knowing the outcome.
     *
     * Default: `25000`; a client's is 30000.
     */
    readonly timeoutMs?: number | undefined;
    /**
     * Called for each request that went out to Interakt, or that the client failed to send, for your
     * records. The answer does not wait for it; the platform's `waitUntil` does. Errors it throws are
     * ignored.
     */
    readonly onSend?: ((event: ProxySend<Who>) => unknown) | undefined;
    /** Called in the same way for each request that the proxy refused. */
    readonly onRefuse?: ((event: ProxyRefusal<Who>) => unknown) | undefined;
  };

/**
 * A back end for pages, which have no API key: the handler for `/api/interakt/*` or the like. Requests
 * that pages may make are sent with the server's key, and answered so that the page's client behaves
 * like the server's: the same data, the same `ApiError` with the same `code`. An outcome unknown to the
 * server is `outcome: "unknown"` in the page; one that was definitely not sent is `"refused"`.
 *
 * The handler never rejects. A page that disconnects stops nothing: a request in flight is completed.
 *
 * @example
 * // In a Worker. In the page: new Interakt({ baseUrl: "/api/interakt" })
 * const proxy = createProxy({
 *   apiKey: env.INTERAKT_API_KEY,
 *   allow: { sendMessage: { kinds: ["Template"], templates: ["otp"] } },
 *   authorize: (request) => customerOf(request),
 *   limits: { caller: { most: 3, perMs: 600_000 }, buckets: durableBuckets(env.BUCKETS) },
 * });
 * export default { fetch: (request, env, context) => proxy(request, context) };
 * @throws {ConfigurationError} An option is invalid or unknown, or would let everything through without
 *   saying so.
 */
export declare function createProxy<Who extends ProxyCaller = ProxyCaller, Context = ProxyContext>(
  options: ProxyOptions<Who, Context>,
): (request: Request, context?: Context) => Promise<Response>;
