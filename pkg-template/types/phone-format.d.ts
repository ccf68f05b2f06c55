import type { PhoneNumber, phone as phones } from "./phone.js";

export * from "./phone.js";

/** How a number is written. */
export type PhoneStyle = "national" | "international" | "e164";

/** A text being typed, and where the caret stands in it. */
export interface TypedText {
  readonly text: string;
  readonly caret: number;
}

/** Reads and writes phone numbers and knows the world's numbering plan. */
export declare const phone: typeof phones &
  Readonly<{
    format(value: PhoneNumber | string, style: PhoneStyle): string;
    asYouType(options: { readonly country: string }): (text: string, caret?: number) => TypedText;
    example(country: string): PhoneNumber | null;
  }>;
