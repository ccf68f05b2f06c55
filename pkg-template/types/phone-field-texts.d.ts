/** The phone field's own texts, by code. */
export interface PhoneFieldTexts {
  /** The label of the country button and list. @example "Country" */
  readonly "field.country": string;
  /** The name of a calling code that belongs to no country, such as +870. @example "International" */
  readonly "field.international": string;
  /** The label of the number, if the field has none. @example "Phone number" */
  readonly "field.label": string;
  /** Shown if the country search finds nothing. @example "No such country" */
  readonly "field.none": string;
  /** Shown if the field is required and empty. @example "Enter your phone number." */
  readonly "field.required": string;
  /** The label of the country search. @example "Name or code of a country" */
  readonly "field.search": string;
}
