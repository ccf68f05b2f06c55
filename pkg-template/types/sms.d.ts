/** How a text is split into SMS segments, each of which is charged. */
export interface SmsSegments {
  /** `UCS-2` if any character is not in the GSM alphabet. */
  encoding: "GSM-7" | "UCS-2";
  /** The length in units of the encoding: septets (`^{}\\[]~|€` take two), or UTF-16 code units. */
  units: number;
  /** How many units fit into each SMS: 160, or 153 if there are several; for UCS-2, 70 or 67. */
  unitsPerSegment: number;
  /** How many SMS the text needs. */
  segments: number;
}

/**
 * Counts the SMS segments of a text, such as a fallback's.
 *
 * @example smsSegments("₹99 off").encoding // "UCS-2"
 * @throws {ConfigurationError} `text` is not a string.
 */
export declare function smsSegments(text: string): SmsSegments;
