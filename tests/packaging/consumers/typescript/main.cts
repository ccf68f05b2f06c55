/** The same in CommonJS. */
import interakt = require("interakt-wasm");
import simulator = require("interakt-wasm/simulator");
import web = require("interakt-wasm/web");

export { interakt };
export const createSimulator = simulator.createSimulator;

export const checked = interakt.sendMessage.validate({ type: "Text" });
export const issues: readonly interakt.Issue[] = checked.ok ? [] : checked.issues;
export const client: interakt.Interakt = new interakt.Interakt({
  apiKey: "dGVzdA==",
  fetch: createSimulator(),
});
export const start = (bytes: Uint8Array): Promise<void> => web.init(bytes);

/** Never called: it holds what the types refuse. */
export function refused(): void {
  // @ts-expect-error: no such message type
  client.sendMessage({ fullPhoneNumber: "919876543210", type: "Telegram", data: {} });
  // @ts-expect-error: neither a module nor where one is
  web.init(5);
}
