import type { Issue, IssueMessages } from "./issue.js";
import type { AnyTemplates } from "./template-values.js";
import type { ApprovedTemplate, ListTemplatesAnswer } from "./types.js";

/** A button of a template in a book. */
export interface BookButton {
  /** The kind of button, such as `"URL"`, `"QUICK_REPLY"`, `"PHONE_NUMBER"`, `"COPY_CODE"`. */
  readonly type: string;
  /** The button's label. */
  readonly text: string;
  /** The page that a `"URL"` button opens, with `{{1}}` for a variable. */
  readonly url: string | null;
  /** The number that a `"PHONE_NUMBER"` button calls. */
  readonly phone_number: string | null;
}

/** What templates and their cards have in common. */
export interface BookPart {
  /** The kind of header, such as `"TEXT"` or `"IMAGE"`; `null` if there is none. */
  readonly header_format: string | null;
  /** The text of a `"TEXT"` header, with its variable: `Order {{1}}`. */
  readonly header: string | null;
  /** An example for the variable in `header`. */
  readonly header_text: readonly string[] | null;
  /** The file that the template was approved with. */
  readonly header_handle_file_url: string | null;
  /** The text, with its variables: `Hi {{1}}`. `null` if Interakt does not reveal it. */
  readonly body: string | null;
  /** Examples for the variables in `body`. */
  readonly body_text: readonly string[] | null;
  /** The buttons, in order. */
  readonly buttons: readonly BookButton[];
}

/** A card of a carousel in a book. */
export interface BookCard extends BookPart {
  /** The card's position, from 0. */
  readonly card_index: number;
}

/** A template in a book: with Interakt's own field names, and JSON inside strings decoded. */
export interface BookTemplate extends BookPart {
  /** The code name, as messages use it. */
  readonly name: string;
  /** The language code, as messages use it. */
  readonly language: string;
  /** The name shown in Interakt's dashboard. */
  readonly display_name: string | null;
  /** The category, such as `"UTILITY"` or `"MARKETING"`. `null` if Interakt does not say. */
  readonly category: string | null;
  /** The category before Meta changed it; `null` if it did not. */
  readonly previous_category: string | null;
  /** The approval, such as `"APPROVED"` or `"WAITING"`. `null` if Interakt does not say. */
  readonly approval_status: string | null;
  /** The channel, such as `"Whatsapp"` or `"RCS"`. `null` if Interakt does not say. */
  readonly channel_type: string | null;
  /** The small line below the text. */
  readonly footer: string | null;
  /** The cards of a carousel; `null` if the template is not one. */
  readonly carousel_cards: readonly BookCard[] | null;
}

/** Whether a value must be given, may be given, or must not be. */
export type NeededValue = "required" | "optional" | "none";

/** What a button needs from a message. */
export interface ButtonNeeds {
  /** The button's position, from 0: the key in `buttonValues`. */
  readonly index: number;
  /** The kind of button, such as `"URL"` or `"COPY_CODE"`. */
  readonly type: string;
  /** The button's label. */
  readonly text: string;
  /** Whether `buttonValues` has a value for it. */
  readonly value: NeededValue;
}

/** What a template, or one of its cards, needs from a message. */
export interface PartNeeds {
  /** What `headerValues` contains; `null` if nothing. */
  readonly header:
    | {
        /** The value of the variable in a text. */
        readonly type: "text";
        /** Whether the message must give it. */
        readonly value: "required" | "optional";
        /** An example of the value; `null` if there is none. */
        readonly example: string | null;
      }
    | {
        /** The URL of a file of this type. */
        readonly type: "image" | "video" | "document" | (string & {});
        /** `"optional"` if the approved file is used when it is left out, as in a carousel. */
        readonly value: "required" | "optional";
        readonly example?: undefined;
      }
    | null;
  /** How many `bodyValues` the message must have. `null` if Interakt does not reveal the body. */
  readonly body: number | null;
  /** What each button needs. */
  readonly buttons: readonly ButtonNeeds[];
}

/** What a template needs from a message. */
export interface TemplateNeeds extends PartNeeds {
  /** What each of `carouselCards` needs; `null` if the template is not a carousel. */
  readonly cards: readonly PartNeeds[] | null;
}

/** A book as data, from its `toJSON()`. */
export interface TemplateBookJson {
  /** The version of this format. */
  readonly version: 1;
  /** When it was loaded: ISO 8601, UTC. `null` if not known. */
  readonly loadedAt: string | null;
  /** Whether it has all templates of the account. */
  readonly complete: boolean;
  /** The templates. */
  readonly templates: readonly BookTemplate[];
}

/** What a book can be made of: templates, answers of `listTemplates`, or a book as data or JSON text. */
export type TemplateSource =
  | readonly (ApprovedTemplate | BookTemplate)[]
  | ListTemplatesAnswer
  | readonly ListTemplatesAnswer[]
  | TemplateBookJson
  | string;

