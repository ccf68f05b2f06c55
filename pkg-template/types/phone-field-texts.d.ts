/** What the field itself says, by codes. */
export interface PhoneFieldTexts {
  /** What the country's button and list are called. @example "Country" */
  readonly "field.country": string;
  /** The place of a calling code that belongs to no country, as +870. @example "International" */
  readonly "field.international": string;
  /** What the number is called where the field has no label. @example "Phone number" */
  readonly "field.label": string;
  /** Nothing was found. @example "No such country." */
  readonly "field.none": string;
  /** The field is required and empty. @example "Enter your phone number." */
  readonly "field.required": string;
  /** What can be searched for. @example "Name or code of a country" */
  readonly "field.search": string;
}
