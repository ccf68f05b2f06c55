/** The form of a checkout with what this package has for it. */
import { init, phone, trackUser } from "interakt-wasm/customer/web";

export const ready = init();

/** @param {{ name: string, phone: string, optIn: boolean }} form */
export function check({ name, phone: typed, optIn }) {
  const read = phone.parse(typed, { defaultCountry: "IN" });
  if (!read.ok) return read;
  const { countryCode, phoneNumber } = read.value;
  return trackUser.validate({ countryCode, phoneNumber, traits: { name, opted_in: optIn } });
}
