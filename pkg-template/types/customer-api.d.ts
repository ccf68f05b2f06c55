/** What `interakt-wasm/customer` exports. */
export * from "./bind-form.js";
export * from "./form.js";
export { recipient } from "./parts.js";
export * from "./phone-api.js";
export type {
  BookButton,
  BookCard,
  BookOptions,
  BookPart,
  BookTemplate,
  ButtonNeeds,
  NeededValue,
  PartNeeds,
  TemplateBook,
  TemplateBookJson,
  TemplateNeeds,
} from "./template-book.js";
export type {
  Drop_this_or_countryCode_and_phoneNumber,
  Drop_this_or_fullPhoneNumber,
  Only_string_number_boolean_or_list,
  Recipient,
  RecipientByCountryCodeAndPhoneNumber,
  RecipientByFullPhoneNumber,
  RecipientByUserId,
  TrackEventInput,
  TrackedEvent,
  TrackedUser,
  TrackUserInput,
} from "./types.js";
export * from "./validator.js";
export { trackEvent, trackUser } from "./validators.js";
