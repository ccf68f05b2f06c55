import type { Limiter, LimiterTurn, Plan } from "interakt-wasm";
import type { Clock, DurableNamespace, DurableState } from "./edge-cloudflare.js";
import type { Sql } from "./edge-sql.js";

/** How an account is paced. */
export interface AccountOptions {
  /**
   * The account's plan, or requests per minute. It may change at any time: requests that left within
   * the last minute count towards the new rate. It applies to everyone who shares the account, from the
   * first call of whoever sets it.
   *
   * Default: the last value set; initially `"growth"`, the smallest plan.
   *
   * @example "advanced"
   */
  readonly plan?:
    | Plan
    | {
        /** Requests per minute, for a rate that is not a plan's. */
        readonly requestsPerMinute: number;
      }
    | undefined;
  /**
   * How much the time from a request's permission until Interakt counts it may vary, in milliseconds:
   * at most 60000. The account lets out the plan's requests in a minute plus this much.
   *
   * Default: the last value set; initially `1500`.
   */
  readonly slackMs?: number | undefined;
  /** The clock. Default: the real one. */
  readonly clock?: Clock | undefined;
}

/** A campaign message that asks for its turn. */
export interface CampaignTurn extends LimiterTurn {
  /** All digits of the number with its country code, or the `userId`. */
  readonly recipient: string;
  /** The `userId` that the message has beside a number: it gets no permission if either opted out. */
  readonly userId?: string | undefined;
  /** The campaign's id. */
  readonly campaign: string;
  /** The row's index. */
  readonly index: number;
}

/** The last message, of any campaign, that was let through to a recipient. */
export interface LastMessage {
  /** The campaign's id. */
  readonly campaign: string;
  /** The row's index. */
  readonly index: number;
  /** When it was let through, in milliseconds since 1970. */
  readonly at: number;
}

/** The answer to a campaign message that asked for its turn. */
export interface Admission {
  /** `false` if the recipient has opted out. */
  readonly admitted: boolean;
  /**
   * When the message should have left by, in milliseconds since 1970 by the caller's clock. After that
   * it could be one too many in its minute, and has to ask again. Default: 700 ms from now.
   */
  readonly freshUntil?: number | undefined;
}

/** How an account is doing. */
export interface AccountState {
  /** The rate that applies now. */
  readonly requestsPerMinute: number;
  /** How many requests were let out within the last minute. */
  readonly lastMinute: number;
  /** Roughly how many are waiting for their turn. */
  readonly waiting: number;
  /** Nothing leaves before this time, in milliseconds since 1970; `null` if nothing is held back. */
  readonly pausedUntil: number | null;
  /** How many recipients have opted out. */
  readonly optedOut: number;
}

/**
 * What all campaigns and clients of an account share: its pace, and the list of those who want no more
 * messages. `acquire` and `pause` make it a `limiter` for clients.
 */
export interface Account extends Limiter {
  /** Like `acquire`, for a campaign row: a recipient who opted out gets no permission and uses none up. */
  admit(turn: CampaignTurn): Promise<Admission>;
  /**
   * Puts recipients on the list of those who get no campaigns: digits with the country code, with or
   * without a `+`, or a `userId`. If a number has two spellings, as in Mexico and Brazil, either stands
   * for both. Resolves to the number of new entries.
   *
   * @example await account.optOut(["919876543210", "user-42"]);
   */
  optOut(recipients: readonly string[]): Promise<number>;
  /** Takes recipients off the list. Resolves to the number of entries removed. */
  optIn(recipients: readonly string[]): Promise<number>;
  /** The list of those who opted out, in order. */
  optedOut(options?: {
    /** Start after this recipient, for the next page. */
    after?: string;
    /** The most recipients to return. Default: 1000. */
    most?: number;
  }): Promise<string[]>;
  /** The message that a reply from this recipient may be about, from the last seven days. */
  lastMessage(recipient: string): Promise<LastMessage | null>;
  /** The account's rate, load, pause and opt-outs right now. */
  state(): Promise<AccountState>;
}

/**
 * The account kept in a Durable Object, for any client in any Worker.
 *
 * @param namespace The binding of the class `InteraktAccount`.
 * @example
 * const interakt = new Interakt({ apiKey, limiter: durableLimiter(env.ACCOUNT, { plan: "advanced" }) });
 */
export declare function durableLimiter(
  namespace: DurableNamespace,
  options?: AccountOptions & {
    /** Which account, if there are several. Default: `"default"`. */
    readonly account?: string | undefined;
  },
): Account;

/**
 * An account in a database on this machine: everything that opens the same file shares its pace.
 *
 * @example createAccount(nodeSql(new DatabaseSync("campaigns.db")), { plan: "growth" })
 */
export declare function createAccount(sql: Sql, options?: AccountOptions): Account;

/** The Durable Object of an account: export it from the Worker's main module. */
export declare class InteraktAccount {
  /** Called by the runtime. Tests may pass a clock. */
  constructor(
    state: DurableState,
    // biome-ignore lint/suspicious/noExplicitAny: any environment will do
    env?: any,
    options?: {
      /** The clock. Default: the real one. */
      readonly clock?: Clock;
    },
  );
  /** Answers the calls of `durableLimiter`. */
  fetch(request: Request): Promise<Response>;
}
