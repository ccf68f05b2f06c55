/** What `interakt-wasm/customer` exports. */
import type { Recipient } from "./types.js";
import type { Validator } from "./validator.js";

export * from "./phone-api.js";
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

/**
 * Who a request is about: a phone number in one of two forms, or a user id. The keys that every
 * input of a customer or of a message has for that, and no others.
 *
 * @example recipient.validate({ countryCode: "+91", phoneNumber: "9876543210" }).ok // true
 */
export declare const recipient: Validator<"recipient", Recipient>;
