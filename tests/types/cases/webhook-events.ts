// What a caller gets from `webhooks`.
import {
  isWebhookError,
  type MessageStatus,
  type RcsEvent,
  type UnknownEvent,
  type WebhookEvent,
  type WhatsAppEvent,
  webhooks,
} from "interakt-wasm";

/** A kind that `known` and then `type` or `entityType` tell. */
export function tell(event: WebhookEvent): string | null | undefined {
  const key: string = event.dedupeKey;
  // @ts-expect-error: what is not known may have anything
  if (event.type === "message_api_failed") event.data.message;
  if (!event.known) {
    const other: UnknownEvent = event;
    const own: unknown = other.payload.status;
    if (own === "PAUSED") return "PAUSED";
    // @ts-expect-error: what it has is to be looked at
    return other.data.message;
  }
  if (event.payload?.status === "PAUSED") return "PAUSED";
  switch (event.type) {
    case "message_api_failed":
      return event.data.message.channel_error_code;
    case "message_api_clicked":
      return event.data.event?.button_link ?? event.data.message.meta_data?.button_text;
    case "workflow_response_update":
      return event.data.data?.at(-1)?.answer?.message;
    case "account_alerts":
      // @ts-expect-error: what it says is not known
      return event.data.message.id;
    // @ts-expect-error: there is no such kind
    case "message_api_lost":
      return null;
    case "message_received": {
      const { message } = event.data.message;
      if (message === null || message === undefined || typeof message === "string") return message;
      if (Array.isArray(message)) return message[0]?.type;
      if (message.type === "nfm_reply") {
        const { response_json: answers, name } = message.nfm_reply;
        // @ts-expect-error: a form's author names its answers, and says what they are
        const city: string = answers?.city;
        return typeof answers?.city === "string" ? answers.city : (name ?? city);
      }
      return message.type === "button_reply" ? message.button_reply.id : message.list_reply.title;
    }
    case "message_api_flow_response": {
      const flow: number | null | undefined = event.data.flow_id;
      const { source_template_message: source, is_fallback_message: isFallback } = event.data;
      if (isFallback) return event.data.next_fallback_channel;
      return flow === undefined ? event.submissionKey : source?.template_name;
    }
    case "message_campaign_clicked":
      return event.data.message.button_text ?? event.data.message.campaign_name;
    case "Webhook Test":
      // @ts-expect-error: a test tells nothing
      event.data?.message;
      return event.timestamp;
    default:
      return key;
  }
}

/** The channel tells as well. */
export function ofChannel(event: WebhookEvent): string | null | undefined {
  if (!event.known) return event.channel;
  if (event.channel === "whatsapp") {
    const told: WhatsAppEvent = event;
    return told.timestamp;
  }
  const told: RcsEvent = event;
  if (told.entityType === "USER_MESSAGE") {
    return told.entity.suggestionResponse?.postBack?.data ?? told.entity.text;
  }
  if (told.entityType === "USER_EVENT" && told.entity.eventType === "MESSAGE_READ") {
    return told.entity.senderPhoneNumber;
  }
  // @ts-expect-error: only a status has an error
  told.entity.error;
  return told.entityType === "STATUS_EVENT" ? told.entity.error?.message : told.userPhoneNumber;
}

export function template(event: WebhookEvent): string[] {
  if (!event.known || event.type !== "message_api_sent") return [];
  const { raw_template: template } = event.data.message;
  return template?.buttons?.map(({ text }) => text) ?? [];
}

export const furthest: MessageStatus | null = webhooks.statusOf(
  [{ messageId: "1", status: "sent" }],
  "accepted",
);
// @ts-expect-error: no such status
webhooks.statusOf([], "lost");
// @ts-expect-error: one status is no list of events
webhooks.statusOf("sent");
// @ts-expect-error: a body that was parsed cannot be verified
webhooks.verify({ type: "message_api_sent" }, "sha256=", "secret");

export async function ordinary(body: Uint8Array, header: string | null): Promise<boolean> {
  const verified: boolean = await webhooks.verify(body, header, undefined);
  const signed: string = await webhooks.sign(body, "secret");
  return verified && signed !== "";
}

export function read(body: ArrayBuffer): WebhookEvent | undefined {
  try {
    return webhooks.parse(body);
  } catch (error) {
    if (isWebhookError(error)) console.log(error.code);
    return undefined;
  }
}
