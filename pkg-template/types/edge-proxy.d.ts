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
 * The operation that a request is for, and its input: `operation` says which. The input is what the
 * request holds, and nothing has checked it yet: that is what the operation's `validate` is for.
 */
export type MatchedRequest = {
  [Name in OperationName]: { readonly operation: Name; readonly input: InputOf<Name> };
}[OperationName];

/** How much of a body is read. */
export interface BodyOptions {
  /** Bytes of a JSON body that are read at most, whatever its `Content-Length` says. Default: 262144. */
  readonly maxBytes?: number | undefined;
  /** The same of the form of `uploadMedia`, which is held in memory. Default: 17825792 (17 MiB). */
  readonly maxFileBytes?: number | undefined;
}

/**
 * The operation that a request is for, by its URL and method, and its input, from path, query and
 * body: the way back from `build`. Whatever path stands before Interakt's own (`/v1/public/…`).
 *
 * `null` for all that the package does not write itself: another path or method, a path that is
 * written in another way (`%6Dessage`, `//`), something behind it, an unknown or repeated key in the
 * query, a header that names another method, a GET with a body, a body of another type, compressed,
 * too large or no JSON.
 *
 * @param request Its body is read, where it is one of an operation.
 * @example
 * const matched = await matchRequest(request);
 * if (matched?.operation === "getUserById") console.log(matched.input.userId);
 */
export declare function matchRequest(
  request: Request,
  options?: BodyOptions,
): Promise<MatchedRequest | null>;

/** So many at once, and then as many again in each span of time. */
export interface BucketRate {
  /** 1 or more. */
  readonly most: number;
  /** Milliseconds in which an empty bucket fills. @example 60_000 */
  readonly perMs: number;
}

/** Something to take from a bucket. */
export interface BucketTake extends BucketRate {
  /** Which bucket. */
  readonly key: string;
  /** How many, 1 or more. More than `most` are never there. */
  readonly cost: number;
}

/** Whether all was taken. */
export interface BucketTurn {
  /** 0: it was. Otherwise nothing was, and so many milliseconds must go by. */
  readonly waitMs: number;
  /** The bucket that takes longest to have enough; `null` when all was taken. */
  readonly key: string | null;
}

/** Where limits are counted. */
export interface Buckets {
  /** Takes all of it, or nothing. Buckets that nobody has taken from are full. */
  take(takes: readonly BucketTake[]): Promise<BucketTurn>;
}

/** Buckets of this process, or of this isolate: others have theirs. */
export declare function memoryBuckets(options?: {
  readonly clock?: Pick<Clock, "now"> | undefined;
}): Buckets;

/**
 * The Durable Object of limits: export it from the Worker's main module. It keeps a bucket for as
 * long as that is not full, under the id of who asks, or the customer's number or id.
 */
export declare class InteraktBuckets {
  // biome-ignore lint/suspicious/noExplicitAny: any environment will do
  constructor(state: DurableState, env?: any, options?: { readonly clock?: Pick<Clock, "now"> });
  fetch(request: Request): Promise<Response>;
}

/**
 * Buckets of a Durable Object, the same for all isolates.
 *
 * @param namespace Bound to the class `InteraktBuckets`.
 * @example limits: { caller: { most: 10, perMs: 60_000 }, buckets: durableBuckets(env.BUCKETS) }
 */
export declare function durableBuckets(
  namespace: DurableNamespace,
  options?: {
    /** Which, where there are several. Default: `"default"`. */
    readonly name?: string | undefined;
  },
): Buckets;

/** Whom an input is about. At least one of both is there. */
export interface ProxyRecipient {
  /** All digits of the number with its country code, in whichever form it came. */
  readonly phone: string | undefined;
  readonly userId: string | undefined;
}

/**
 * Who is asking. With `userId` or `recipients` there, whatever they hold, the caller is bound to them:
 * an input about any other customer is refused, and so are `listUsers` and `getUserByPhone`, which
 * tell of anybody.
 */
export interface ProxyCaller {
  /** Whose requests are counted together by `limits.caller`. */
  readonly id: string;
  /** The customer who asks: the `userId` that inputs may have. */
  readonly userId?: string | null | undefined;
  /**
   * The numbers that inputs may have, with country codes; or whether an input may be about a customer,
   * which then decides of `userId` too. With `userId` they are numbers of that customer.
   *
   * @example ["919876543210"]
   * @example ({ phone }) => phone !== undefined && isCustomerOf(agent, phone)
   */
  readonly recipients?:
    | readonly string[]
    | ((recipient: ProxyRecipient) => boolean | Promise<boolean>)
    | undefined;
}

/** The names of an operation's kinds of messages. */
type KindNames<Name extends OperationName> = Name extends KindedName
  ? keyof Kinds<Name>["kinds"]
  : never;

