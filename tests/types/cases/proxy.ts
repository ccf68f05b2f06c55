/** What the proxy and the way back from a request say of their types. */
import { Interakt, isApiError } from "interakt-wasm";
import { createProxy, matchRequest, memoryBuckets, type ProxyRefusal } from "interakt-wasm/edge";

const apiKey = "c2VjcmV0LWtleTo=";

export async function narrowed(request: Request): Promise<string | undefined> {
  const matched = await matchRequest(request);
  if (matched?.operation === "getUserById") return matched.input.userId;
  // @ts-expect-error: a message may be a list, and has no such key
  if (matched?.operation === "sendMessage") return matched.input.traits;
  // @ts-expect-error: there is none
  if (matched?.operation === "sendMessages") return;
  return undefined;
}

interface Customer {
  readonly id: string;
  readonly phone: string;
  readonly recipients: readonly string[];
}

export const proxy = createProxy({
  client: new Interakt({ apiKey }),
  authorize: async (request, { waitUntil }): Promise<Customer | null> => {
    waitUntil?.(Promise.resolve());
    const id = request.headers.get("x-user");
    return id === null ? null : { id, phone: "919876543210", recipients: ["919876543210"] };
  },
  allow: {
    sendMessage: {
      kinds: ["Template", "Text"],
      templates: ["order_shipped"],
      maxMessages: 2,
      shape: (message, who) =>
        Array.isArray(message) ? null : { ...message, callbackData: who.phone },
    },
    sendRcs: { kinds: ["QR"] },
    createCampaign: { templates: ["order_shipped"] },
    listTemplates: true,
  },
  limits: { caller: { most: 3, perMs: 60_000 }, buckets: memoryBuckets() },
  onSend: (event) => (event.operation === "sendRcs" ? event.input.type : event.who.phone),
  onRefuse: ({ code, status }: ProxyRefusal) => `${status} ${code}`,
});

export const answer: Promise<Response> = proxy(new Request("https://shop.example/"));

// @ts-expect-error: nobody says who asks
createProxy({ apiKey, allow: { listTemplates: true } });
// @ts-expect-error: nothing sends
createProxy({ public: true, allow: { listTemplates: true } });
// @ts-expect-error: a plan is the client's
createProxy({ client: new Interakt({ apiKey }), plan: "growth", public: true, allow: {} });
// @ts-expect-error: nothing is allowed
createProxy({ apiKey, public: true });
createProxy({
  apiKey,
  public: true,
  allow: {
    // @ts-expect-error: a kind of RCS
    sendMessage: { kinds: ["QR"] },
    // @ts-expect-error: it has no fallback
    trackUser: { fallback: true },
  },
});

export const codeOf = (error: unknown): unknown =>
  isApiError(error) && (error.body as { code?: unknown }).code;
