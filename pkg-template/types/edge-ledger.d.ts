import type { MessageStatus } from "interakt-wasm";
import type { CampaignEnv, Clock, DurableNamespace, DurableState } from "./edge-cloudflare.js";
import type { Sql } from "./edge-sql.js";

/**
 * The state of a row.
 *
 * - `waiting`: it has definitely not left, and will. If its fate was unknown and somebody wants it sent
 *   anyway, its `problem` says why it may have been sent before: when cancelled, or attempted
 *   `maxAttempts` times, it becomes `unknown` again.
 * - `claimed`: a consumer has taken it, but it has not left yet.
 * - `leaving`: it is being sent.
 * - `unknown`: its sender died or got no answer, so it may have left. It is parked until a webhook
 *   reports on it or a person decides.
 * - `sent`: Interakt accepted it.
 * - `refused`: Interakt refused it, or it was not sent because it would have failed.
 * - `dead`: it has definitely not left, after `maxAttempts` attempts. It is kept, to be sent again.
 * - `opted_out`, `cancelled`: it will not be sent.
 * - `invalid`, `duplicate`: rows of the file that could never be sent.
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
 * The status of a campaign.
 *
 * - `draft`: rows may be added; nothing is sent.
 * - `running`, `paused`, `cancelled`.
 * - `done`: every row has reached a final state.
 * - `parked`: nothing is left to send, but unknown or dead rows wait for a person or a webhook.
 */
export type CampaignStatus = "draft" | "running" | "paused" | "parked" | "done" | "cancelled";

/** The settings of a campaign. Plain JSON. */
export interface CampaignSettings {
  /** A name for people, such as `"Diwali offer"`. */
  readonly name: string;
  /** The operation that sends the rows. Default: `"sendMessage"`. */
  readonly operation?: "sendMessage" | "sendRcs" | undefined;
  /**
   * When nobody is written to, by the local time of the recipient's country. If the country has several
   * time zones, nobody is written to while it is quiet in any of them.
   *
   * @example { from: "21:00", to: "09:00" }
   */
  readonly quiet?:
    | {
        /** When quiet hours begin: hours and minutes, 24-hour clock. */
        readonly from: string;
        /** When they end. Earlier than `from` means the next day. */
        readonly to: string;
      }
    | undefined;
  /** The time zone for recipients whose country is not known. Default: `"Asia/Kolkata"`. */
  readonly timeZone?: string | undefined;
  /**
   * Pauses the campaign when too many rows fail, counted since it was last started. Rows of unknown
   * fate count as failed: a campaign should not go on when answers stop coming.
   *
   * @example { failed: 0.2, after: 50 }
   */
  readonly stopAt?:
    | {
        /** The share of finished rows that may fail, from 0 to 1. */
        readonly failed: number;
        /** How many rows must have finished before the share is looked at. Default: 50. */
        readonly after?: number | undefined;
      }
    | undefined;
  /** How many times a row is attempted that definitely did not leave. Default: `5`. */
  readonly maxAttempts?: number | undefined;
  /** Anything else the application wants to keep, such as the template and the column mapping. */
  readonly about?: unknown;
}

/** A row to add to a ledger. `toNewRow` makes one from a row of `checkRows`. */
export type NewRow =
  | {
      /** Position in the file, from 0. A row added twice under the same index is one row. */
      readonly index: number;
      /** Line in the file, from 1. */
      readonly line?: number | undefined;
      /** The key that `checkRows` gave it. */
      readonly key: string;
      /** All digits of the number with its country code, or the `userId`. */
      readonly recipient: string;
      /** ISO letters of its country, for quiet hours; `null` if unknown. */
      readonly country: string | null;
      /** The operation's input. The campaign sets its own `callbackData` and appends the input's. */
      readonly input: object;
    }
  | {
      /** Position in the file, from 0. */
      readonly index: number;
      /** Line in the file, from 1. */
      readonly line?: number | undefined;
      /** Why the row cannot be sent. */
      readonly state: "invalid" | "duplicate";
      /** What is wrong, in words. */
      readonly problem: string;
    };

/** A row that a consumer has claimed. */
export interface ClaimedRow {
  /** Position in the file, from 0. */
  readonly index: number;
  /** The key that `checkRows` gave it. */
  readonly key: string;
  /** All digits of the number with its country code, or the `userId`. */
  readonly recipient: string;
  /** ISO letters of its country; `null` if unknown. */
  readonly country: string | null;
  /** The operation's input, with its `callbackData`. */
  readonly input: object;
  /** How many times it was attempted before. */
  readonly attempts: number;
}

