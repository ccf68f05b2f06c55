import api = require("interakt-wasm");
import simulator = require("interakt-wasm/simulator");

export const checked = api.sendMessage.validate({ type: "Text" });
export const issues: readonly api.Issue[] = checked.ok ? [] : checked.issues;
export const client: api.Interakt = new api.Interakt({
  apiKey: "dGVzdA==",
  fetch: simulator.createSimulator(),
});

// @ts-expect-error: no such message type
new api.Interakt().sendMessage({ fullPhoneNumber: "919876543210", type: "Telegram", data: {} });
