// What receives webhooks, as each runtime wants it.
import { type MessageStatus, type ReceiveOptions, webhooks } from "interakt-wasm";

declare const secret: string | undefined;
const onEvent = () => {};

/** Cloudflare Workers. */
interface Env {
  INTERAKT_WEBHOOK_SECRET: string;
}
interface ExecutionContext {
  waitUntil(promise: Promise<unknown>): void;
  passThroughOnException(): void;
}
export const worker = {
  fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    return webhooks.receive(request, {
      secret: env.INTERAKT_WEBHOOK_SECRET,
      context: ctx,
      onEvent: async (event) => event.known && event.type === "message_api_read",
    });
  },
};

/** Next. */
declare function waitUntil(promise: Promise<unknown>): void;
declare function after<T>(task: Promise<T> | (() => T | Promise<T>)): void;
export const POST = (request: Request) =>
  webhooks.receive(request, { secret, context: { waitUntil }, onEvent });
export const PUT = (request: Request): Promise<Response> =>
  webhooks.receive(request, { secret, context: { waitUntil: after }, onEvent });

/** Hono. */
interface Context {
  req: { raw: Request };
  executionCtx: { waitUntil(promise: Promise<unknown>): void; props: unknown };
}
declare const app: {
  post(path: string, handler: (c: Context) => Response | Promise<Response>): unknown;
};
app.post("/webhook", (c) =>
  webhooks.receive(c.req.raw, { secret, context: c.executionCtx, onEvent }),
);

/** Deno, and Bun. */
declare function serve(
  handler: (request: Request, info: object) => Response | Promise<Response>,
): void;
serve((request) => webhooks.receive(request, { secret, onEvent }));

/** Node, as far as its types say what is used here. */
interface IncomingMessage {
  method?: string | undefined;
  headers: { host?: string | undefined; "set-cookie"?: string[] | undefined } & {
    [name: string]: string | string[] | undefined;
  };
  readonly readableEnded: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: this is what Node's types say
  [Symbol.asyncIterator](): AsyncIterator<any>;
}
interface ServerResponse {
  writeHead(
    statusCode: number,
    statusMessage?: string,
    headers?: { [name: string]: number | string | string[] | undefined } | (number | string)[],
  ): this;
  writeHead(
    statusCode: number,
    headers?: { [name: string]: number | string | string[] | undefined } | (number | string)[],
  ): this;
  end(cb?: () => void): this;
  end(chunk: unknown, cb?: () => void): this;
  end(chunk: unknown, encoding: "utf8", cb?: () => void): this;
}
declare function createServer(
  listener: (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) => void,
): void;
createServer(webhooks.nodeHandler({ secret, onEvent }));

/** Express, Connect, and Firebase, which keeps the bytes. */
interface ExpressRequest extends IncomingMessage {
  body: unknown;
  params: Record<string, string>;
}
interface ExpressResponse extends ServerResponse {
  send(body?: unknown): this;
}
type Handler<Incoming> = (
  request: Incoming,
  response: ExpressResponse,
  next: (error?: unknown) => void,
) => void | Promise<void>;
export const handler: Handler<ExpressRequest> = webhooks.nodeHandler({ secret, onEvent });
export const onRequest: Handler<ExpressRequest & { rawBody: Uint8Array }> = handler;

export const settings: ReceiveOptions = {
  secret: undefined,
  dangerouslyAllowUnsignedRcs: true,
  maxBytes: 1024,
  answerWithinMs: 1000,
  onEvent: (event) => event.dedupeKey,
  onError: (error, event) =>
    error instanceof RangeError ? new Response(event.messageId, { status: 503 }) : undefined,
};
// What is undefined is left out.
export const undefinedSettings: ReceiveOptions = {
  secret: undefined,
  onEvent,
  onError: undefined,
  context: undefined,
  maxBytes: undefined,
  answerWithinMs: undefined,
  dangerouslyAllowUnsignedRcs: undefined,
};

// @ts-expect-error: nobody hears of the events
export const noListener: ReceiveOptions = { secret };
// @ts-expect-error: a misspelt setting
export const misspelt: ReceiveOptions = { secret, onEvent, onErrors: onEvent };
// @ts-expect-error: what keeps the runtime alive is a function
export const noContext: ReceiveOptions = { secret, onEvent, context: {} };
// @ts-expect-error: it is no mere text that allows this
export const allowed: ReceiveOptions = { onEvent, dangerouslyAllowUnsignedRcs: "yes" };

declare const incoming: IncomingMessage;
declare const request: Request;
declare const outgoing: ServerResponse;
// @ts-expect-error: a request of Node is for nodeHandler
webhooks.receive(incoming, settings);
// @ts-expect-error: a Request is for receive
webhooks.nodeHandler(settings)(request, outgoing);

/** Rows that were kept are enough to tell how far a message has come. */
declare const rows: { messageId: string | null; status: MessageStatus | null; at: Date }[];
export const furthest: MessageStatus | null = webhooks.statusOf(rows, null);
export const further: MessageStatus | null = webhooks.statusOf(new Set(rows), furthest);
// @ts-expect-error: no status of messages
webhooks.statusOf(rows, "Read");
// @ts-expect-error: a list is wanted
webhooks.statusOf(rows[0]);

export const verified: Promise<boolean> = webhooks.verify(
  new Uint8Array(),
  request.headers.get("Interakt-Signature"),
  secret,
);
export const header: Promise<string> = webhooks.sign(new ArrayBuffer(0), "secret");
// @ts-expect-error: signing needs a secret
webhooks.sign("{}", secret);
// @ts-expect-error: JSON that was parsed is not what was signed
webhooks.verify({ type: "message_api_read" }, "sha256=", secret);
// @ts-expect-error: nor can it be parsed again
webhooks.parse({ type: "message_api_read" });
