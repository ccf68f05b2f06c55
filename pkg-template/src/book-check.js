/** What a book of templates says against a message. */
import { ENDINGS, OTHERS } from "./book_catalogue.js";
import { needsOf } from "./book-template.js";
import { nearest } from "./options.js";

/**
 * @typedef {import("./book-template.js").BookTemplate} BookTemplate
 * @typedef {import("./book-template.js").PartNeeds} PartNeeds
 * @typedef {(string | number)[]} Path
 * @typedef {import("./issues.js").Param} Param
 *
 * @typedef {(code: string, path: Path, params: Record<string, Param>) => void} Tell
 *
 * @typedef {object} About What holds for all of a template.
 * @property {boolean} isCode It is for authentication.
 * @property {boolean} isFlow It opens a flow: then values of buttons may be empty.
 * @property {Tell} tell
 *
 * @typedef {object} Known What a check asks of a book.
 * @property {Map<string, BookTemplate[]>} byName
 * @property {string | undefined} expected The category, in capitals.
 */

/** Statuses of what cannot be sent. Of another one nobody knows. */
const NOT_SENT = ["WAITING", "PENDING", "REJECTED", "PAUSED", "DISABLED"];
/** Characters that a one-time code has at most. */
const MOST_OF_CODE = 15;
/** What is far longer than a name is none that is misspelt. */
const LONGEST_NAME = 128;
/** Names that are looked for among the others, in one check: that goes through all of them. */
const MOST_SUGGESTIONS = 10;

/** @param {any} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {BookTemplate} template */
export const isApproved = ({ approval_status }) => upper(approval_status) === "APPROVED";

/** @param {string | null} text Interakt has its words in capitals, mostly. */
const upper = (text) => text?.toUpperCase();

/** @param {BookTemplate} template */
export const isRcs = ({ channel_type }) => upper(channel_type) === "RCS";

/**
 * Judges what has the shape that its description wants; the rest is said already.
 *
 * @param {Known} known
 * @param {string} operation Or one of its kinds, or a part.
 * @param {any} value Plain data.
 * @param {Tell} tell
 */
export function checkValue({ byName, expected }, operation, value, tell) {
  let suggestions = 0;

  /**
   * @param {any} name
   * @param {any} language
   * @param {{ name: Path, language: Path, rcs?: boolean }} at
   * @returns {BookTemplate | undefined}
   */
  function find(name, language, at) {
    if (typeof name !== "string") return undefined;
    const all = (byName.get(name) ?? []).filter((each) => isRcs(each) === Boolean(at.rcs));
    if (all.length === 0) {
      // That the list has those for RCS is not sure.
      if (at.rcs) return undefined;
      suggestions += 1;
      const isOther = name.length <= LONGEST_NAME && !byName.has(name);
      const suggest = isOther && suggestions <= MOST_SUGGESTIONS;
      const meant = suggest ? nearest(name, [...byName.keys()]) : undefined;
      tell("template.not_in_book", at.name, meant === undefined ? {} : { suggestion: meant });
      return undefined;
    }
    if (typeof language !== "string") return undefined;
    const own = all.filter((each) => each.language === language);
    const template = own.find(isApproved) ?? own[0];
    if (!template) {
      const languages = [...new Set(all.map((each) => each.language))].sort();
      tell("template.language_not_in_book", at.language, { languages });
      return undefined;
    }
    const { approval_status: status } = template;
    if (status && NOT_SENT.includes(status.toUpperCase())) {
      tell("template.unapproved", at.name, { status });
    }
    const { category, previous_category: previous } = template;
    if (expected && category && upper(category) !== expected) {
      const params = { category, wanted: expected, ...(previous && { previous }) };
      tell("template.category_unexpected", at.name, params);
    }
    return template;
  }

  /**
   * @param {Record<string, any>} sent A template and its values.
   * @param {Path} path
   * @param {boolean} [rcs]
   */
  function checkTemplate(sent, path, rcs) {
    const at = { name: [...path, "name"], language: [...path, "languageCode"], rcs };
    const template = find(sent.name, sent.languageCode, at);
    if (!template) return undefined;
    const { cards, ...needs } = needsOf(template);
    const isCode = upper(template.category) === "AUTHENTICATION";
    const about = { isCode, isFlow: sent.is_flow_template === true, tell };
    checkPart(needs, sent, path, about);
    if (isCode) checkCode(sent, path, tell);
    const given = sent.carouselCards ?? [];
    // An empty list says that there are none; without a list nobody knows.
    if (!cards || !Array.isArray(given)) return template;
    const wanted = [...path, "carouselCards"];
    // Who sends none may leave all to what was approved.
    const isEnough = given.length === 0 ? !cards.some(wantsValue) : given.length === cards.length;
    if (!isEnough) {
      tell("template.card_count", wanted, { expected: cards.length, actual: given.length });
    }
    given.slice(0, cards.length).forEach((card, index) => {
      const own = /** @type {PartNeeds} */ (cards[index]);
      if (isObject(card)) checkPart(own, card, [...wanted, index], about);
    });
    return template;
  }

  /**
   * @param {any} message
   * @param {Path} path
   * @param {boolean} rcs
   */
  function checkMessage(message, path, rcs) {
    if (!isObject(message) || message.type !== "Template" || !isObject(message.template)) return;
    const template = checkTemplate(message.template, [...path, "template"], rcs);
    const category = template?.category;
    const guard = message.template_category;
    if (!category || typeof guard !== "string" || guard.toUpperCase() !== "UTILITY") return;
    if (upper(category) === "UTILITY") return;
    tell("template.category_mismatch", [...path, "template_category"], { category });
  }

  const [kind] = operation.split(".");
  if (kind === "createCampaign" && isObject(value)) {
    find(value.template_name, value.language_code, {
      name: ["template_name"],
      language: ["language_code"],
    });
  } else if (kind === "template" && isObject(value)) checkTemplate(value, []);
  else if (kind === "sendMessage" || kind === "sendRcs") {
    const rcs = kind === "sendRcs";
    if (!Array.isArray(value)) checkMessage(value, [], rcs);
    else for (const [index, message] of value.entries()) checkMessage(message, [index], rcs);
  }
}