/**
 * A book: the templates of an account at the time it was loaded. `Types` describes the values of each
 * template, if the compiler should check them: see `sendTemplate`.
 */
export interface TemplateBook<Types = AnyTemplates> {
  /** The templates, one entry per name and language. */
  readonly templates: readonly BookTemplate[];
  /** When it was loaded; `null` if not known. */
  readonly loadedAt: Date | null;
  /** Whether it has all templates of the account: then a name it does not have is an error. */
  readonly complete: boolean;
  /** Milliseconds since it was loaded; `null` if not known. */
  ageMs(now?: number): number | null;
  /**
   * The template with this name, and in this language if given. Prefers an approved one.
   *
   * @example book.find("order_shipped", "en")?.category // "UTILITY"
   */
  find(name: string, language?: string): BookTemplate | undefined;
  /**
   * What a message must have to send a template.
   *
   * @example book.needs(template).body // 2: `bodyValues` must have two values
   */
  needs(template: BookTemplate): TemplateNeeds;
  /**
   * What the book's templates would refuse about a message, or a list of messages. Does not repeat what
   * `sendMessage.validate` checks without a book.
   */
  check(
    input: unknown,
    options?: Pick<BookOptions, "expectCategory"> & {
      /** Messages by code, in place of the sentences for developers. */
      readonly messages?: IssueMessages | undefined;
    },
  ): Issue[];
  /** The book as data, to keep in a file or a store: `templateBook` reads it. */
  toJSON(): TemplateBookJson;
  /** For the compiler only; never present. */
  readonly "~types"?: Types | undefined;
}

/**
 * Makes a book of an account's templates, to check messages against.
 *
 * @example const book = templateBook(await interakt.listTemplates({}));
 * @throws {ConfigurationError} Something in the source is invalid; the message says where.
 */
export declare function templateBook<Types = AnyTemplates>(
  source: TemplateSource,
  options?: {
    /** When the templates were loaded. Default: what the source says. */
    readonly loadedAt?: Date | number | undefined;
  },
): TemplateBook<Types>;

/** What to check a message against, wherever messages are checked. */
export interface BookOptions {
  /**
   * The account's templates: whatever they would refuse is an error, and nothing is sent.
   *
   * @example { templates: await interakt.loadTemplates() }
   */
  readonly templates?: TemplateBook | undefined;
  /**
   * The category that every template must have, since it decides what a message costs: if Meta has moved
   * a template to another one, that is an error, and nothing is sent. Requires `templates`.
   *
   * @example "utility"
   */
  readonly expectCategory?: "utility" | "marketing" | "authentication" | undefined;
}

/** Where a kept book is stored for other instances: a Workers KV namespace, or anything like it. */
export interface TemplateStore {
  /** Returns, or resolves to, the text stored under a key; `null` or `undefined` if there is none. */
  get(key: string): unknown;
  /** Stores a text under a key. */
  put(key: string, text: string): unknown;
}

/** Options for `createTemplateBook`: how a book is kept fresh. */
export interface KeepOptions<Types = AnyTemplates> {
  /**
   * Loads the templates.
   *
   * @example () => interakt.loadTemplates()
   */
  readonly load: () =>
    | Promise<TemplateBook<Types> | TemplateSource>
    | TemplateBook<Types>
    | TemplateSource;
  /** Milliseconds after which the book is loaded again. @example 3_600_000 */
  readonly maxAgeMs: number;
  /** Where to store it for other instances, as JSON. Failures there, and answers after two seconds, have no effect. */
  readonly store?: TemplateStore | undefined;
  /**
   * The key it is stored under.
   *
   * Default: `"interakt-wasm.templates"`.
   */
  readonly key?: string | undefined;
}

/** A template book that is kept fresh. */
export interface KeptTemplateBook<Types = AnyTemplates> {
  /**
   * The book, without waiting once it has been loaded. An outdated book is returned while it is reloaded,
   * and while reloading fails; its `ageMs()` says how old it is. Rejects only if there is no book yet and
   * loading fails. Concurrent calls do not wait for each other.
   *
   * @example const templates = await kept.get({ waitUntil: (promise) => context.waitUntil(promise) });
   */
  get(options?: {
    /** Called with the reload in progress: in a Worker, pass its context's, or it ends with the request. */
    readonly waitUntil?: ((promise: Promise<unknown>) => void) | undefined;
  }): Promise<TemplateBook<Types>>;
  /** Loads it now, such as when a webhook says that a template has changed. Rejects if that fails. */
  renew(): Promise<TemplateBook<Types>>;
}

/**
 * Keeps a fresh book of the account's templates, for a server or a Worker.
 *
 * @example
 * const kept = createTemplateBook({ load: () => interakt.loadTemplates(), maxAgeMs: 3_600_000 });
 * await interakt.sendMessage(message, { templates: await kept.get() });
 * @throws {ConfigurationError} An option is invalid or unknown.
 */
export declare function createTemplateBook<Types = AnyTemplates>(
  options: KeepOptions<Types>,
): KeptTemplateBook<Types>;
