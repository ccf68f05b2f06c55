/** Who carries operations that are seen on a phone. @type {Record<string, "whatsapp" | "rcs">} */
export const CHANNELS = { sendMessage: "whatsapp", sendRcs: "rcs" };