/** The rows a consumer receives when it claims some. */
export interface Claim {
  /** The campaign's status. Rows are only handed out while it is `running`. */
  readonly status: CampaignStatus;
  /** The operation that sends the rows. */
  readonly operation: "sendMessage" | "sendRcs";
  /** The claimed rows, in order. */
  readonly rows: readonly ClaimedRow[];
  /**
   * Milliseconds until there may be more rows: when a delay or quiet hours end, or when rows claimed by
   * someone else come back. `null` if nothing is waiting, or the campaign is not running.
   */
  readonly waitMs: number | null;
}

/** What became of a claimed row. */
export type RowFate =
  | {
      /** Interakt accepted it. */
      readonly fate: "sent";
      /** The id of the answer; `null` if it has none. */
      readonly messageId: string | null;
    }
  | {
      /** Interakt refused it, or it would have failed. */
      readonly fate: "refused";
      /** The error's `code`. */
      readonly code: string;
      /** The error's message. */
      readonly message: string;
    }
  | {
      /** It may have been sent. */
      readonly fate: "unknown";
      /** The error's `code`. */
      readonly code: string;
      /** The error's message. */
      readonly message: string;
    }
  | {
      /** It has definitely not left and is to be tried again. This counts as an attempt. */
      readonly fate: "again";
      /** Milliseconds until it may be tried again. */
      readonly delayMs: number;
      /** The error's `code`. */
      readonly code: string;
      /** The error's message. */
      readonly message: string;
      /**
       * Set if it may have been sent and is to be tried again all the same, because whoever runs the
       * consumer chose so. The last attempt of such a row ends as `unknown` rather than `dead`.
       */
      readonly unknown?: boolean | undefined;
    }
  | {
      /** It has definitely not left, through no fault of its own. This counts as nothing. */
      readonly fate: "back";
    }
  | {
      /** Its recipient has opted out. */
      readonly fate: "opted_out";
    };

/** What a webhook said about a row. */
export interface RowNews {
  /** The row's index. */
  readonly index: number;
  /** The message's id. */
  readonly messageId?: string | null | undefined;
  /** How far the message has come. */
  readonly status?: MessageStatus | null | undefined;
  /** When it happened, in milliseconds since 1970. */
  readonly at: number;
  /** The customer tapped a button or link. */
  readonly clicked?: boolean | undefined;
  /** The customer replied. */
  readonly replied?: boolean | undefined;
  /** For a failure, the channel's code and message. */
  readonly problem?: string | undefined;
  /** `actual_message_cost`, as received. */
  readonly cost?: string | undefined;
}

/** A row as the ledger knows it. */
export interface LedgerRow {
  /** Position in the file, from 0. */
  readonly index: number;
  /** Line in the file, from 1; `null` if not given. */
  readonly line: number | null;
  /** The key that `checkRows` gave it; `null` for rows that cannot be sent. */
  readonly key: string | null;
  /** All digits of the number with its country code, or the `userId`; `null` if it has none. */
  readonly recipient: string | null;
  /** ISO letters of its country; `null` if unknown. */
  readonly country: string | null;
  /** The row's state. */
  readonly state: RowState;
  /** How far the message has come, according to webhooks. */
  readonly status: MessageStatus | null;
  /** Whether the customer replied. */
  readonly replied: boolean;
  /** The message's id; `null` until it is known. */
  readonly messageId: string | null;
  /** How many times it was attempted. */
  readonly attempts: number;
  /** What went wrong last, in words; `null` if nothing did. */
  readonly problem: string | null;
  /** What the message cost, as received from a webhook; `null` until then. */
  readonly cost: string | null;
  /** When the row last changed, in milliseconds since 1970. */
  readonly at: number;
}

/** How many rows there are: in each state, and by what webhooks reported. */
export type CampaignCounts = { readonly [State in RowState]: number } & {
  /** All rows. */
  readonly rows: number;
  /** Delivered messages. */
  readonly delivered: number;
  /** Read messages. */
  readonly read: number;
  /** Messages that Interakt accepted and a webhook then reported as failed. */
  readonly failed: number;
  /** Messages whose button or link was tapped. */
  readonly clicked: number;
  /** Messages that were replied to. */
  readonly replied: number;
};

