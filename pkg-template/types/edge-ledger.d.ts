import type { MessageStatus } from "interakt-wasm";
import type { CampaignEnv, Clock, DurableNamespace, DurableState } from "./edge-cloudflare.js";
import type { Sql } from "./edge-sql.js";

/**
 * Where a row stands.
 *
 * - `waiting`: it surely has not left, and will. Where it was of unknown fate and somebody wants it
 *   sent all the same, its `problem` says why it may have been sent before: cancelled, or tried
 *   `maxAttempts` times, it is `unknown`.
 * - `claimed`: a consumer has it in hand, and it leaves only after that.
 * - `leaving`: it is being sent.
 * - `unknown`: who sent it died, or got no answer: it may have left. It is parked until a webhook
 *   tells, or a person decides.
 * - `sent`: Interakt accepted it.
 * - `refused`: Interakt refused it, or it would have failed.
 * - `dead`: it surely has not left, and was tried `maxAttempts` times. It is kept, to be sent again.
 * - `opted_out`, `cancelled`: it will not be sent.
 * - `invalid`, `duplicate`: rows of the file that could not be sent from the start.
 */
export type RowState =
  | "waiting"
  | "claimed"
  | "leaving"
  | "unknown"
  | "sent"
  | "refused"
  | "dead"
  | "opted_out"
  | "cancelled"
  | "invalid"
  | "duplicate";

/**
 * - `draft`: rows may be added; nothing is sent.
 * - `running`, `paused`, `cancelled`.
 * - `done`: each row has come to its end.
 * - `parked`: nothing is left to be sent, but unknown or dead rows wait for a person, or a webhook.
 */
export type CampaignStatus = "draft" | "running" | "paused" | "parked" | "done" | "cancelled";

/** What a campaign is. Plain JSON. */
export interface CampaignSettings {
  readonly name: string;
  /** Default: `"sendMessage"`. */
  readonly operation?: "sendMessage" | "sendRcs" | undefined;
  /**
   * When nobody is written to, by the clocks of the recipient's country: in one that has several,
   * when any of them says so.
   *
   * @example { from: "21:00", to: "09:00" }
   */
  readonly quiet?: { readonly from: string; readonly to: string } | undefined;
  /** The zone of recipients whose country is not known. Default: `"Asia/Kolkata"`. */
  readonly timeZone?: string | undefined;
  /**
   * Pauses the campaign when more than this share of the rows that have come to an end since it was
   * started, or started again, failed, once there are `after` of them (default 50). Rows of unknown
   * fate count as failed: when no answer comes any more, it is not to go on.
   *
   * @example { failed: 0.2, after: 50 }
   */
  readonly stopAt?: { readonly failed: number; readonly after?: number | undefined } | undefined;
  /** How often a row is tried that surely did not leave. Default: `5`. */
  readonly maxAttempts?: number | undefined;
  /** What the application wants to keep besides: the template, the mapping of columns. */
  readonly about?: unknown;
}

/** A row to be added. */
export type NewRow =
  | {
      /** Its place in the file, from 0: the same row added twice is one. */
      readonly index: number;
      readonly line?: number | undefined;
      /** The key that `checkRows` gave it. */
      readonly key: string;
      /** All digits of the number with its country code, or the `userId`. */
      readonly recipient: string;
      /** Its country's letters, for quiet hours; `null` where nobody knows. */
      readonly country: string | null;
      /** The operation's input. Its `callbackData` becomes that of the campaign, and is kept behind it. */
      readonly input: object;
    }
  | {
      readonly index: number;
      readonly line?: number | undefined;
      readonly state: "invalid" | "duplicate";
      /** What is wrong, in words. */
      readonly problem: string;
    };

/** A row in the hand of a consumer. */
export interface ClaimedRow {
  readonly index: number;
  readonly key: string;
  readonly recipient: string;
  readonly country: string | null;
  /** With its `callbackData`. */
  readonly input: object;
  /** How often it was tried before. */
  readonly attempts: number;
}

/** What a consumer is given. */
export interface Claim {
  readonly status: CampaignStatus;
  readonly operation: "sendMessage" | "sendRcs";
  readonly rows: readonly ClaimedRow[];
  /**
   * Milliseconds until there may be rows besides these: a delay or quiet hours are over, or what
   * somebody else has in hand comes back. `null`: nothing waits, or the campaign does not run.
   */
  readonly waitMs: number | null;
}

