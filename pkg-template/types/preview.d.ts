import type { TemplateBook } from "./template-book.js";

/**
 * A stretch of text that looks the same throughout. The spans of a line, one behind the other, are
 * its text without the marks. Show `text` as text, never as HTML: it is what a customer wrote.
 */
export interface PreviewSpan {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  /** Monospaced. May hold line breaks. */
  readonly code?: true;
  /** Where a tap leads: always `http:` or `https:`. */
  readonly href?: string;
  /** The number of the variable whose value this is: 1 for `{{1}}`. */
  readonly variable?: number;
  /** The message gives no value for the variable: the text is its `{{1}}`. */
  readonly missing?: true;
}

/**
 * A part of a text. `lines` are the lines of a paragraph, a quote or code, and the items of a list,
 * without what made them items. A line without spans is empty.
 */
export type PreviewBlock =
  | {
      readonly type: "paragraph" | "quote" | "code" | "bullets";
      readonly lines: readonly (readonly PreviewSpan[])[];
    }
  | {
      readonly type: "numbers";
      /** The number of the first item; each further one has the next. */
      readonly start: number;
      readonly lines: readonly (readonly PreviewSpan[])[];
    };

/** A line of text above the message. WhatsApp formats nothing in it. */
export interface PreviewTextHeader {
  readonly type: "text";
  readonly spans: readonly PreviewSpan[];
}

/** What is shown above the text, or in place of one. */
export interface PreviewMediaHeader {
  /**
   * `file` where nothing tells what the file is: a template that is not known. Others than these are
   * what Interakt calls a header that this version does not know, in small letters.
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
  /** Where the file is: always `http:` or `https:`. `null` where the message has no such address. */
  readonly url: string | null;
  /** The name of the file that the customer sees. */
  readonly fileName: string | null;
  /** A picture that is shown until the file is there. Only RCS has one. */
  readonly thumbnailUrl: string | null;
  /** The template wants a file here, and the message gives none. */
  readonly missing: boolean;
}

/** What stands above the text. */
export type PreviewHeader = PreviewTextHeader | PreviewMediaHeader;

/** Something to tap below a message. */
export interface PreviewButton {
  /**
   * What a tap does: it answers, opens a page, calls, copies `code`, shows `place`, or makes an entry
   * in the calendar. Others are types of a template's buttons that this version does not know, in
   * small letters; empty where the template is not known.
   */
  readonly type:
    | "reply"
    | "url"
    | "phone"
    | "copy_code"
    | "location"
    | "calendar"
    | (string & Record<never, never>);
  /** What the button says. */
  readonly text: string;
  /**
   * Where a tap leads: always `http:`, `https:` or `tel:`. The value of a template's button stands at
   * its end as WhatsApp puts it there. `null` where it leads nowhere, and while its value is missing.
   */
  readonly url: string | null;
  /** What is copied; of a button of a template that is not known, its value. */
  readonly code: string | null;
  readonly place: {
    readonly latitude: number;
    readonly longitude: number;
    readonly label: string;
  } | null;
  /** Times as they were given. */
  readonly event: {
    readonly title: string;
    readonly description: string;
    readonly startTime: string;
    readonly endTime: string;
  } | null;
  /** The button wants a value, and the message gives none. */
  readonly missing: boolean;
}

/** The list that a button opens. */
export interface PreviewList {
  /** What the button says. */
  readonly button: string;
  readonly sections: readonly {
    /** Empty where it has none. */
    readonly title: string;
    readonly rows: readonly { readonly title: string; readonly description: string }[];
  }[];
}

/** What is to be paid, or what became of it. What is not told is `null`, a text of it empty. */
export interface PreviewOrder {
  readonly reference: string;
  readonly items: readonly {
    readonly name: string;
    readonly quantity: number | null;
    /** The price of one. */
    readonly amount: number | null;
  }[];
  readonly subtotal: number | null;
  readonly discount: number | null;
  readonly tax: number | null;
  readonly shipping: number | null;
  readonly total: number | null;
  /** Of all amounts, such as `INR`. */
  readonly currency: string;
  /** Such as `shipped`; with `description` of an order's status alone. */
  readonly status: string;
  readonly description: string;
}

/** What a message and a card have in common. */
export interface PreviewPart {
  readonly header: PreviewHeader | null;
  readonly body: readonly PreviewBlock[];
  readonly buttons: readonly PreviewButton[];
  readonly order: PreviewOrder | null;
}

/** A card of a carousel, or an RCS card. */
export interface PreviewCard extends PreviewPart {
  /** A line above the text; only RCS has one. */
  readonly title: string;
}

/** A message as the customer will see it. Whatever a message lacks is `null` or an empty list. */
export interface MessagePreview extends PreviewPart {
  readonly channel: "whatsapp" | "rcs" | "sms";
  /** The `type` of the message as it was given, such as `Template`; of an SMS `sms`. */
  readonly kind: string;
  /** The template that a message is made from. */
  readonly template: {
    readonly name: string;
    readonly language: string;
    /**
     * Whether the book has it. If not, `body` is its name and, line by line, its values, as they are
     * in place of a body that Interakt does not tell.
     */
    readonly known: boolean;
  } | null;
  /** A small line below the text. */
  readonly footer: readonly PreviewSpan[] | null;
  readonly cards: readonly PreviewCard[];
  readonly list: PreviewList | null;
  /** What is sent when the message cannot be delivered. */
  readonly fallback: readonly MessagePreview[];
  /**
   * All of it as plain text, for logs: with the marks of the formatting, without addresses of media,
   * and without what the customer does not see, such as their number, `callbackData` and payloads.
   */
  readonly text: string;
}

/** What a preview takes beside the message. */
export interface PreviewOptions {
  /** The templates of the account; without, a template previews as its name and values. */
  readonly templates?: TemplateBook | null | undefined;
  /**
   * Who carries the message. By default its keys tell; they do not for a template, which is taken
   * for one of WhatsApp.
   */
  readonly channel?: "whatsapp" | "rcs" | undefined;
}

/**
 * The message as the customer will see it, as data: for `sendMessage` and `sendRcs`. WhatsApp's
 * `*bold*`, `_italic_`, `~strike~`, `` `code` ``, lists and quotes are spans and blocks, in the
 * values of a template too, as WhatsApp has it.
 *
 * It never throws for what it is shown: of an input that is not yet complete, or wrong, it shows what
 * can be shown. Whether that can be sent, `sendMessage.validate` tells. Of each list the first 1,000
 * items are shown. Takes time linear in the length of the texts, and needs no module.
 *
 * @param input One message, as `sendMessage.build` takes it. Of several: `inputs.map((input) =>
 *   previewMessage(input, { templates }))`.
 *
 * @example
 * const { header, body, buttons } = previewMessage(message, { templates: book });
 * body[0]?.lines[0] // [{ text: "Hi " }, { text: "Asha", bold: true, variable: 1 }]
 * @throws {ConfigurationError} An option is unknown or `templates` is no book.
 */
export declare function previewMessage(
  input: unknown,
  options?: PreviewOptions | null,
): MessagePreview;