/** How a campaign is doing. Plain JSON. */
export interface CampaignState {
  /** The campaign's id. */
  readonly id: string;
  /** The settings it was opened with. */
  readonly settings: CampaignSettings;
  /** The campaign's status. */
  readonly status: CampaignStatus;
  /**
   * Why it is paused, if not by a person: too many rows failed (see `stopAt`), or Interakt refuses the
   * account itself, as with a wrong key.
   */
  readonly reason: "failures" | "account" | null;
  /** How many rows there are in each state. */
  readonly counts: CampaignCounts;
  /** The sum of the costs reported by webhooks, as a decimal string. */
  readonly cost: string;
  /** When it was opened, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it was first started, in milliseconds since 1970; `null` before that. */
  readonly startedAt: number | null;
  /** When it ended, in milliseconds since 1970; `null` before that. */
  readonly endedAt: number | null;
  /** Incremented at every change. */
  readonly version: number;
}

/** What happened within a span of time, for a chart. */
export interface CampaignSpan {
  /** When the span begins, in milliseconds since 1970. */
  readonly at: number;
  /** Messages that Interakt accepted within it. */
  readonly sent: number;
  /** Messages delivered within it. */
  readonly delivered: number;
  /** Messages read within it. */
  readonly read: number;
  /** Messages that failed within it. */
  readonly failed: number;
}

/** Makes a call safe to repeat. */
export interface LedgerCall {
  /**
   * A string of at most 64 characters, different for each call. A call repeated with the same one,
   * because its answer was lost, is not carried out again, whatever others have decided meanwhile. The
   * ledger remembers the last 16. `durableLedger` sets one for each of its own calls.
   */
  readonly call?: string | undefined;
}

/**
 * The memory of one campaign: what is to be sent, and what became of it. Every call is carried out
 * completely or not at all before it resolves, and may be repeated.
 */
export interface Ledger {
  /** Creates the campaign. If it exists already, returns it unchanged. */
  open(settings: CampaignSettings): Promise<CampaignState>;
  /** Adds rows; those whose `index` exists already are skipped. */
  add(rows: readonly NewRow[]): Promise<{
    /** How many rows were new. */
    readonly added: number;
  }>;
  /** Starts sending, or resumes after a pause. */
  start(options?: LedgerCall): Promise<CampaignState>;
  /** Stops sending. Messages in flight finish. */
  pause(
    options?: {
      /** Why, if it is not a person who pauses. */
      readonly reason?: "account" | undefined;
    } & LedgerCall,
  ): Promise<CampaignState>;
  /** Cancels for good: rows that have definitely not left are never sent. */
  cancel(): Promise<CampaignState>;
  /**
   * Claims up to `most` rows for as long as `owner` keeps asking: an owner silent for `leaseMs` is
   * considered dead. Rows it had claimed wait again; those that were leaving become unknown.
   *
   * As long as an owner has rows that have not left, it receives the same ones, since an answer may be
   * lost: use a new owner for each batch.
   *
   * An erased campaign has nothing to claim, and is reported as cancelled.
   */
  claim(options: {
    /** A name for whoever claims, unique to this batch. */
    readonly owner: string;
    /** The most rows to claim. */
    readonly most: number;
    /** Milliseconds after which a silent owner is considered dead. */
    readonly leaseMs: number;
  }): Promise<Claim>;
  /** Records that a row is leaving now. If it may not, it is no longer claimed. */
  leave(options: {
    /** Who claimed the row. */
    readonly owner: string;
    /** The row's index. */
    readonly index: number;
  }): Promise<{
    /** Whether it may leave. */
    readonly leaves: boolean;
  }>;
  /**
   * Records what became of a row. Once settled, a row only changes from unknown to known. Anybody but
   * its owner is ignored, except for `sent` of a row that has left: nobody says that without having sent
   * it.
   */
  settle(
    options: {
      /** Who claimed the row. */
      readonly owner: string;
      /** The row's index. */
      readonly index: number;
    } & RowFate,
  ): Promise<void>;
  /**
   * Records what a webhook said. Any status means that the row was sent, whatever was known about it;
   * a status never steps back. News about a row that never left is ignored: it is about another message,
   * from an earlier campaign with the same id or from outside of campaigns with such a `callbackData`.
   */
  tell(news: RowNews): Promise<void>;
  /**
   * Puts rows back in the queue: dead or refused ones, or unknown ones, which may then be sent twice.
   * Resolves to how many.
   */
  again(
    options: {
      /** Which rows. */
      readonly state: "unknown" | "dead" | "refused";
      /** Only those with these indexes. Default: all in this state. */
      readonly indexes?: readonly number[] | undefined;
    } & LedgerCall,
  ): Promise<number>;
  /** Records that parked rows were in fact sent, as a person knows. Resolves to how many. */
  markSent(
    options: {
      /** Only the rows with these indexes. Default: all unknown ones. */
      readonly indexes?: readonly number[] | undefined;
    } & LedgerCall,
  ): Promise<number>;
  /** The campaign's current state. */
  state(): Promise<CampaignState>;
  /** Rows, in order. */
  rows(options?: {
    /** Only rows in this state. */
    readonly state?: RowState | undefined;
    /** Start after this index, for the next page. */
    readonly after?: number | undefined;
    /** The most rows to return. Default: 100; at most 1000. */
    readonly most?: number | undefined;
  }): Promise<LedgerRow[]>;
  /**
   * What happened from the start until now, or until the last event of a campaign that has ended, in
   * spans of whole minutes. Empty before the start.
   */
  spans(options?: {
    /** The most spans to return. Default: 120. */
    readonly most?: number | undefined;
  }): Promise<CampaignSpan[]>;
  /** Deletes everything: rows, recipients, texts. */
  erase(): Promise<void>;
}