/** @param {PartNeeds} needs */
const wantsValue = ({ header, body, buttons }) =>
  header?.value === "required" ||
  (body ?? 0) > 0 ||
  buttons.some(({ value }) => value === "required");

/**
 * @param {PartNeeds} needs
 * @param {Record<string, any>} sent
 * @param {Path} path
 * @param {About} about
 */
function checkPart(needs, sent, path, about) {
  const { headerValues = [], bodyValues = [], buttonValues = {} } = sent;
  const { tell } = about;
  if (Array.isArray(headerValues))
    checkHeader(needs, headerValues, [...path, "headerValues"], tell);
  if (Array.isArray(bodyValues) && needs.body !== null) {
    checkCount(needs.body, bodyValues.length, [...path, "bodyValues"], tell);
  }
  if (isObject(buttonValues)) {
    checkButtons(needs, buttonValues, [...path, "buttonValues"], about);
  }
}

/**
 * @param {number} expected
 * @param {number} actual
 * @param {Path} path Of the list.
 * @param {Tell} tell
 */
function checkCount(expected, actual, path, tell) {
  const params = { expected, actual };
  for (let at = actual; at < expected; at += 1)
    tell("template.value_missing", [...path, at], params);
  for (let at = expected; at < actual; at += 1)
    tell("template.value_surplus", [...path, at], params);
}

/**
 * @param {PartNeeds} needs
 * @param {unknown[]} values
 * @param {Path} path
 * @param {Tell} tell
 */
function checkHeader({ header }, values, path, tell) {
  const [value] = values;
  const type = header?.type ?? "text";
  const endings = Object.hasOwn(ENDINGS, type) ? ENDINGS[/** @type {"image"} */ (type)] : undefined;
  if (endings && value === undefined) {
    if (header?.value === "required") tell("template.media_missing", [...path, 0], { type });
    return;
  }
  // Of a header that nobody knows, such as a place on a map, nothing is told.
  if (!endings && header && type !== "text") return;
  const isOptional = header?.value === "optional" && values.length === 0;
  const wanted = header && !isOptional ? 1 : 0;
  checkCount(wanted, values.length, path, tell);
  if (!endings || typeof value !== "string" || value === "") return;
  if (!/^https?:\/\/[^\s/?#]/i.test(value)) {
    tell("template.media_url", [...path, 0], { type });
    return;
  }
  const extension = endingOf(value);
  const isOther = extension !== undefined && !endings.includes(extension);
  const isKnown = [...Object.values(ENDINGS), OTHERS].some((all) => all.includes(extension ?? ""));
  if (isOther && isKnown) {
    tell("media.extension", [...path, 0], { extension, allowed: [...endings] });
  }
}

/**
 * @param {string} url
 * @returns {string | undefined} In small letters.
 */
function endingOf(url) {
  const [path = ""] = url.split(/[?#]/, 1);
  // Behind the scheme and the host: those of `https://example.zip` is none.
  const name = path.split("/").slice(3).at(-1) ?? "";
  return name.includes(".") ? name.split(".").at(-1)?.toLowerCase() : undefined;
}

/**
 * @param {PartNeeds} needs
 * @param {Record<string, any>} given
 * @param {Path} path
 * @param {About} about
 */
function checkButtons({ buttons }, given, path, { isCode, isFlow, tell }) {
  for (const { index, text, value } of buttons) {
    const values = Object.hasOwn(given, index) ? given[index] : [];
    const own = [...path, String(index)];
    if (!Array.isArray(values)) continue;
    if (value === "none" && values.length > 0 && !isFlow) {
      tell("template.button_value_surplus", own, { index });
    }
    if (value !== "required") continue;
    if (values.length === 0 || (values[0] === "" && !isFlow)) {
      tell("template.button_value_missing", [...own, 0], { index, text });
    }
    if (values.length > 1) checkCount(1, values.length, own, tell);
  }
  // That the list has the buttons of one-time codes and flows, and how, is not sure.
  if (isFlow || (isCode && buttons.length === 0)) return;
  for (const [key, values] of Object.entries(given)) {
    const isAbsent = /^\d$/.test(key) && Number(key) >= buttons.length;
    if (isAbsent && Array.isArray(values) && values.length > 0) {
      tell("template.button_value_surplus", [...path, key], { index: Number(key) });
    }
  }
}

/**
 * @param {Record<string, any>} sent
 * @param {Path} path
 * @param {Tell} tell
 */
function checkCode({ bodyValues, buttonValues }, path, tell) {
  const code = Array.isArray(bodyValues) ? bodyValues[0] : undefined;
  if (typeof code !== "string") return;
  const actual = [...code].length;
  if (actual > MOST_OF_CODE) {
    tell("template.code_too_long", [...path, "bodyValues", 0], { limit: MOST_OF_CODE, actual });
  }
  const copied = isObject(buttonValues) ? buttonValues[0]?.[0] : undefined;
  if (typeof copied === "string" && copied !== "" && copied !== code) {
    tell("template.code_mismatch", [...path, "buttonValues", "0", 0], {});
  }
}