/** What became of a row that was in hand. */
export type RowFate =
  | { readonly fate: "sent"; readonly messageId: string | null }
  | { readonly fate: "refused"; readonly code: string; readonly message: string }
  | { readonly fate: "unknown"; readonly code: string; readonly message: string }
  /**
   * It surely has not left and comes again: counts as an attempt. `unknown`: it may have been sent, and
   * comes again all the same, since whoever runs the consumer wants it so; the last attempt of such a
   * row ends `unknown`, and not `dead`.
   */
  | {
      readonly fate: "again";
      readonly delayMs: number;
      readonly code: string;
      readonly message: string;
      readonly unknown?: boolean | undefined;
    }
  /** It surely has not left, by nobody's fault: counts for nothing. */
  | { readonly fate: "back" }
  | { readonly fate: "opted_out" };

/** What a webhook told of a row. */
export interface RowNews {
  readonly index: number;
  readonly messageId?: string | null | undefined;
  readonly status?: MessageStatus | null | undefined;
  /** When it was so, in milliseconds since 1970. */
  readonly at: number;
  readonly clicked?: boolean | undefined;
  readonly replied?: boolean | undefined;
  /** Of a failure, the channel's code and words. */
  readonly problem?: string | undefined;
  /** `actual_message_cost`, as it came. */
  readonly cost?: string | undefined;
}

/** A row, as it is known. */
export interface LedgerRow {
  readonly index: number;
  readonly line: number | null;
  readonly key: string | null;
  readonly recipient: string | null;
  readonly country: string | null;
  readonly state: RowState;
  /** How far it has come, by webhooks. */
  readonly status: MessageStatus | null;
  readonly replied: boolean;
  readonly messageId: string | null;
  readonly attempts: number;
  readonly problem: string | null;
  readonly cost: string | null;
  /** When it changed last, in milliseconds since 1970. */
  readonly at: number;
}

/** How many rows. */
export type CampaignCounts = { readonly [State in RowState]: number } & {
  readonly rows: number;
  readonly delivered: number;
  readonly read: number;
  /** Told by a webhook, after Interakt had accepted them. */
  readonly failed: number;
  readonly clicked: number;
  readonly replied: number;
};

/** How a campaign is doing. Plain JSON. */
export interface CampaignState {
  readonly id: string;
  readonly settings: CampaignSettings;
  readonly status: CampaignStatus;
  /**
   * Why it is paused, where no person paused it: too many rows failed (see `stopAt`), or Interakt
   * refuses the account itself, as with a wrong key.
   */
  readonly reason: "failures" | "account" | null;
  readonly counts: CampaignCounts;
  /** The sum of what webhooks told of costs, in decimals. */
  readonly cost: string;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Counts up with every change. */
  readonly version: number;
}

/** What happened in a span of time, for a chart. */
export interface CampaignSpan {
  /** When it begins, in milliseconds since 1970. */
  readonly at: number;
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
  readonly failed: number;
}

/** A call that knows itself when it is made again. */
export interface LedgerCall {
  /**
   * A text of at most 64 characters, another for each call. Made again with the same one, since its
   * answer got lost, the call is not done again, whatever others have decided meanwhile. The ledger
   * knows the last 16. `durableLedger` has one for each call of its own.
   */
  readonly call?: string | undefined;
}

/**
 * The memory of one campaign: what is to be sent, and what became of it. Each call is done wholly, or
 * not at all, before it resolves, and may be made again.
 */
