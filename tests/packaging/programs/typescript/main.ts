import { Interakt, InteraktError, type Issue, operations, sendMessage } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { init } from "interakt-wasm/web";

export const checked = sendMessage.validate({ type: "Text" });
export const issues: readonly Issue[] = checked.ok ? [] : checked.issues;
export const names: string[] = operations.map(({ name }) => name);
export const client: Interakt = new Interakt({ apiKey: "dGVzdA==", fetch: createSimulator() });
export const isOurs = (error: unknown): boolean => error instanceof InteraktError;
export const ready: Promise<void> = init();

// @ts-expect-error: no such message type
new Interakt().sendMessage({ fullPhoneNumber: "919876543210", type: "Telegram", data: {} });
