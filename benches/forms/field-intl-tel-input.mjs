/** A phone field that formats and validates, with intl-tel-input and its utilities. */
export { default } from "intl-tel-input/intlTelInputWithUtils";
