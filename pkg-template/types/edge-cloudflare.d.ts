/** A stub of a Durable Object, as far as it is used. Cloudflare's own type is assignable. */
export interface DurableStub {
  /** Sends a request to the object. */
  // biome-ignore lint/suspicious/noExplicitAny: Cloudflare's Request and that of lib.dom are no kin
  fetch(request: any): Promise<any>;
}

/** A namespace of Durable Objects, as far as it is used. Cloudflare's own type is assignable. */
export interface DurableNamespace {
  /** The id that belongs to a name. */
  // biome-ignore lint/suspicious/noExplicitAny: ids are passed on and not looked into
  idFromName(name: string): any;
  /** The stub of the object with this id. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  get(id: any): DurableStub;
}

/** A Queue to send messages to, as far as it is used. Cloudflare's own type is assignable. */
export interface QueueProducer<Body> {
  /** Adds a message to the Queue. */
  send(
    body: Body,
    options?: {
      /** Seconds until the message can be delivered. */
      delaySeconds?: number;
    },
  ): Promise<unknown>;
}

/** A message delivered by a Queue. */
export interface QueueMessage {
  /** The message's id, given by the Queue. */
  readonly id: string;
  /** What was sent. */
  readonly body: unknown;
  /** Which delivery this is, from 1. */
  readonly attempts: number;
  /** Marks the message as done. */
  ack(): void;
  /** Has the message delivered again. */
  retry(options?: {
    /** Seconds until then. */
    delaySeconds?: number;
  }): void;
}

/** A batch of messages delivered by a Queue. */
export interface QueueBatch {
  /** The Queue's name. */
  readonly queue: string;
  /** The messages of the batch. */
  readonly messages: readonly QueueMessage[];
}

/** The state passed to a Durable Object's constructor, as far as it is used. */
export interface DurableState {
  /** The object's storage, with SQLite: see `DurableStorage`. */
  // biome-ignore lint/suspicious/noExplicitAny: Cloudflare's own types are generic here
  readonly storage: any;
  /** Keeps the object running until the promise settles. */
  waitUntil(promise: Promise<unknown>): void;
  /** Delivers no events to the object until `work` is done. */
  blockConcurrencyWhile<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** A clock, for tests and simulations that need their own. */
export interface Clock {
  /** The current time, in milliseconds since 1970. */
  now(): number;
  /** Resolves after this many milliseconds of the clock, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The bindings that campaigns of one account need in a Worker's environment. */
export interface CampaignEnv {
  /** `InteraktAccount`: the account's pace, and the list of those who want no more messages. */
  readonly ACCOUNT: DurableNamespace;
  /** `InteraktCampaign`: the ledger of each campaign. */
  readonly CAMPAIGN: DurableNamespace;
  /** The Queue of tickets: each stands for a batch of a campaign's rows that wait to be sent. */
  readonly TICKETS: QueueProducer<Ticket>;
}

/** A message of the Queue: the consumer that receives it takes a batch of rows from the ledger. */
export interface Ticket {
  /** The campaign's id. */
  readonly campaign: string;
}
