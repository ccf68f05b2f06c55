/** A module that uses every entry; node10 without modules compiles it to CommonJS. */
import * as interakt from "interakt-wasm";
import {
  Interakt,
  InteraktError,
  type Issue,
  operations,
  sendMessage,
  sendTemplate,
} from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { init } from "interakt-wasm/web";
// Written by the command.
import { book } from "./templates.js";

export { createSimulator, interakt };

export const checked = sendMessage.validate({ type: "Text" });
export const issues: readonly Issue[] = checked.ok ? [] : checked.issues;
export const names: string[] = operations.map(({ name }) => name);
export const client: Interakt = new Interakt({ apiKey: "dGVzdA==", fetch: createSimulator() });
export const isOurs = (error: unknown): boolean => error instanceof InteraktError;
export const start = (bytes: Uint8Array): Promise<void> => init(bytes);
export const ofBook = sendMessage.validate(
  {
    fullPhoneNumber: "919876543210",
    ...sendTemplate(book, "order_shipped", { body: ["Asha", "1042"], button: ["1042"] }),
  },
  { templates: book },
);
if (!ofBook.ok) throw new Error(JSON.stringify(ofBook.issues));

/** Never called: it holds what the types refuse. */
export function refused(): void {
  // @ts-expect-error: no such message type
  client.sendMessage({ fullPhoneNumber: "919876543210", type: "Telegram", data: {} });
  // @ts-expect-error: neither a module nor where one is
  init(5);
  // @ts-expect-error: a value too few
  sendTemplate(book, "order_shipped", { body: ["Asha"], button: ["1042"] });
  // @ts-expect-error: an issue has no such part
  issues[0]?.value;
}