/** Rules of any operation. */
interface CommonRules<Name extends OperationName, Who> {
  /**
   * Lets keys through that are none of Interakt's. Default: `false`, and then an input is refused as
   * well in which so many other things are odd that not all of them are listed.
   */
  readonly unknownKeys?: boolean | undefined;
  /** `false`: for this operation it does not matter whom the caller is bound to. Default: `true`. */
  readonly bound?: boolean | undefined;
  /**
   * The last word on an input that may be sent: gives it, or another, or `null` to refuse it, or the
   * answer itself (with a status of 4xx, so that the page knows that nothing was sent). What it gives
   * is validated, held to whom the caller is bound to, and counted; the rules here are about what the
   * page sends.
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

/** Rules of messages. */
interface MessageRules<Name extends OperationName> {
  /** The types of messages. Default: all, or `["Template"]` where `templates` is there. @example ["Template"] */
  readonly kinds?: readonly KindNames<Name>[] | undefined;
  /**
   * The names of templates. Default: all. With it and without `kinds`, nothing but templates is let
   * through.
   *
   * @example ["order_shipped"]
   */
  readonly templates?: readonly string[] | undefined;
  /**
   * Lets a message say what is sent in its place, which costs an SMS. Default: `false`.
   *
   * The rules hold for each of it. `templates` names an SMS by the `dlt_te_id` of its text. An RCS
   * message must be one as `sendRcs` takes it, of one of the `kinds`; its number may be left out, and
   * counts as a recipient where it is there. Each channel stands there once, and no fallback has one of
   * its own.
   */
  readonly fallback?: boolean | undefined;
}

/** What pages may do with an operation. */
export type ProxyRules<Name extends OperationName, Who = ProxyCaller> = CommonRules<Name, Who> &
  (Name extends KindedName ? MessageRules<Name> : unknown) &
  (Name extends "createCampaign" ? Pick<MessageRules<Name>, "templates"> : unknown) &
  (Name extends "sendMessage"
    ? {
        /** How many messages one request may have, as a list. Default: no list, not even of one. */
        readonly maxMessages?: number | undefined;
      }
    : unknown);

/** A request that went out to Interakt, or was about to, and what came of it. */
export type ProxySend<Who = ProxyCaller> = {
  [Name in OperationName]: {
    readonly operation: Name;
    /** As it was sent. */
    readonly input: InputOf<Name>;
    readonly who: Who;
    /** Of a success. */
    readonly data?: AnswerOf<Name>;
    /** Of a failure: an `InteraktError`, whose `outcome` says what is known. */
    readonly error?: unknown;
  };
}[OperationName];

/** A request that was not sent. Holds nothing of its input. */
export interface ProxyRefusal<Who = ProxyCaller> {
  readonly code: ProxyRefusalCode | (string & {});
  /** Of the answer. */
  readonly status: number;
  /** As far as it was known already. */
  readonly operation?: OperationName | undefined;
  readonly who?: Who | undefined;
  /** What a function of yours, or the client, threw. The page is not told. */
  readonly cause?: unknown;
}

/**
 * Why a request was not sent. The page's client gets an `ApiError` with the status, this code as
 * `error.body.code`, and `outcome: "refused"`.
 *
 * | code | status | of |
 * | --- | --- | --- |
 * | `origin_refused` | 403 | a page that is neither of this origin nor of `origins` |
 * | `origin_missing` | 403 | a POST without `Origin`, and no `missingOrigin` |
 * | `not_found` | 404 | an address of no operation |
 * | `method_refused` | 405 | another method than the operation's |
 * | `override_refused` | 400 | a header that names another method |
 * | `operation_refused` | 403 | an operation that `allow` does not name |
 * | `not_authorized` | 401 | nobody: `authorize` gave `null` |
 * | `media_type_refused` | 415 | a body that is neither JSON nor, for `uploadMedia`, a form |
 * | `encoding_refused` | 415 | a compressed body |
 * | `body_unexpected` | 400 | a GET with a body |
 * | `body_too_large` | 413 | more than `maxBytes`, or `maxFileBytes` |
 * | `body_unreadable` | 400 | no JSON, no UTF-8, or another form than one with one file |
 * | `body_incomplete` | 400 | a body that broke off |
 * | `key_refused` | 400 | a key `__proto__` |
 * | `list_refused` | 403 | more messages than `maxMessages`, or than a limit ever lets through |
 * | `input_invalid` | 422 | issues, in `error.body.issues` as the page's own check has them |
 * | `unknown_key_refused` | 422 | keys that Interakt does not know, in `error.body.issues` |
 * | `kind_refused`, `template_refused`, `fallback_refused` | 403 | what `allow` does not name |
 * | `callback_data_refused` | 403 | a `callbackData` that names a row of a campaign, as `rowOfCallbackData` reads it |
 * | `shape_refused` | 403 | what `shape` refused |
 * | `recipient_refused` | 403 | a customer to whom the caller is not bound |
 * | `id_refused` | 403 | a message to a `userId` that `limits.recipient` cannot count |
 * | `caller_limited`, `recipient_limited` | 429 | more than `limits` let through; `retryAfterMs` says when |
 * | `caller_gone` | 499 | a page that is not there any more |
 * | `out_of_time` | 429 | what could not be sent in `timeoutMs` |
 * | `application_failed` | 424 | a function of yours that threw, or gave what it must not |
 * | `client_failed` | 424 | a client that cannot send as it is set up |
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

/** What a platform gives beside a request, as far as it is used. */
export interface ProxyContext {
  waitUntil?(promise: Promise<unknown>): void;
}

/** Who sends: a client, or what one is made of. */
type ProxySender =
  | {
      /** One that the whole server shares, with its `plan` or `limiter`. */
      readonly client: Pick<Interakt, "call">;
      /** Its key, to be taken out of answers should Interakt repeat it. */
      readonly apiKey?: string | undefined;
    }
  | ({ readonly client?: undefined; readonly apiKey: string } & Pick<
      InteraktOptions,
      Extract<keyof InteraktOptions, "baseUrl" | "fetch" | "plan" | "limiter">
    >);

/** Who may ask. */
type ProxyAuthorization<Who extends ProxyCaller, Context> =
  | {
      /**
       * Who is asking: `null` for nobody (401), or an answer of your own with a status of 4xx. It is
       * asked once for a request, before the body is read, which it must leave unread.
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
      readonly public?: false | undefined;
    }
  | {
      readonly authorize?: undefined;
      /** Everybody on the Internet may ask, and is one caller, `{ id: "public" }`. */
      readonly public: true;
    };

/** What a proxy lets through, and for whom. */
export type ProxyOptions<
  Who extends ProxyCaller = ProxyCaller,
  Context = ProxyContext,
> = ProxySender &
  ProxyAuthorization<Who, Context> &
  BodyOptions & {
    /**
     * What pages may do. Nothing else is let through.
     *
     * @example { sendMessage: { kinds: ["Template"], templates: ["order_shipped"] }, listTemplates: true }
     */
    readonly allow: { readonly [Name in OperationName]?: true | ProxyRules<Name, Who> | undefined };
    /**
     * Pages of other origins that may ask, besides this one's own. There is no `*`.
     *
     * @example ["https://shop.example"]
     */
    readonly origins?: readonly string[] | undefined;
    /**
     * Also takes POSTs that do not say of which page they are: of programs, as apps and servers.
     * Browsers always say it. A GET without is let through. Default: `false`.
     */
    readonly missingOrigin?: boolean | undefined;
    /** Lets pages of `origins` send cookies. Default: `false`. */
    readonly credentials?: boolean | undefined;
    /** The headers that pages of `origins` may set, besides `Content-Type`. Default: `["authorization"]`. */
    readonly headers?: readonly string[] | undefined;
    readonly limits?:
      | {
          /** Messages, and other requests, of one caller. */
          readonly caller?: BucketRate | undefined;
          /**
           * Messages to one customer. They are counted by number, so that a message to a `userId` is
           * refused, unless the caller is bound to it.
           */
          readonly recipient?: BucketRate | undefined;
          /**
           * Where they are counted. Default: `memoryBuckets()`, which is this proxy's alone: one that is
           * made for each request, or in each isolate, needs `durableBuckets`.
           */
          readonly buckets?: Buckets | undefined;
        }
      | undefined;
    /**
     * Milliseconds that an answer takes at most, from the request's arrival on: attempts, their
     * retries, waiting for a turn. Keep it below the time limit of the page's client, or that gives
     * up first and knows nothing.
     *
     * Default: `25000`; the client's is 30000.
     */
    readonly timeoutMs?: number | undefined;
    /**
     * Told of each request that went out to Interakt, or that the client failed to send: for records.
     * The answer does not wait for it; the platform's `waitUntil` does. What it throws is dropped.
     */
    readonly onSend?: ((event: ProxySend<Who>) => unknown) | undefined;
    /** Told of each request that was refused here, likewise. */
    readonly onRefuse?: ((event: ProxyRefusal<Who>) => unknown) | undefined;
  };

/**
 * A back end for pages that have no key: the handler of `/api/interakt/*` or the like. What pages may
 * ask is sent with the key of the server, and answered so that the page's client makes of it what the
 * server's client does: the same data, the same `ApiError` with the same `code`. What is unknown here
 * is `outcome: "unknown"` there, and what surely was not sent is `"refused"`.
 *
 * It does not reject. A page that has gone ends nothing: what is being sent is sent.
 *
 * @example
 * // A Worker. The page: new Interakt({ baseUrl: "/api/interakt" })
 * const proxy = createProxy({
 *   apiKey: env.INTERAKT_API_KEY,
 *   allow: { sendMessage: { kinds: ["Template"], templates: ["otp"] } },
 *   authorize: (request) => customerOf(request),
 *   limits: { caller: { most: 3, perMs: 600_000 }, buckets: durableBuckets(env.BUCKETS) },
 * });
 * export default { fetch: (request, env, context) => proxy(request, context) };
 * @throws {ConfigurationError} An option cannot work, or lets everything through without saying so.
 */
export declare function createProxy<Who extends ProxyCaller = ProxyCaller, Context = ProxyContext>(
  options: ProxyOptions<Who, Context>,
): (request: Request, context?: Context) => Promise<Response>;
