import type { Limiter, LimiterTurn, Plan } from "interakt-wasm";
import type { Clock, DurableNamespace, DurableState } from "./edge-cloudflare.js";
import type { Sql } from "./edge-sql.js";

/** How an account is paced. */
export interface AccountOptions {
  /**
   * The account's plan, or requests a minute. It may be another at any time: what left within the
   * last minute counts for the new one. It holds for all who share the account, from the first call of
   * whoever gives one.
   *
   * Default: what was given last, at first `"growth"`, the smallest.
   */
  readonly plan?: Plan | { readonly requestsPerMinute: number } | undefined;
  /**
   * How many milliseconds a request may take from its permission to Interakt's own count, more or
   * less: at most 60000. The account lets out the plan's requests in a minute and so much longer.
   *
   * Default: what was given last, at first `1500`.
   */
  readonly slackMs?: number | undefined;
  /** Default: the real one. */
  readonly clock?: Clock | undefined;
}

/** A message of a campaign, whose turn is asked for. */
export interface CampaignTurn extends LimiterTurn {
  /** All digits of the number with its country code, or the `userId`. */
  readonly recipient: string;
  readonly campaign: string;
  /** The row's index. */
  readonly index: number;
}

/** The last message of any campaign that a recipient was let through for. */
export interface LastMessage {
  readonly campaign: string;
  readonly index: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What came of asking for the turn of a campaign's message. */
export interface Admission {
  /** `false`: its recipient has opted out. */
  readonly admitted: boolean;
  /**
   * Until when the message should have left, in milliseconds since 1970 by the clock of whoever asked:
   * later it may be one too many in its minute, and asks anew. Default: 700 ms from now.
   */
  readonly freshUntil?: number | undefined;
}

/** How an account is doing. */
export interface AccountState {
  readonly requestsPerMinute: number;
  /** How many were let out within the last minute. */
  readonly lastMinute: number;
  /** How many wait for their turn, about. */
  readonly waiting: number;
  /** Nothing leaves before, in milliseconds since 1970; `null`: nothing is held back. */
  readonly pausedUntil: number | null;
  readonly optedOut: number;
}

/**
 * What all campaigns and clients of an account share: its pace, and who wants no more messages.
 * `acquire` and `pause` are those of a client's `limiter`.
 */
export interface Account extends Limiter {
  /** As `acquire`, for a row of a campaign: who has opted out gets no permission, and uses none up. */
  admit(turn: CampaignTurn): Promise<Admission>;
  /**
   * These recipients get no campaign any more: digits with the country code, with a `+` too, or a
   * `userId`. Gives how many are new.
   */
  optOut(recipients: readonly string[]): Promise<number>;
  /** They do again. Gives how many were on the list. */
  optIn(recipients: readonly string[]): Promise<number>;
  /** The list, in order, after a recipient. Default of `most`: 1000. */
  optedOut(options?: { after?: string; most?: number }): Promise<string[]>;
  /** What a reply of this recipient may be about: of the last seven days. */
  lastMessage(recipient: string): Promise<LastMessage | null>;
  state(): Promise<AccountState>;
}

/**
 * The account of a Durable Object, for any client in any Worker.
 *
 * @param namespace Bound to the class `InteraktAccount`.
 * @example
 * const interakt = new Interakt({ apiKey, limiter: durableLimiter(env.ACCOUNT, { plan: "advanced" }) });
 */
export declare function durableLimiter(
  namespace: DurableNamespace,
  options?: AccountOptions & {
    /** Which account, where there are several. Default: `"default"`. */
    readonly account?: string | undefined;
  },
): Account;

/**
 * An account in a database of this machine: everything that opens the same file shares its pace.
 *
 * @example createAccount(nodeSql(new DatabaseSync("campaigns.db")), { plan: "growth" })
 */
export declare function createAccount(sql: Sql, options?: AccountOptions): Account;

/** The Durable Object of an account: export it from the Worker's main module. */
export declare class InteraktAccount {
  // biome-ignore lint/suspicious/noExplicitAny: any environment will do
  constructor(state: DurableState, env?: any, options?: { readonly clock?: Clock });
  fetch(request: Request): Promise<Response>;
}
