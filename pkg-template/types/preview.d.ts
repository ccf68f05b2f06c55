import type { TemplateBook } from "./template-book.js";

/**
 * A run of text with the same formatting. The spans of a line, joined, are its text without formatting
 * marks. Insert `text` as text, never as HTML: it is what a customer wrote.
 */
export interface PreviewSpan {
  /** The text itself. */
  readonly text: string;
  /** Bold: `*bold*`. */
  readonly bold?: true;
  /** Italic: `_italic_`. */
  readonly italic?: true;
  /** Struck through: `~strike~`. */
  readonly strike?: true;
  /** Monospaced. May contain line breaks. */
  readonly code?: true;
  /** Where a tap leads: always `http:` or `https:`. */
  readonly href?: string;
  /** The number of the variable this is the value of: 1 for `{{1}}`. */
  readonly variable?: number;
  /** The message has no value for the variable: the text is its placeholder, such as `{{1}}`. */
  readonly missing?: true;
}

/** A block of text: a paragraph, a quote, code or a list. */
export type PreviewBlock =
  | {
      /** What kind of block it is. */
      readonly type: "paragraph" | "quote" | "code" | "bullets";
      /** Its lines or list items, without the marks that made them so. A line without spans is empty. */
      readonly lines: readonly (readonly PreviewSpan[])[];
    }
  | {
      /** A numbered list. */
      readonly type: "numbers";
      /** The number of the first item; the others count up from there. */
      readonly start: number;
      /** Its items, without their numbers. */
      readonly lines: readonly (readonly PreviewSpan[])[];
    };

/** A line of text above the message. WhatsApp does not format it. */
export interface PreviewTextHeader {
  /** A text, as opposed to media. */
  readonly type: "text";
  /** The line, in spans. */
  readonly spans: readonly PreviewSpan[];
}

/** Media shown above the text, or in place of one. */
export interface PreviewMediaHeader {
  /**
   * `"file"` if nothing says what the file is, because the template is not known. Other values are
   * Interakt's names, in lower case, for headers that this version does not know.
   */
  readonly type:
    | "image"
    | "video"
    | "audio"
    | "document"
    | "sticker"
    | "location"
    | "file"
    | (string & Record<never, never>);
  /** The file's URL: always `http:` or `https:`. `null` if the message has no such URL. */
  readonly url: string | null;
  /** The file name that the customer sees. */
  readonly fileName: string | null;
  /** An image shown until the file has loaded. RCS only. */
  readonly thumbnailUrl: string | null;
  /** Whether the template needs a file here that the message does not have. */
  readonly missing: boolean;
}

/** What is shown above the text. */
export type PreviewHeader = PreviewTextHeader | PreviewMediaHeader;

/** A button below a message. */
export interface PreviewButton {
  /**
   * What a tap does: reply, open a page, call, copy `code`, show `place`, or add an event to the calendar.
   * Other values are types of template buttons, in lower case, that this version does not know; an empty
   * string if the template is not known.
   */
  readonly type:
    | "reply"
    | "url"
    | "phone"
    | "copy_code"
    | "location"
    | "calendar"
    | (string & Record<never, never>);
  /** The button's label. */
  readonly text: string;
  /**
   * Where a tap leads: always `http:`, `https:` or `tel:`. The value of a template button is appended, as
   * WhatsApp does. `null` if it leads nowhere, or while its value is missing.
   */
  readonly url: string | null;
  /** What is copied; for a button of an unknown template, its value. */
  readonly code: string | null;
  /** The place that a tap shows. */
  readonly place: {
    /** Degrees north of the equator. */
    readonly latitude: number;
    /** Degrees east of Greenwich. */
    readonly longitude: number;
    /** The name of the place. */
    readonly label: string;
  } | null;
  /** The event that a tap adds to the calendar. */
  readonly event: {
    /** The event's title. */
    readonly title: string;
    /** What the event is about. */
    readonly description: string;
    /** When it begins, as given in the message. */
    readonly startTime: string;
    /** When it ends, as given in the message. */
    readonly endTime: string;
  } | null;
  /** Whether the button needs a value that the message does not have. */
  readonly missing: boolean;
}

/** The list that a button opens. */
export interface PreviewList {
  /** The button's label. */
  readonly button: string;
  /** The sections of the list. */
  readonly sections: readonly {
    /** The section's title; empty if it has none. */
    readonly title: string;
    /** The rows to choose from. */
    readonly rows: readonly {
      /** The row's title. */
      readonly title: string;
      /** The smaller line below it; empty if it has none. */
      readonly description: string;
    }[];
  }[];
}