/**
 * A ledger in a database: a Durable Object's, or one on this machine. Calls for a campaign that was
 * never opened, or was erased, reject with the code `campaign_unknown`. Calls by consumers and webhooks
 * do not: they change nothing then.
 *
 * @param id The campaign's id: letters, digits, `-` and `_`, at most 40. In Node, several campaigns
 *   share one database.
 * @example
 * const ledger = createLedger(nodeSql(new DatabaseSync("campaigns.db")), "diwali-2026");
 * await ledger.open({ name: "Diwali offer", quiet: { from: "21:00", to: "09:00" } });
 */
export declare function createLedger(
  sql: Sql,
  id: string,
  options?: {
    /** The clock. Default: the real one. */
    readonly clock?: Clock | undefined;
  },
): Ledger;

/**
 * The ids of the campaigns in a database, newest first.
 *
 * @example for (const id of listLedgers(sql)) console.log((await createLedger(sql, id).state()).status);
 */
export declare function listLedgers(sql: Sql): string[];

/** The ledger of a campaign kept in its Durable Object. */
export interface DurableLedger extends Ledger {
  /**
   * A response of server-sent events: `event: state` with the campaign's state as JSON, at once and
   * then whenever it changes, at most once a second. It ends when the campaign is erased or the reader
   * disconnects. The status is 404 if there is no such campaign.
   */
  events(signal?: AbortSignal): Promise<Response>;
}

/**
 * The ledger of a campaign kept in its Durable Object.
 *
 * @param namespace The binding of the class `InteraktCampaign`.
 * @example const { status, counts } = await durableLedger(env.CAMPAIGN, "diwali-2026").state();
 */
export declare function durableLedger(
  namespace: DurableNamespace,
  id: string,
  options?: {
    /**
     * Whose campaign it is, if there are several accounts. Another account's campaign may then have the
     * same id.
     */
    readonly account?: string | undefined;
    /** The clock. Default: the real one. */
    readonly clock?: Clock | undefined;
  },
): DurableLedger;

/**
 * The Durable Object of a campaign: export it from the Worker's main module. While the campaign runs
 * and rows wait, it sends tickets to `env.TICKETS`, and replaces those that get lost. `GET …/events` on
 * its stub answers with server-sent events of `CampaignState`.
 */
export declare class InteraktCampaign {
  /** Called by the runtime. Tests may pass a clock. */
  constructor(
    state: DurableState,
    env: Pick<CampaignEnv, "TICKETS">,
    options?: {
      /** The clock. Default: the real one. */
      readonly clock?: Clock;
    },
  );
  /** Answers the calls of `durableLedger`. */
  fetch(request: Request): Promise<Response>;
  /** Called by the runtime, to send tickets. */
  alarm(): Promise<void>;
}

/**
 * The `callbackData` of a campaign's row: the campaign's id and the row's index, followed by the row's
 * own `callbackData`.
 *
 * @example callbackDataOf("diwali-2026", 7, "order-1042")
 */
export declare function callbackDataOf(campaign: string, index: number, own?: string): string;

/**
 * Which campaign row a `callbackData` names; `null` if none.
 *
 * @example rowOfCallbackData(event.callbackData)?.index
 */
export declare function rowOfCallbackData(callbackData: string | null): {
  /** The campaign's id. */
  readonly campaign: string;
  /** The row's index. */
  readonly index: number;
  /** The row's own `callbackData`; `null` if it has none. */
  readonly own: string | null;
} | null;
