import type { AnyTemplates } from "./template-values.js";
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

/**
 * The templates of an account, as they were when it was loaded. `Types` says what each takes, where
 * the compiler is to know that: see `sendTemplate`.
 */
export interface TemplateBook<Types = AnyTemplates> {
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
  /** The book as data, for a file or a store: `templateBook` reads it. */
  toJSON(): TemplateBookJson;
  /** For the compiler alone: it is never there. */
  readonly "~types"?: Types | undefined;
}

/**
 * A book of the account's templates, for whatever checks messages.
 *
 * @throws {ConfigurationError} Something in it cannot be read; the message names its place.
 */
export declare function templateBook<Types = AnyTemplates>(
  source: TemplateSource,
  options?: { readonly loadedAt?: Date | number | undefined },
): TemplateBook<Types>;
