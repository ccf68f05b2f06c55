import type { Issue, IssueMessages } from "./issue.js";
import type { ApprovedTemplate, ListTemplatesAnswer } from "./types.js";

/** A button of a template in a book. */
export interface BookButton {
  /** Such as `"URL"`, `"QUICK_REPLY"`, `"PHONE_NUMBER"`, `"COPY_CODE"`. */
  readonly type: string;
  /** What it says. */
  readonly text: string;
  readonly url: string | null;
  readonly phone_number: string | null;
}

/** What a template and a card of one have in common. */
export interface BookPart {
  /** Such as `"TEXT"`, `"IMAGE"`; `null`: nothing stands above. */
  readonly header_format: string | null;
  readonly header: string | null;
  /** The example for the variable of `header`. */
  readonly header_text: readonly string[] | null;
  /** The file that the template was approved with. */
  readonly header_handle_file_url: string | null;
  /** With its variables: `Hi {{1}}`. `null` where Interakt does not tell it. */
  readonly body: string | null;
  /** Examples for the variables of `body`. */
  readonly body_text: readonly string[] | null;
  readonly buttons: readonly BookButton[];
}

/** A card of a carousel in a book. */
export interface BookCard extends BookPart {
  readonly card_index: number;
}

/** A template of the account as a book holds it: with Interakt's own names, and JSON in strings decoded. */
export interface BookTemplate extends BookPart {
  readonly name: string;
  readonly language: string;
  readonly display_name: string | null;
  /** Such as `"UTILITY"`, `"MARKETING"`. `null` where it is not told. */
  readonly category: string | null;
  /** The category before Meta changed it. */
  readonly previous_category: string | null;
  /** Such as `"APPROVED"`, `"WAITING"`. `null` where it is not told. */
  readonly approval_status: string | null;
  readonly channel_type: string | null;
  readonly footer: string | null;
  readonly carousel_cards: readonly BookCard[] | null;
}

/** Whether a value must be given, may be, or must not be. */
export type NeededValue = "required" | "optional" | "none";

/** What a button wants. */
export interface ButtonNeeds {
  /** Its place, from 0: the key in `buttonValues`. */
  readonly index: number;
  readonly type: string;
  readonly text: string;
  readonly value: NeededValue;
}

/** What a template, or a card of one, wants of a message. */
export interface PartNeeds {
  /**
   * What `headerValues` holds: the value of the variable of a text, or the address of a file of this
   * type. `null`: nothing.
   */
  readonly header:
    | {
        readonly type: "text";
        readonly value: "required" | "optional";
        readonly example: string | null;
      }
    | {
        readonly type: "image" | "video" | "document" | (string & {});
        /** `"optional"` where the file that was approved stands in for it, as in a carousel. */
        readonly value: "required" | "optional";
        readonly example?: undefined;
      }
    | null;
  /** How many `bodyValues` there are. `null` where that is not told. */
  readonly body: number | null;
  readonly buttons: readonly ButtonNeeds[];
}

/** What a message must carry to send a template. */
export interface TemplateNeeds extends PartNeeds {
  /** What each of `carouselCards` wants. `null`: the template is no carousel. */
  readonly cards: readonly PartNeeds[] | null;
}

/** A book as data. */
export interface TemplateBookJson {
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly loadedAt: string | null;
  readonly complete: boolean;
  readonly templates: readonly BookTemplate[];
}

/** What a book is made of. */
export type TemplateSource =
  | readonly (ApprovedTemplate | BookTemplate)[]
  | ListTemplatesAnswer
  | readonly ListTemplatesAnswer[]
  | TemplateBookJson
  | string;

/** The templates of an account, as they were when it was loaded. */
export interface TemplateBook {
  readonly templates: readonly BookTemplate[];
  /** When it was loaded, where that is told. */
  readonly loadedAt: Date | null;
  /** Whether it holds all templates: then a name that it does not have is an error. */
  readonly complete: boolean;
  /** Milliseconds since it was loaded, where that is told. */
  ageMs(now?: number): number | null;
  /** The template of this name, of several an approved one. */
  find(name: string, language?: string): BookTemplate | undefined;
  /** What a message must carry to send a template. */
  needs(template: BookTemplate): TemplateNeeds;
  /**
   * What the templates of the book refuse of a message, or of a list of them. Of what `sendMessage`
   * refuses by itself it says nothing.
   */
  check(
    input: unknown,
    options?: Pick<BookOptions, "expectCategory"> & {
      readonly messages?: IssueMessages | undefined;
    },
  ): Issue[];
  /** The book as data, for a file or a store: `templateBook` reads it. */
  toJSON(): TemplateBookJson;
}

/**
 * A book of the account's templates, for whatever checks messages.
 *
 * @throws {ConfigurationError} Something in it cannot be read; the message names its place.
 */
export declare function templateBook(
  source: TemplateSource,
  options?: { readonly loadedAt?: Date | number | undefined },
): TemplateBook;

/** What to check of a message with a book, wherever messages are checked. */
export interface BookOptions {
  /**
   * The templates of the account: what they would refuse is an issue, and nothing is sent.
   *
   * @example { templates: await interakt.loadTemplates() }
   */
  readonly templates?: TemplateBook | undefined;
  /**
   * The category that each template must have, which decides what a message costs: a template that
   * Meta has moved into another one is an issue, and nothing is sent. Goes with `templates`.
   */
  readonly expectCategory?: "utility" | "marketing" | "authentication" | undefined;
}

/** Where a kept book stays between instances: a namespace of Workers KV, or anything like it. */
export interface TemplateStore {
  get(key: string): unknown;
  put(key: string, text: string): unknown;
}

/** How a book is kept fresh. */
export interface KeepOptions {
  /**
   * Loads the templates.
   *
   * @example () => interakt.loadTemplates()
   */
  readonly load: () => Promise<TemplateBook | TemplateSource> | TemplateBook | TemplateSource;
  /** Milliseconds after which the book is loaded again. */
  readonly maxAgeMs: number;
  /** Where it stays for other instances, as JSON. What fails there changes nothing. */
  readonly store?: TemplateStore | undefined;
  /**
   * Under which name it stays there.
   *
   * Default: `"interakt-wasm.templates"`.
   */
  readonly key?: string | undefined;
}

/** A book that is kept fresh. */
export interface KeptTemplateBook {
  /**
   * The book: at once, once it was loaded. An old one is given out while it is loaded anew, and while
   * that fails; it says how old it is. Rejected only where there is none yet and loading fails.
   * No call waits for another one.
   *
   * @param options `waitUntil` is told of the loading that goes on: in a Worker that of its context,
   *   which would end with the request otherwise.
   * @example const templates = await kept.get({ waitUntil: (promise) => context.waitUntil(promise) });
   */
  get(options?: {
    readonly waitUntil?: ((promise: Promise<unknown>) => void) | undefined;
  }): Promise<TemplateBook>;
  /** Loads it now, such as when a webhook tells that a template has changed. Rejected if that fails. */
  renew(): Promise<TemplateBook>;
}

/**
 * Keeps a book of the account's templates for a server or a Worker.
 *
 * @throws {ConfigurationError} An option cannot work, or is none.
 */
export declare function createTemplateBook(options: KeepOptions): KeptTemplateBook;