/** An order to pay, or its status. Missing numbers are `null`, missing texts empty. */
export interface PreviewOrder {
  /** The order's reference. */
  readonly reference: string;
  /** What was ordered. */
  readonly items: readonly {
    /** The item's name. */
    readonly name: string;
    /** How many. */
    readonly quantity: number | null;
    /** The price of one. */
    readonly amount: number | null;
  }[];
  /** The sum of the items. */
  readonly subtotal: number | null;
  /** The discount. */
  readonly discount: number | null;
  /** The tax. */
  readonly tax: number | null;
  /** The cost of shipping. */
  readonly shipping: number | null;
  /** The amount to pay. */
  readonly total: number | null;
  /** The currency of all amounts, such as `INR`. */
  readonly currency: string;
  /** The order's status, such as `shipped`. Set, with `description`, only in a status message. */
  readonly status: string;
  /** The text that comes with the status. */
  readonly description: string;
}

/** What messages and cards have in common. */
export interface PreviewPart {
  /** What is shown above the text. */
  readonly header: PreviewHeader | null;
  /** The text, in blocks. */
  readonly body: readonly PreviewBlock[];
  /** The buttons below the text. */
  readonly buttons: readonly PreviewButton[];
  /** The order, for messages about one. */
  readonly order: PreviewOrder | null;
}

/** A card of a carousel, or an RCS card. */
export interface PreviewCard extends PreviewPart {
  /** A line above the text. RCS only. */
  readonly title: string;
}

/** A message as the customer will see it. Parts that the message lacks are `null` or empty lists. */
export interface MessagePreview extends PreviewPart {
  /** Which channel delivers it. */
  readonly channel: "whatsapp" | "rcs" | "sms";
  /** The message's `type` as given, such as `Template`; `sms` for an SMS. */
  readonly kind: string;
  /** The template that the message is made from. */
  readonly template: {
    /** The template's name. */
    readonly name: string;
    /** The template's language code. */
    readonly language: string;
    /**
     * Whether the book has it. If not, or if Interakt does not reveal its body, `body` consists of the
     * template's name and, line by line, its values.
     */
    readonly known: boolean;
  } | null;
  /** A small line below the text. */
  readonly footer: readonly PreviewSpan[] | null;
  /** The cards of a carousel. */
  readonly cards: readonly PreviewCard[];
  /** The list that a button opens. */
  readonly list: PreviewList | null;
  /** What is sent instead if the message cannot be delivered. */
  readonly fallback: readonly MessagePreview[];
  /**
   * The whole message as plain text, for logs: with formatting marks, without media URLs, and without what
   * the customer does not see, such as their number, `callbackData` and payloads.
   */
  readonly text: string;
}

/** Options for `previewMessage`. */
export interface PreviewOptions {
  /** The account's templates; without them, a template previews as its name and values. */
  readonly templates?: TemplateBook | null | undefined;
  /**
   * Which channel the message is for. By default its keys tell, except for a template, which is taken to
   * be for WhatsApp.
   */
  readonly channel?: "whatsapp" | "rcs" | undefined;
}

/**
 * Previews a message as the customer will see it, as data: for `sendMessage` and `sendRcs`. WhatsApp's
 * `*bold*`, `_italic_`, `~strike~`, `` `code` ``, lists and quotes become spans and blocks, also within
 * the values of a template, as in WhatsApp.
 *
 * It never throws because of the message: for an incomplete or invalid one, it shows what it can. Use
 * `sendMessage.validate` to find out whether it can be sent. Only the first 1,000 items of each list are
 * shown. Takes time linear in the length of the texts, and does not need the WebAssembly module.
 *
 * @param input One message, as for `sendMessage.build`. For several: `inputs.map((input) =>
 *   previewMessage(input, { templates }))`.
 *
 * @example
 * const { header, body, buttons } = previewMessage(message, { templates: book });
 * body[0]?.lines[0] // [{ text: "Hi " }, { text: "Asha", bold: true, variable: 1 }]
 * @throws {ConfigurationError} An option is unknown, or `templates` is not a book.
 */
export declare function previewMessage(
  input: unknown,
  options?: PreviewOptions | null,
): MessagePreview;
