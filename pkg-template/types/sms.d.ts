/** How a text is cut into SMS, each of which is paid for. */
export interface SmsSegments {
  /** `UCS-2` as soon as one character is not in the GSM alphabet. */
  encoding: "GSM-7" | "UCS-2";
  /** The length in units of the encoding: septets (`^{}\\[]~|€` take two), or UTF-16 units. */
  units: number;
  /** How many units fit into each SMS: 160 or 153, 70 or 67. */
  unitsPerSegment: number;
  /** How many SMS the text takes. */
  segments: number;
}

/**
 * Counts the SMS of a text, such as that of a fallback.
 *
 * @example smsSegments("₹99 off").encoding // "UCS-2"
 * @throws {ConfigurationError} `text` is no string.
 */
export declare function smsSegments(text: string): SmsSegments;
