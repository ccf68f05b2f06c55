// Many messages, and lists that go over several pages.
import type {
  ApprovedTemplate,
  BulkPosition,
  BulkProgress,
  BulkResult,
  BulkRun,
  Customer,
  Interakt,
  Issue,
  Plan,
  SendMessageInput,
  TrackUserInput,
} from "interakt-wasm";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

declare const interakt: Interakt;

const message: SendMessageInput = {
  countryCode: "+91",
  phoneNumber: "9999999999",
  type: "Text",
  data: { message: "Hi" },
};

async function* later(): AsyncGenerator<SendMessageInput> {
  yield message;
}

export const runs: BulkRun[] = [
  interakt.sendAll([message]),
  interakt.sendAll(
    [{ countryCode: "+91", phoneNumber: "9999999999", type: "Text", data: { message: "Hi" } }],
    { concurrency: 20, maxRetries: 5, timeoutMs: 5_000, signal: AbortSignal.timeout(60_000) },
  ),
  interakt.sendAll(new Set([message]), { resumeFrom: 4, total: 9 }),
  interakt.sendAll(later(), { resumeFrom: { index: 4, again: [1], unknown: [] } }),
  interakt.sendAll([{ userId: "user-42" }], { operation: "trackUser" }),
];

export async function report(run: BulkRun): Promise<[Issue[], BulkPosition]> {
  const issues: Issue[] = [];
  for await (const result of run) {
    issues.push(...result.warnings);
    if (result.status === "sent") console.log(result.index, result.id);
    if (result.status === "invalid") issues.push(...result.issues);
    if (result.status === "failed") console.error(result.error.code, result.error.outcome);
    // @ts-expect-error: may be the reason of whoever aborted
    if (result.status === "unknown") console.error(result.error.code);
    // @ts-expect-error: no such status
    if (result.status === "delivered") return [issues, null];
  }
  const { unreported, resumeFrom } = run.summary;
  const more: BulkResult[] = unreported;
  console.log(more.length);
  return [issues, resumeFrom];
}

export function wrong(users: TrackUserInput[]): void {
  // @ts-expect-error: users are no messages
  interakt.sendAll(users);
  // @ts-expect-error: messages are no users
  interakt.sendAll([message], { operation: "trackUser" });
  // @ts-expect-error: no such operation
  interakt.sendAll([message], { operation: "send" });
  // @ts-expect-error: one message is no list
  interakt.sendAll(message);
  interakt.sendAll(users, { operation: "trackUser" });
}

export function bar({ done, total, remainingMs }: BulkProgress): string {
  // @ts-expect-error: not known of every source
  const part = done / total;
  return `${total === undefined ? done : part} ${(remainingMs ?? 0) / 1_000} s`;
}

export async function lists(signal: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  for await (const customer of interakt.iterateUsers({ limit: 50 }, { signal })) {
    const same: Same<typeof customer, Customer> = true;
    names.push(`${same} ${customer.user_id}`);
  }
  for await (const template of interakt.iterateTemplates({ approval_status: "APPROVED" })) {
    const same: Same<typeof template, ApprovedTemplate> = true;
    names.push(`${same} ${template.name}`);
  }
  interakt.iterateUsers({});
  // @ts-expect-error: without filters, but not without an input
  interakt.iterateUsers();
  return names;
}

export const plans: Plan[] = ["growth", "advanced"];
// @ts-expect-error: Starter has no API
export const none: Plan = "starter";
