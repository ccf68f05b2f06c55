// What a caller gives to a client and gets from it.
import {
  Interakt,
  isTemplateError,
  isTimeoutError,
  type Limiter,
  type OperationName,
  type OperationTypes,
  type Outcome,
  type SendMessageAnswer,
  type SendMessageInput,
} from "interakt-wasm";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

declare const message: SendMessageInput;

export const interakt = new Interakt({
  apiKey: "key",
  plan: "growth",
  maxRetries: 0,
  maxRetryAfterMs: 20_000,
  totalTimeoutMs: 60_000,
  maxResponseBytes: 1024,
  retryUnknownOutcome: false,
  onRequest: ({ operation, path, attempt }) => `${operation} ${path} ${attempt.toFixed()}`,
  onResponse: ({ status, durationMs }) => status + durationMs,
  onRetry: async ({ error: { code }, delayMs }) => `${code} ${delayMs}`,
  onRateLimit: ({ reason, waitMs }) => reason === "paced" && waitMs,
  onWarning: ({ operation, warnings }) => warnings.map(({ code, path }) => [operation, code, path]),
});

export const ofContract = new Interakt({ baseUrl: "/", plan: { requestsPerMinute: 1200 } });
// @ts-expect-error: no such plan
export const unknownPlan = new Interakt({ apiKey: "key", plan: "gold" });
const limiter: Limiter = {
  acquire: async ({ signal, onWait }) => void (signal?.aborted ? 0 : onWait?.(10)),
  pause: (waitMs) => waitMs.toFixed(),
};
export const shared = new Interakt({ apiKey: "key", limiter });
// @ts-expect-error: a limiter has to be told of pauses
export const half = new Interakt({ apiKey: "key", limiter: { acquire: async () => {} } });
// @ts-expect-error: a limiter is for a client
interakt.sendMessage(message, { limiter });
// @ts-expect-error: a plan is for a client
interakt.sendMessage(message, { plan: "growth" });
// @ts-expect-error: a misspelt option
interakt.sendMessage(message, { maxRetry: 1 });

export async function details(): Promise<number> {
  const answer = interakt.sendMessage(message, { maxRetries: 1, signal: AbortSignal.timeout(10) });
  const plain: SendMessageAnswer = await answer;
  const { data, response } = await answer.withResponse();
  const same: Same<typeof data, typeof plain> = true;
  response.headers.get("x-request-id");
  const { warnings } = response;
  return same ? response.status + response.attempts + response.durationMs + warnings.length : 0;
}

type Known = { [Name in OperationName]: [Name, OperationTypes[Name]["input"]] }[OperationName];

export async function byName(name: OperationName, known: Known): Promise<void> {
  const sent = await interakt.call("sendMessage", message, { maxRetries: 0 });
  const same: Same<typeof sent, SendMessageAnswer> = true;
  const { response } = await interakt.call("getUserById", { userId: "42" }).withResponse();
  // @ts-expect-error: the input of another operation
  interakt.call("getUserById", message);
  // @ts-expect-error: no such operation
  interakt.call("sendMesage", message);
  // @ts-expect-error: no input
  interakt.call("sendMessage");
  const either = same && response.status > 200 ? "sendMessage" : "getUserById";
  const answer = await interakt.call(either, either === "sendMessage" ? message : { userId: "42" });
  type Either = OperationTypes["sendMessage" | "getUserById"]["answer"];
  const ofEither: Same<typeof answer, Either> = true;
  // What is known only while the program runs.
  const any = await interakt.call(known[0], known[1]);
  const ofAny: Same<typeof any, OperationTypes[OperationName]["answer"]> = true;
  const first = await interakt.call(name, known[1], { maxRetries: 0 });
  console.log(ofEither, ofAny, first);
}

export function outcome(error: unknown): Outcome | undefined {
  if (!isTimeoutError(error)) return undefined;
  const attempts: number = error.attempts;
  return attempts > 0 ? error.outcome : "not_sent";
}

export function missing(error: unknown): number {
  if (!isTemplateError(error) || error.code !== "missing_values") return 0;
  const { where, expected = 1, index, ...more } = error.details ?? { where: "body" };
  if (where === "carousel") return index ?? 0;
  // What a later version tells is known to be unknown.
  const later: unknown = "later" in more ? more.later : error.toJSON().details?.later;
  return later === undefined ? expected : 0;
}
