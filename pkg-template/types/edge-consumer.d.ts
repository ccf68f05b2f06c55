import type { Interakt, WebhookEvent } from "interakt-wasm";
import type { ReadyRow, Row } from "interakt-wasm/bulk";
import type { Account } from "./edge-account.js";
import type { Clock, QueueBatch, QueueProducer, Ticket } from "./edge-cloudflare.js";
import type { CampaignState, Ledger, NewRow, RowNews } from "./edge-ledger.js";

/** Options for `createConsumer`. */
export interface ConsumerOptions {
  /** The client that sends. Without a plan or limiter of its own: the account does the pacing. */
  readonly client: Pick<Interakt, "sendMessage" | "sendRcs">;
  /** The account that paces the messages and knows who opted out. */
  readonly account: Account;
  /** Returns the ledger of a campaign. @example (id) => durableLedger(env.CAMPAIGN, id) */
  readonly ledger: (campaign: string) => Ledger;
  /** Where to send a ticket when a batch leaves more rows behind. Not needed in Node. */
  readonly tickets?: QueueProducer<Ticket> | undefined;
  /** The most messages in flight; shared by the campaigns of one Queue batch. Default: 10. */
  readonly concurrency?: number | undefined;
  /** How many rows to claim at once, if the account lets out that many. Default: 100. */
  readonly batch?: number | undefined;
  /** Milliseconds allowed for one message. Default: 30000. The lease is twice as long. */
  readonly timeoutMs?: number | undefined;
  /**
   * Also resend messages whose fate is unknown. **A customer may get one twice**. The last attempt of a
   * row, or a row of a campaign cancelled meanwhile, is parked all the same.
   *
   * Default: `false`: such messages are parked.
   */
  readonly retryUnknownOutcome?: boolean | undefined;
  /** The clock. Default: the real one. */
  readonly clock?: Clock | undefined;
  /**
   * Called with errors that cannot be recorded in any row, such as a ledger that cannot be reached.
   * Never contains anything of an input.
   */
  readonly onError?: ((error: unknown) => unknown) | undefined;
}

/** The result of one round of work. */
export interface Work {
  /** How many rows were claimed. */
  readonly taken: number;
  /** Milliseconds until there may be more to do; `null` if nothing is waiting. */
  readonly waitMs: number | null;
  /** Milliseconds that Interakt, or whatever holds the ledger, asked to wait. */
  readonly delayMs: number;
}

/**
 * Sends the rows of campaigns. Each row asks the account for its turn, then asks the ledger whether it
 * may leave, then goes out once, and is settled:
 *
 * - accepted: `sent`; refused because of its content: `refused`, with Interakt's code and message;
 * - no answer, half an answer, or 5xx: `unknown`. It may have arrived, and is not resent automatically;
 * - 429: it waits again, and nothing of the account leaves until Interakt accepts requests again;
 * - an answer that every row would get, such as for a wrong key (401, 403, 404): it waits again, the
 *   campaign is paused with the reason `account`, and `onError` is called with the cause.
 *
 * A row waits at most `timeoutMs` for its turn; then it is put back and tried again later. So the
 * ledger hears from a consumer within its lease, however slow the account is. A row held up after it
 * got its turn is put back too: a pause or an opt-out takes effect within seconds.
 */
export interface Consumer {
  /** Sends one batch of a campaign. */
  work(
    campaign: string,
    options?: {
      /** When aborted, no further row is sent; those in flight finish. */
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<Work>;
  /**
   * Handles a batch from the Queue; see `Ticket`. Messages that are not tickets are acknowledged and
   * otherwise ignored. So are tickets while the account is paused for more than 30 seconds: the
   * campaign's alarm sends new ones.
   */
  queue(batch: QueueBatch): Promise<void>;
  /**
   * Works until the campaign is done, parked, paused or cancelled, and waits when it has to.
   */
  run(
    campaign: string,
    options?: {
      /** When aborted, messages in flight finish, and everything else stays in the ledger. */
      readonly signal?: AbortSignal | undefined;
      /** Called with the campaign's state before each batch, and about once a second during one. */
      readonly onProgress?: ((state: CampaignState) => unknown) | undefined;
    },
  ): Promise<CampaignState>;
}

/**
 * Creates a consumer: the part that sends the rows of campaigns.
 *
 * @example
 * // In a Worker, for the Queue of tickets
 * const consumer = createConsumer({
 *   client: new Interakt({ apiKey: env.INTERAKT_API_KEY }),
 *   account: durableLimiter(env.ACCOUNT, { plan: "growth" }),
 *   ledger: (id) => durableLedger(env.CAMPAIGN, id),
 *   tickets: env.TICKETS,
 * });
 * await consumer.queue(batch);
 * @throws {ConfigurationError} An option is invalid or unknown.
 */
export declare function createConsumer(options: ConsumerOptions): Consumer;

/** The operations that campaigns can send with. */
type CampaignOperation = "sendMessage" | "sendRcs";

/**
 * Converts a row from `checkRows`, or from its `ready()`, for a ledger. A refused or duplicate row is
 * kept by its line and what is wrong, in the words of its issues, and nothing of its content.
 *
 * @example
 * for await (const row of checkRows(file, options)) rows.push(toNewRow(row));
 */
export declare function toNewRow(row: ReadyRow<CampaignOperation> | Row<CampaignOperation>): NewRow;

/** What a webhook event says about a campaign's row. */
export interface CampaignNews extends RowNews {
  /** The campaign's id. */
  readonly campaign: string;
}

/**
 * Which row an event is about, according to its `callbackData`, and what it says. `null` if it is not
 * about a campaign, or is a reply: replies name no message, so `applyWebhook` asks the account.
 *
 * @example
 * const news = newsOf(event);
 * if (news) await durableLedger(env.CAMPAIGN, news.campaign).tell(news);
 */
export declare function newsOf(event: WebhookEvent): CampaignNews | null;

/**
 * Passes an event on to the ledger it is about. A reply counts for the last row sent to its author
 * within seven days; one that consists of one of the `optOutWords` puts its author on the account's
 * list of those who opted out.
 *
 * **Replies contain a phone number but no `userId`.** So a reply from someone who was written to by
 * `userId` finds no row, and only the number is put on the list: campaigns that write to the `userId`
 * go on. If you know whose number it is, add both with `account.optOut([number, userId])`. A tapped
 * template button names its row, and both are added automatically.
 *
 * @returns Whether the event was about a campaign.
 * @example
 * await applyWebhook(event, {
 *   ledger: (id) => durableLedger(env.CAMPAIGN, id),
 *   account: durableLimiter(env.ACCOUNT),
 * });
 */
export declare function applyWebhook(
  event: WebhookEvent,
  options: {
    /** Returns the ledger of a campaign. */
    readonly ledger: (campaign: string) => Ledger;
    /** The account whose list and last messages are used. */
    readonly account: Account;
    /**
     * Words that opt out if they are all that is said, in any letter case, whatever marks, quotes and
     * emoji are around them. Default: `["STOP", "UNSUBSCRIBE"]`.
     */
    readonly optOutWords?: readonly string[] | undefined;
  },
): Promise<boolean>;
