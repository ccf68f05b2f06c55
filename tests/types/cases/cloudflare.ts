// What Cloudflare says of an environment is what the entry for servers asks for, beside the types of a page too.
import type {
  DurableObjectNamespace,
  DurableObjectState,
  ExecutionContext,
  MessageBatch,
  Queue,
} from "@cloudflare/workers-types";
import { Interakt } from "interakt-wasm";
import {
  type CampaignEnv,
  createConsumer,
  createLedger,
  createProxy,
  durableBuckets,
  durableLedger,
  durableLimiter,
  durableSql,
  InteraktAccount,
  InteraktCampaign,
  type Ticket,
} from "interakt-wasm/edge";

/** As `wrangler types` writes it. */
interface Env {
  readonly INTERAKT_API_KEY: string;
  readonly ACCOUNT: DurableObjectNamespace;
  readonly BUCKETS: DurableObjectNamespace;
  readonly CAMPAIGN: DurableObjectNamespace;
  readonly TICKETS: Queue<Ticket>;
}

export const campaignEnv = (env: Env): CampaignEnv => env;

export const consumerOf = (env: Env) =>
  createConsumer({
    client: new Interakt({ apiKey: env.INTERAKT_API_KEY }),
    account: durableLimiter(env.ACCOUNT, { plan: "advanced" }),
    ledger: (id) => durableLedger(env.CAMPAIGN, id),
    tickets: env.TICKETS,
  });

export const paced = (env: Env) =>
  new Interakt({ apiKey: env.INTERAKT_API_KEY, limiter: durableLimiter(env.ACCOUNT) });

export const queue = (batch: MessageBatch<Ticket>, env: Env): Promise<void> =>
  consumerOf(env).queue(batch);

export const ledgerOf = (state: DurableObjectState) =>
  createLedger(durableSql(state.storage), "spring");
export const accountOf = (state: DurableObjectState, env: Env) => new InteraktAccount(state, env);
export const campaignOf = (state: DurableObjectState, env: Env) => new InteraktCampaign(state, env);

export const proxied = (env: Env, request: Request, context: ExecutionContext) =>
  createProxy({
    apiKey: env.INTERAKT_API_KEY,
    allow: { listTemplates: true },
    public: true,
    limits: { caller: { most: 10, perMs: 60_000 }, buckets: durableBuckets(env.BUCKETS) },
  })(request, context);

export interface OtherEnv extends Omit<Env, "TICKETS"> {
  readonly TICKETS: Queue<string>;
}
// @ts-expect-error: a queue of something else
export const otherQueue = (env: OtherEnv): CampaignEnv => env;
