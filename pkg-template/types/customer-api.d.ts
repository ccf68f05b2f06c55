/** What `interakt-wasm/customer` exports. */
export * from "./bind-form.js";
export * from "./form.js";
export { recipient } from "./parts.js";
export * from "./phone-api.js";
export type {
  Recipient,
  TrackEventInput,
  TrackedEvent,
  TrackedUser,
  TrackUserInput,
} from "./types.js";
export * from "./validator.js";
export { trackEvent, trackUser } from "./validators.js";
