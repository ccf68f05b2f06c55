/** A stub of a Durable Object, as far as it is used. Cloudflare's own type fits. */
export interface DurableStub {
  // biome-ignore lint/suspicious/noExplicitAny: Cloudflare's Request and that of lib.dom are no kin
  fetch(request: any): Promise<any>;
}

/** A namespace of Durable Objects, as far as it is used. Cloudflare's own type fits. */
export interface DurableNamespace {
  // biome-ignore lint/suspicious/noExplicitAny: ids are passed on and not looked into
  idFromName(name: string): any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  get(id: any): DurableStub;
}

/** A Queue to put messages into, as far as it is used. Cloudflare's own type fits. */
export interface QueueProducer<Body> {
  send(body: Body, options?: { delaySeconds?: number }): Promise<unknown>;
}

/** A message that a Queue hands over. */
export interface QueueMessage {
  readonly id: string;
  readonly body: unknown;
  /** From 1. */
  readonly attempts: number;
  ack(): void;
  retry(options?: { delaySeconds?: number }): void;
}

/** What a Queue hands over at once. */
export interface QueueBatch {
  readonly queue: string;
  readonly messages: readonly QueueMessage[];
}

/** The state of a Durable Object that its constructor is given, as far as it is used. */
export interface DurableState {
  // biome-ignore lint/suspicious/noExplicitAny: Cloudflare's own types are generic here
  readonly storage: any;
  waitUntil(promise: Promise<unknown>): void;
  blockConcurrencyWhile<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Time, for whoever wants another: tests, simulations. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many of its milliseconds, and is rejected with the reason of the signal. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What the campaigns of one account need of a Worker's environment. */
export interface CampaignEnv {
  /** `InteraktAccount`: the pace of the account, and who wants no more messages. */
  readonly ACCOUNT: DurableNamespace;
  /** `InteraktCampaign`: the ledger of each campaign. */
  readonly CAMPAIGN: DurableNamespace;
  /** Tickets: each is a batch of a campaign's rows that wait to be sent. */
  readonly TICKETS: QueueProducer<Ticket>;
}

/** What the Queue carries: a consumer who gets it takes a batch of rows out of the ledger. */
export interface Ticket {
  readonly campaign: string;
}
