import { createTRPCClient, httpLink, isTRPCClientError } from "@trpc/client";
import type { orders } from "./router";

export const client = createTRPCClient<typeof orders>({ links: [httpLink({ url: "/api/trpc" })] });

/** How far an order is, and what the server found wrong, by field. */
export interface Progress {
  isSent: boolean;
  issues?: { [field: string]: { message: string }[] } | undefined;
}

/** What came of a call. */
export async function progressOf(call: Promise<unknown>): Promise<Progress> {
  try {
    await call;
    return { isSent: true };
  } catch (error) {
    if (!isTRPCClientError<typeof orders>(error)) throw error;
    return { isSent: false, issues: error.shape?.fieldIssues };
  }
}