export interface Ledger {
  /** Makes the campaign. Once it is made, gives what there is. */
  open(settings: CampaignSettings): Promise<CampaignState>;
  /** Adds rows; those whose `index` is there are passed over. */
  add(rows: readonly NewRow[]): Promise<{ readonly added: number }>;
  /** Sends from now on. Also goes on after a pause. */
  start(options?: LedgerCall): Promise<CampaignState>;
  /** Sends nothing more: what was being sent ends. @param options Why, where no person says so. */
  pause(options?: { readonly reason?: "account" | undefined } & LedgerCall): Promise<CampaignState>;
  /** For ever: what surely has not left never will. */
  cancel(): Promise<CampaignState>;
  /**
   * Takes up to `most` rows in hand for so long as `owner` keeps asking: whoever says nothing for
   * `leaseMs` is taken for dead. What it had claimed waits again, what was leaving is unknown.
   *
   * As long as rows of an owner have not left, it is given the same ones, since an answer may get
   * lost: take another owner for each batch.
   *
   * A campaign that was erased has nothing to claim, and is told as cancelled.
   */
  claim(options: {
    readonly owner: string;
    readonly most: number;
    readonly leaseMs: number;
  }): Promise<Claim>;
  /** Says that the row leaves now. Where it may not, it is not in hand any more. */
  leave(options: {
    readonly owner: string;
    readonly index: number;
  }): Promise<{ readonly leaves: boolean }>;
  /**
   * Says what became of a row. Once it is settled, nothing changes but unknown into known. What others
   * than its owner say is passed over, but for `sent` of a row that has left: nobody says so without
   * having sent it.
   */
  settle(options: { readonly owner: string; readonly index: number } & RowFate): Promise<void>;
  /**
   * What a webhook told. A status says that the row was sent, whatever was known of it; none steps
   * back. Of a row that never left it is passed over: it tells of another message, of an earlier
   * campaign of the same id, or one with such a `callbackData` that is none of a campaign.
   */
  tell(news: RowNews): Promise<void>;
  /**
   * Rows wait again: those that are dead or were refused; unknown ones, which may then be sent twice.
   * Gives how many.
   */
  again(
    options: {
      readonly state: "unknown" | "dead" | "refused";
      readonly indexes?: readonly number[] | undefined;
    } & LedgerCall,
  ): Promise<number>;
  /** A person knows that parked rows were sent. Gives how many. */
  markSent(
    options: { readonly indexes?: readonly number[] | undefined } & LedgerCall,
  ): Promise<number>;
  state(): Promise<CampaignState>;
  /** Rows in order, after an index. */
  rows(options?: {
    readonly state?: RowState | undefined;
    readonly after?: number | undefined;
    /** Default: 100; at most 1000. */
    readonly most?: number | undefined;
  }): Promise<LedgerRow[]>;
  /**
   * From the start until now, or until the last that happened in one that has ended, in at most `most`
   * spans (default 120) of whole minutes. Empty before the start.
   */
  spans(options?: { readonly most?: number | undefined }): Promise<CampaignSpan[]>;
  /** Forgets all of it: rows, recipients, texts. */
  erase(): Promise<void>;
}

/**
 * A ledger in a database: of a Durable Object, or of this machine. Calls for a campaign that was not
 * opened, or was erased, are rejected with the code `campaign_unknown`, but for those of consumers and
 * webhooks, which change nothing then.
 *
 * @param id The campaign's: letters, digits, `-` and `_`, at most 40. In Node several share a database.
 */
export declare function createLedger(
  sql: Sql,
  id: string,
  options?: { readonly clock?: Clock | undefined },
): Ledger;

/** The ids of the campaigns in a database, the newest first. */
export declare function listLedgers(sql: Sql): string[];

/** The ledger of a campaign in its Durable Object. */
export interface DurableLedger extends Ledger {
  /**
   * The answer with server-sent events: `event: state` with the campaign's state as JSON, at once and
   * then whenever it has changed, at most once a second. It ends when the campaign is erased, or when
   * its reader goes. 404: there is no such campaign.
   */
  events(signal?: AbortSignal): Promise<Response>;
}

/**
 * The ledger of a campaign in its Durable Object.
 *
 * @param namespace Bound to the class `InteraktCampaign`.
 * @param options `account`: where there are several, whose campaign it is; the same id may then be that
 *   of another campaign of another account.
 */
export declare function durableLedger(
  namespace: DurableNamespace,
  id: string,
  options?: { readonly account?: string | undefined; readonly clock?: Clock | undefined },
): DurableLedger;

/**
 * The Durable Object of a campaign: export it from the Worker's main module. While the campaign runs
 * and rows wait, it puts tickets into `env.TICKETS`, again if they get lost. `GET …/events` of its
 * stub answers server-sent events of `CampaignState`.
 */
export declare class InteraktCampaign {
  constructor(
    state: DurableState,
    env: Pick<CampaignEnv, "TICKETS">,
    options?: { readonly clock?: Clock },
  );
  fetch(request: Request): Promise<Response>;
  alarm(): Promise<void>;
}

/** The `callbackData` of a row: the campaign's id and the index, and behind them the row's own. */
export declare function callbackDataOf(campaign: string, index: number, own?: string): string;

/** Which row a `callbackData` names; `null`: none. */
export declare function rowOfCallbackData(
  callbackData: string | null,
): { readonly campaign: string; readonly index: number; readonly own: string | null } | null;
