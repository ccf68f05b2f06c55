/** What a form says to the person at it, in English. */
import { enPhone } from "./en-phone.js";
import { either, nameIn, sizeIn } from "./words.js";

const LOCALE = "en-IN";

/** @param {number} value */
const number = (value) => value.toLocaleString(LOCALE);

/** @param {readonly (string | number)[]} values */
const oneOf = (values) => either(values, "or", "to");

/** @param {string} code */
const language = (code) => nameIn(LOCALE, "language", code);

/** @param {string | undefined} suggestion */
const perhaps = (suggestion) => (suggestion ? ` Did you mean “${suggestion}”?` : "");

/**
 * @param {readonly string[]} allowed
 * @param {string | undefined} suggestion
 */
const choose = (allowed, suggestion) =>
  `Choose ${oneOf(allowed)}.${allowed.length > 1 ? perhaps(suggestion) : ""}`;

/**
 * `1 card`, `2 cards`.
 *
 * @param {number} many
 * @param {string} noun
 */
const count = (many, noun) => `${number(many)} ${noun}${many === 1 ? "" : "s"}`;

const FILES = { image: "picture", video: "video", document: "document" };
const HEADERS = { IMAGE: FILES.image, VIDEO: FILES.video, DOCUMENT: FILES.document };

const BUTTONS = {
  reply: "answers with a text",
  openUrl: "opens a web page",
  dialerAction: "calls a number",
  showLocation: "shows a place",
  createCalendarEvent: "adds a date to the calendar",
};

const PHONE = "Enter your mobile number.";
const ONE_LINE = "Write this on one line, without long gaps.";

