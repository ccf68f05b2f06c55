import type { Interakt, WebhookEvent } from "interakt-wasm";
import type { ReadyRow, Row } from "interakt-wasm/bulk";
import type { Account } from "./edge-account.js";
import type { Clock, QueueBatch, QueueProducer, Ticket } from "./edge-cloudflare.js";
import type { CampaignState, Ledger, NewRow, RowNews } from "./edge-ledger.js";

/** What sends. */
export interface ConsumerOptions {
  /** Without a plan and a limiter of its own: the account paces. */
  readonly client: Pick<Interakt, "sendMessage" | "sendRcs">;
  readonly account: Account;
  /** The ledger of a campaign. @example (id) => durableLedger(env.CAMPAIGN, id) */
  readonly ledger: (campaign: string) => Ledger;
  /** Where tickets go, for a batch that leaves others behind it. Not in Node. */
  readonly tickets?: QueueProducer<Ticket> | undefined;
  /** How many messages are under way at most; campaigns of one batch of a Queue share it. Default: 10. */
  readonly concurrency?: number | undefined;
  /** How many rows are taken in hand at once, if the account lets out as many. Default: 100. */
  readonly batch?: number | undefined;
  /** Milliseconds that one message may take. Default: 30000. The lease is twice as long. */
  readonly timeoutMs?: number | undefined;
  /**
   * Also sends a message again whose fate is unknown. **A customer may get it twice**. What is tried
   * for the last time, or cancelled meanwhile, is parked all the same.
   *
   * Default: `false`: it is parked.
   */
  readonly retryUnknownOutcome?: boolean | undefined;
  readonly clock?: Clock | undefined;
  /** Told of what no row can be told of: a ledger that cannot be reached. Holds nothing of any input. */
  readonly onError?: ((error: unknown) => unknown) | undefined;
}

/** What a turn of work came to. */
export interface Work {
  /** Rows that were taken in hand. */
  readonly taken: number;
  /** Milliseconds until there may be more to do; `null`: nothing waits. */
  readonly waitMs: number | null;
  /** Milliseconds that Interakt, or what carries the ledger, asked to wait. */
  readonly delayMs: number;
}

/**
 * Sends the rows of campaigns. Each asks the account for its turn, then the ledger whether it may leave,
 * then goes out once, and is settled:
 *
 * - accepted: `sent`; refused for what it is: `refused`, with Interakt's code and words;
 * - no answer, half of one, or 5xx: `unknown`. It may have arrived, and is not sent again by itself;
 * - 429: it waits again, and nothing of the account leaves until Interakt wants to hear of it;
 * - what every row would be told, such as a wrong key (401, 403, 404): it waits again, the campaign is
 *   paused with the reason `account`, and `onError` hears why.
 *
 * A row waits for its turn at most `timeoutMs`, then it is put back and comes again: so the ledger
 * hears of a consumer within its lease, however slow the account is. One that was held up on its way
 * from there is put back as well: a campaign that is paused, or somebody who opts out, is seen to
 * within seconds.
 */
export interface Consumer {
  /** One batch of a campaign. */
  work(campaign: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<Work>;
  /**
   * Handles what a Queue hands over; see `Ticket`. Others are acknowledged and left alone. While the
   * account is paused for more than 30 seconds a ticket is acknowledged, too: the campaign's alarm puts
   * in others.
   */
  queue(batch: QueueBatch): Promise<void>;
  /**
   * Works until the campaign is done, parked, paused or cancelled, and waits where it has to.
   * When the signal is aborted, what is being sent ends, and all else waits in the ledger.
   */
  run(
    campaign: string,
    options?: {
      readonly signal?: AbortSignal | undefined;
      readonly onProgress?: ((state: CampaignState) => unknown) | undefined;
    },
  ): Promise<CampaignState>;
}

export declare function createConsumer(options: ConsumerOptions): Consumer;

/** The operations that campaigns send with. */
type CampaignOperation = "sendMessage" | "sendRcs";

/**
 * A row of `checkRows`, or of its `ready()`, as a ledger takes it. One that is refused or a duplicate
 * is kept by its line, with what is wrong, in the words of its issues, and nothing of what it holds.
 *
 * @example
 * for await (const row of checkRows(file, options)) rows.push(toNewRow(row));
 */
export declare function toNewRow(row: ReadyRow<CampaignOperation> | Row<CampaignOperation>): NewRow;

/** What an event tells of a campaign's row. */
export interface CampaignNews extends RowNews {
  readonly campaign: string;
}

/**
 * Which row an event is about, by its `callbackData`, and what it tells. `null`: none of a campaign,
 * or a reply, which names no message: `applyWebhook` asks the account for it.
 */
export declare function newsOf(event: WebhookEvent): CampaignNews | null;

/**
 * Hands an event on to the ledger that it is about. A reply is about the last row that was sent to its
 * writer within seven days; one that is one of `optOutWords`, by itself, puts its writer on the
 * account's list.
 *
 * **Replies name a number, and no `userId`**: that of somebody who was written to by a `userId` finds
 * no row, and puts only the number on the list, so that campaigns that write to the `userId` go on.
 * Where you know whose number it is, put both there with `account.optOut([number, userId])`. A tapped
 * button of a template names its row, and puts both there by itself.
 *
 * @returns Whether it was about a campaign.
 */
export declare function applyWebhook(
  event: WebhookEvent,
  options: {
    readonly ledger: (campaign: string) => Ledger;
    readonly account: Account;
    /** Default: `["STOP", "UNSUBSCRIBE"]`; capitals do not matter. */
    readonly optOutWords?: readonly string[] | undefined;
  },
): Promise<boolean>;
