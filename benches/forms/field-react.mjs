/** A phone field that formats and validates, with react-phone-number-input; React is there already. */
export { default, isPossiblePhoneNumber } from "react-phone-number-input";