/** @satisfies {import("../issue.js").CompleteIssueMessages} */
export const en = {
  ...enPhone,
  "api_key.encoded_twice":
    "This key looks encoded twice. Copy it from Interakt and leave it as it is.",
  "carousel.body": "Give every card a text, or none of them.",
  "carousel.button_kinds": "All cards need the same buttons in the same order.",
  "carousel.card_index": ({ expected }) => `This card must have the number ${expected}.`,
  "carousel.category": "Cards need the category Marketing.",
  "carousel.header_format": "All cards need the same kind of header.",
  "carousel.header_or_footer": "With cards, leave out the header and the footer.",
  "cell.date_for_code":
    "This is a date. If it was a code, format the column as text and enter the code again.",
  "cell.scientific":
    "The spreadsheet has cut off digits. Format the column as text and enter the number again.",
  "cell.spreadsheet_error": "A formula failed here. Fix it in the spreadsheet.",
  "cell.zeros_dropped": "This is shorter than the others: zeros at the start may be missing.",
  "country_code.invalid": "Enter a country code such as +91.",
  "country_code.missing_plus": "Put a + before the country code.",
  "country_code.unknown": "There is no such country code. Please check it.",
  "date_time.invalid": "Enter a date and a time.",
  "date_time.not_utc": "Enter the date and the time in UTC.",
  "dlt.length": ({ limit, actual }) =>
    `A DLT number usually has ${limit} digits; this one has ${actual}. Please check it.`,
  "dlt.not_digits": "Use digits only for a DLT number.",
  "email.invalid": "Enter an e-mail address such as name@example.com.",
  "enum.unconfirmed": ({ value }) => `“${value}” may not work here.`,
  "enum.unknown": ({ allowed, suggestion }) => choose(allowed, suggestion),
  "fallback.placeholder_gap": "Number the variables {{1}}, {{2}} and so on, and leave out none.",
  "fallback.sender_id": "Enter the 6 letters or digits of your registered SMS sender.",
  "fallback.variable_count": ({ expected, actual }) =>
    `The text has ${count(expected, "variable")}, but there ${actual === 1 ? "is" : "are"} ${count(actual, "value")}.`,
  "file.empty": "This file is empty. Choose another one.",
  "file.too_large": ({ kind, limit }) =>
    `This ${FILES[kind]} is too large: at most ${sizeIn(LOCALE, limit)}.`,
  "file.unknown_kind": ({ allowed }) => `Choose a file that ends in ${oneOf(allowed)}.`,
  "filters.empty": "Choose at least one filter.",
  "filters.missing_supr_op": "Say how this filter combines with the one before.",
  "issues.not_listed": ({ found, listed }) =>
    `There are ${number(found)} mistakes; the first ${number(listed)} are shown.`,
  "json.syntax": "This could not be read. Please try again.",
  "json.too_deep": ({ limit }) => `This has too many levels: at most ${limit}.`,
  "json.too_large": ({ limit }) => `This is too large: at most ${sizeIn(LOCALE, limit)}.`,
  "json.unserializable": "This cannot be sent. Enter something else.",
  "language.invalid": ({ suggestion }) =>
    `Choose a language.${perhaps(suggestion && language(suggestion))}`,
  "language.unknown": ({ suggestion }) =>
    `WhatsApp does not list this language.${perhaps(suggestion && language(suggestion))}`,
  "list.duplicate": ({ first }) => `This is the same as number ${first + 1}. Make it different.`,
  "list.empty": "Add at least one.",
  "list.missing_section_title": "With more than one section, give each a title.",
  "list.too_long": ({ limit, actual }) => `At most ${number(limit)}: you have ${number(actual)}.`,
  "list.too_many_rows": ({ limit, actual }) =>
    `All sections together can have ${count(limit, "row")}; you have ${number(actual)}.`,
  "list.too_short": ({ limit, actual }) => `Add at least ${limit}: you have ${actual}.`,
  "media.extension": ({ extension, allowed }) =>
    `This looks like a .${extension} file. Choose ${oneOf(allowed)}.`,
  "media.missing_file_name": "Give the file a name.",
  "number.not_integer": "Enter a whole number.",
  "number.too_large": ({ limit }) => `Enter ${number(limit)} or less.`,
  "number.too_small": ({ limit }) => `Enter ${number(limit)} or more.`,
  "object.duplicate_key": "This was given more than once.",
  "object.missing_key": "This is required.",
  "object.unknown_key": "This does not belong here.",
  "order.count_mismatch": ({ expected, actual }) =>
    `Each card needs an order: there are ${count(expected, "card")}, but ${count(actual, "order")}.`,
  "order.expires_too_soon": ({ limit }) =>
    `Leave at least ${count(limit / 60, "minute")} for the payment.`,
  "order.in_pin_code": "Enter a PIN code of 6 digits.",
  "order.reference_id": "Use only letters, digits, _, - and dots.",
  "order.subtotal_mismatch": "The subtotal is not the sum of the items.",
  "order.total_mismatch":
    "The total does not add up: it is subtotal, tax and shipping, less the discount.",
  "path.dots": "Enter more than dots.",
  "phone.not_digits": "Use digits only, without spaces or symbols.",
  "phone.not_e164": "Enter + and the number with its country code, such as +919876543210.",
  "phone.zero_before_country_code":
    "Leave out the 0 at the beginning, and start with the country code.",
  "rcs.action_missing": ({ wanted }) => `Add a button that ${BUTTONS[wanted]}.`,
  "rcs.empty_action": "Choose what the button does.",
  "rcs.empty_card": "Give the card a title, a text or a picture.",
  "rcs.empty_suggestion": "Choose whether the button answers or does something.",
  "rcs.end_before_start": "The end must be after the start.",
  "rcs.many_actions": "A button does one thing only.",
  "rcs.reply_and_action": "A button either answers or does something, not both.",
  "rcs.tall_in_small_width": "Tall pictures do not fit narrow cards. Choose a wider card.",
  "recipient.both_forms": "Enter the phone number only once.",
  "recipient.missing": PHONE,
  "recipient.missing_phone": PHONE,
  "row.duplicate": ({ line }) => `This person is already in line ${line}.`,
  "row.encoding": "This line could not be read. Save the file as UTF-8.",
  "row.encoding_guessed": "Look at the letters in this row, and save the file as UTF-8.",
  "row.open_quote": 'A quotation mark (") is not closed here. Close it or take it out.',
  "row.seen": "This person is already on an earlier list.",
  "row.too_long": "This row is too long: at most 4 MB.",
  "row.too_many_cells": "This row has more cells than there are columns. Remove the extra ones.",
  "string.lone_surrogate": "A character is broken, perhaps an emoji. Please enter it again.",
  "string.too_long": ({ limit, actual }) =>
    `This is too long: at most ${count(limit, "character")}; you have ${number(actual)}.`,
  "string.too_short": ({ limit, actual }) =>
    `This is too short: at least ${count(limit, "character")}; you have ${number(actual)}.`,
  "template.button_kind": ({ button_type }) => `This button does not go with “${button_type}”.`,
  "template.button_phone": "Enter a phone number of at most 20 digits.",
  "template.button_position": "Say which button, from 0 to 9.",
  "template.button_type_missing": "Choose a kind of button: Call To Action or Quick Replies.",
  "template.button_value_missing": ({ text }) => `Enter the value for the button “${text}”.`,
  "template.button_value_surplus": "Leave this empty: the template has no button that takes it.",
  "template.card_count": ({ expected, actual }) =>
    `The template has ${count(expected, "card")}; you have ${actual}.`,
  "template.category_mismatch": ({ category }) =>
    `This will not be sent: the template counts as ${category}.`,
  "template.category_unexpected": ({ category, wanted, previous }) =>
    `This template counts as ${category}, not as ${wanted}.${previous ? ` It was ${previous} before.` : ""}`,
  "template.category_unknown": ({ allowed, suggestion }) => choose(allowed, suggestion),
  "template.code_mismatch": "Enter the same code as in the text.",
  "template.code_too_long": ({ limit, actual }) =>
    `Enter a code of at most ${count(limit, "character")}; this one has ${actual}.`,
  "template.example_count": ({ expected, actual }) =>
    `Give an example for each variable: there ${expected === 1 ? "is" : "are"} ${count(expected, "variable")}, but ${count(actual, "example")}.`,
  "template.footer_variables": "Leave out the variables: a footer has none.",
  "template.header_file_missing": "Upload the file again.",
  "template.header_handle_missing": ({ format }) => `Upload the ${HEADERS[format]} of the header.`,
  "template.header_missing": "Enter the text of the header.",
  "template.header_unused": "Leave this empty: the header is not a text.",
  "template.header_variables": "A header can have one variable, {{1}}.",
  "template.language_is_code": ({ suggestion }) =>
    `Enter the name of the language, such as English.${perhaps(suggestion)}`,
  "template.language_not_in_book": ({ languages }) =>
    `This template exists in ${oneOf(languages.map(language))}.`,
  "template.media_missing": ({ type }) => `Enter the web address of the ${FILES[type]}.`,
  "template.media_url": ({ type }) =>
    `Enter the web address of the ${FILES[type]}, which starts with https://.`,
  "template.name": "Use only lower-case letters, digits and _.",
  "template.not_in_book": ({ suggestion }) =>
    `There is no template with this name.${perhaps(suggestion)}`,
  "template.too_few_words": ({ variables, limit, actual }) =>
    `This is short for ${count(variables, "variable")}: use at least ${count(limit, "word")}; you have ${actual}.`,
  "template.too_many_buttons": ({ limit, actual }) =>
    `At most ${count(limit, "button")} of this kind; you have ${actual}.`,
  "template.unapproved": ({ status }) => `This template cannot be sent: it is ${status}.`,
  "template.url_example": "Give an example of the whole web address.",
  "template.url_variable": "A web address can have one variable, {{1}}, at its end.",
  "template.value_missing": ({ expected, actual }) =>
    `Fill this in: the template needs ${count(expected, "value")}; you have ${actual}.`,
  "template.value_surplus": ({ expected, actual }) =>
    `Leave this out: the template needs ${count(expected, "value")}; you have ${actual}.`,
  "template.value_whitespace": ONE_LINE,
  "template.variable_at_edge": "Put words before the first variable and after the last one.",
  "template.variable_gap": "Number the variables {{1}}, {{2}} and so on, and leave out none.",
  "template.variables_adjacent": "Put words between the variables.",
  "text.unfilled": ({ found }) => `Replace “${found}” with what belongs here.`,
  "trait.whitespace": ONE_LINE,
  "type.expected": ({ expected: [first] }) => {
    switch (first) {
      case "string":
        return "Enter some text.";
      case "number":
        return "Enter a number.";
      case "boolean":
        return "Choose yes or no.";
      case "Blob":
        return "Choose a file.";
      default:
        return "This does not belong here.";
    }
  },
  "type.null": "Fill this in or leave it out.",
  "url.invalid": "Enter a web address that starts with https://.",
};
