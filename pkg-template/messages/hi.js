/** What a form says to the person at it, in Hindi. */
import { hiPhone } from "./hi-phone.js";
import { either, nameIn, sizeIn } from "./words.js";

const LOCALE = "hi-IN";

/** @param {number} value */
const number = (value) => value.toLocaleString(LOCALE);

/** @param {readonly (string | number)[]} values */
const oneOf = (values) => either(values, "या", "से");

/** @param {number} many */
const are = (many) => (many === 1 ? "है" : "हैं");

/** @param {string} code */
const language = (code) => nameIn(LOCALE, "language", code);

/** @param {string | undefined} suggestion */
const perhaps = (suggestion) => (suggestion ? ` क्या आपका मतलब “${suggestion}” था?` : "");

/**
 * @param {readonly string[]} allowed
 * @param {string | undefined} suggestion
 */
const choose = (allowed, suggestion) =>
  allowed.length > 1 ? `${oneOf(allowed)} में से एक चुनें।${perhaps(suggestion)}` : `${allowed[0]} चुनें।`;

const FILES = { image: "तस्वीर", video: "वीडियो", document: "दस्तावेज़" };
const OF_SIZE = {
  image: `की ${FILES.image}`,
  video: `का ${FILES.video}`,
  document: `का ${FILES.document}`,
};
const HEADERS = { IMAGE: FILES.image, VIDEO: FILES.video, DOCUMENT: FILES.document };

const BUTTONS = {
  reply: "जवाब देने का",
  openUrl: "वेब पेज खोलने का",
  dialerAction: "कॉल करने का",
  showLocation: "जगह दिखाने का",
  createCalendarEvent: "कैलेंडर में तारीख़ जोड़ने का",
};

const PHONE = "अपना मोबाइल नंबर लिखें।";
const ONE_LINE = "इसे एक ही पंक्ति में, बिना लंबी ख़ाली जगह के लिखें।";
const GAP = "वेरिएबल {{1}}, {{2}} क्रम से लिखें, बीच में कोई न छोड़ें।";

/** @satisfies {import("../issue.js").CompleteIssueMessages} */
export const hi = {
  ...hiPhone,
  "api_key.encoded_twice":
    "यह API key दो बार एन्कोड की हुई लगती है। इसे Interakt से कॉपी करके वैसे ही डालें।",
  "carousel.body": "या तो हर कार्ड में टेक्स्ट लिखें या किसी में नहीं।",
  "carousel.button_kinds": "सभी कार्ड में एक जैसे बटन एक ही क्रम में रखें।",
  "carousel.card_index": ({ expected }) => `इस कार्ड का नंबर ${expected} होना चाहिए।`,
  "carousel.category": "कार्ड के लिए Marketing श्रेणी चुनें।",
  "carousel.header_format": "सभी कार्ड में एक ही तरह का हेडर रखें।",
  "carousel.header_or_footer": "कार्ड के साथ हेडर और फ़ुटर न रखें।",
  "cell.date_for_code": "यहाँ तारीख़ है। अगर यह कोड था, तो कॉलम को टेक्स्ट बनाकर कोड फिर से लिखें।",
  "cell.scientific": "स्प्रेडशीट ने अंक काट दिए हैं। कॉलम को टेक्स्ट बनाकर नंबर फिर से लिखें।",
  "cell.spreadsheet_error": "यहाँ फ़ॉर्मूला काम नहीं कर रहा। उसे स्प्रेडशीट में ठीक करें।",
  "cell.zeros_dropped": "यह बाक़ी से छोटा है: शायद शुरू के शून्य हट गए हैं।",
  "country_code.invalid": "देश का कोड +91 की तरह लिखें।",
  "country_code.missing_plus": "देश के कोड से पहले + लगाएँ।",
  "country_code.unknown": "ऐसा कोई देश कोड नहीं है। कृपया जाँच लें।",
  "date_time.invalid": "तारीख़ और समय लिखें।",
  "date_time.not_utc": "तारीख़ और समय UTC में लिखें।",
  "dlt.length": ({ limit, actual }) =>
    `DLT नंबर में आम तौर पर ${limit} अंक होते हैं, इसमें ${actual} ${are(actual)}। कृपया जाँच लें।`,
  "dlt.not_digits": "DLT नंबर में सिर्फ़ अंक होते हैं।",
  "email.invalid": "name@example.com जैसा ईमेल पता लिखें।",
  "enum.unconfirmed": ({ value }) => `हो सकता है कि “${value}” यहाँ काम न करे।`,
  "enum.unknown": ({ allowed, suggestion }) => choose(allowed, suggestion),
  "fallback.placeholder_gap": GAP,
  "fallback.sender_id": "अपने पंजीकृत SMS सेंडर के 6 अक्षर या अंक लिखें।",
  "fallback.variable_count": ({ expected, actual }) =>
    `टेक्स्ट में ${expected} वेरिएबल ${are(expected)}, पर मान ${actual} ${are(actual)}।`,
  "file.empty": "यह फ़ाइल ख़ाली है। दूसरी फ़ाइल चुनें।",
  "file.too_large": ({ kind, limit }) =>
    `फ़ाइल बहुत बड़ी है। ${sizeIn(LOCALE, limit)} तक ${OF_SIZE[kind]} चुनें।`,
  "file.unknown_kind": ({ allowed }) => `${oneOf(allowed)} फ़ाइल चुनें।`,
  "filters.empty": "कम से कम एक फ़िल्टर चुनें।",
  "filters.missing_supr_op": "बताएँ कि यह फ़िल्टर पिछले से कैसे जुड़ता है।",
  "issues.not_listed": ({ found, listed }) =>
    `${number(found)} ग़लतियाँ मिलीं, पहली ${number(listed)} दिखाई गई हैं।`,
  "json.syntax": "इसे पढ़ा नहीं जा सका। कृपया फिर से कोशिश करें।",
  "json.too_deep": ({ limit }) => `इसमें बहुत ज़्यादा स्तर हैं: ${limit} तक हो सकते हैं।`,
  "json.too_large": ({ limit }) => `यह बहुत बड़ा है: ${sizeIn(LOCALE, limit)} तक हो सकता है।`,
  "json.unserializable": "इसे भेजा नहीं जा सकता। कुछ और लिखें।",
  "language.invalid": ({ suggestion }) => `भाषा चुनें।${perhaps(suggestion && language(suggestion))}`,
  "language.unknown": ({ suggestion }) =>
    `WhatsApp में यह भाषा नहीं है।${perhaps(suggestion && language(suggestion))}`,
  "list.duplicate": ({ first }) => `यह नंबर ${first + 1} जैसा ही है। इसे अलग रखें।`,
  "list.empty": "कम से कम एक जोड़ें।",
  "list.missing_section_title": "एक से ज़्यादा भाग हों तो हर एक को शीर्षक दें।",
  "list.too_long": ({ limit, actual }) =>
    `ज़्यादा से ज़्यादा ${number(limit)} रखें, अभी ${number(actual)} ${are(actual)}।`,
  "list.too_many_rows": ({ limit, actual }) =>
    `सभी भाग मिलाकर ज़्यादा से ज़्यादा ${limit} पंक्तियाँ रखें, अभी ${number(actual)} ${are(actual)}।`,
  "list.too_short": ({ limit, actual }) => `कम से कम ${limit} जोड़ें, अभी ${actual} ${are(actual)}।`,
  "media.extension": ({ extension, allowed }) =>
    `यह ${extension} फ़ाइल लगती है। ${oneOf(allowed)} चुनें।`,
  "media.missing_file_name": "फ़ाइल को नाम दें।",
  "number.not_integer": "पूरी संख्या लिखें।",
  "number.too_large": ({ limit }) => `${number(limit)} या उससे कम लिखें।`,
  "number.too_small": ({ limit }) => `${number(limit)} या उससे ज़्यादा लिखें।`,
  "object.duplicate_key": "यह दो बार दिया गया है।",
  "object.missing_key": "यह ज़रूरी है।",
  "object.unknown_key": "यह यहाँ नहीं आता।",
  "order.count_mismatch": ({ expected, actual }) =>
    `हर कार्ड का अपना ऑर्डर होना चाहिए: ${expected} कार्ड ${are(expected)}, पर ${actual} ऑर्डर।`,
  "order.expires_too_soon": ({ limit }) => `भुगतान के लिए कम से कम ${limit / 60} मिनट दें।`,
  "order.in_pin_code": "6 अंकों का पिन कोड लिखें।",
  "order.reference_id": "सिर्फ़ अंग्रेज़ी अक्षर, अंक और _ - . लिखें।",
  "order.subtotal_mismatch": "उप-योग सभी चीज़ों के जोड़ के बराबर नहीं है।",
  "order.total_mismatch": "कुल राशि सही नहीं है: उप-योग, कर और डिलीवरी जोड़कर छूट घटाएँ।",
  "path.dots": "सिर्फ़ बिंदु नहीं, कुछ और भी लिखें।",
  "phone.not_digits": "सिर्फ़ अंक लिखें, बिना ख़ाली जगह और चिह्नों के।",
  "phone.not_e164": "+ और देश के कोड के साथ नंबर लिखें, +919876543210 की तरह।",
  "phone.zero_before_country_code": "शुरू का 0 हटा दें और देश के कोड से शुरू करें।",
  "rcs.action_missing": ({ wanted }) => `${BUTTONS[wanted]} बटन जोड़ें।`,
  "rcs.empty_action": "चुनें कि बटन क्या करेगा।",
  "rcs.empty_card": "कार्ड में शीर्षक, टेक्स्ट या तस्वीर डालें।",
  "rcs.empty_suggestion": "चुनें कि बटन जवाब देगा या कुछ करेगा।",
  "rcs.end_before_start": "समाप्ति का समय शुरुआत के बाद का होना चाहिए।",
  "rcs.many_actions": "एक बटन एक ही काम कर सकता है।",
  "rcs.reply_and_action": "बटन या तो जवाब देगा या कुछ करेगा, दोनों नहीं।",
  "rcs.tall_in_small_width": "ऊँची तस्वीर पतले कार्ड में नहीं आती। चौड़ा कार्ड चुनें।",
  "recipient.both_forms": "फ़ोन नंबर एक ही बार लिखें।",
  "recipient.missing": PHONE,
  "recipient.missing_phone": PHONE,
  "row.duplicate": ({ line }) => `यह व्यक्ति लाइन ${line} में पहले से है।`,
  "row.encoding": "यह लाइन पढ़ी नहीं जा सकी। फ़ाइल को UTF-8 में सेव करें।",
  "row.encoding_guessed": "इस पंक्ति के अक्षर जाँच लें और फ़ाइल को UTF-8 में सेव करें।",
  "row.open_quote": 'उद्धरण चिह्न (") बंद नहीं है। उसे बंद करें या हटा दें।',
  "row.seen": "यह व्यक्ति पहले की सूची में है।",
  "row.too_long": "यह पंक्ति बहुत लंबी है: 4 MB तक हो सकती है।",
  "row.too_many_cells": "इस पंक्ति में कॉलमों से ज़्यादा ख़ाने हैं। जो ज़्यादा हैं उन्हें हटा दें।",
  "string.lone_surrogate": "कोई अक्षर या इमोजी टूट गया है। कृपया फिर से लिखें।",
  "string.too_long": ({ limit, actual }) =>
    `यह बहुत लंबा है: ज़्यादा से ज़्यादा ${number(limit)} अक्षर, अभी ${number(actual)} ${are(actual)}।`,
  "string.too_short": ({ limit, actual }) =>
    `यह बहुत छोटा है: कम से कम ${number(limit)} अक्षर, अभी ${number(actual)} ${are(actual)}।`,
  "template.button_kind": ({ button_type }) => `यह बटन “${button_type}” के साथ नहीं आता।`,
  "template.button_phone": "ज़्यादा से ज़्यादा 20 अंकों का फ़ोन नंबर लिखें।",
  "template.button_position": "बटन का क्रम 0 से 9 में लिखें।",
  "template.button_type_missing": "बटन का प्रकार Call To Action या Quick Replies में से चुनें।",
  "template.button_value_missing": ({ text }) => `“${text}” बटन का मान लिखें।`,
  "template.button_value_surplus": "इसे ख़ाली छोड़ दें: टेम्पलेट में ऐसा कोई बटन नहीं है।",
  "template.card_count": ({ expected, actual }) =>
    `टेम्पलेट में ${expected} कार्ड ${are(expected)}, अभी ${actual} ${are(actual)}।`,
  "template.category_mismatch": ({ category }) => `यह नहीं भेजा जाएगा: टेम्पलेट की श्रेणी ${category} है।`,
  "template.category_unexpected": ({ category, wanted, previous }) =>
    `टेम्पलेट की श्रेणी ${category} है, ${wanted} नहीं।${previous ? ` पहले ${previous} थी।` : ""}`,
  "template.category_unknown": ({ allowed, suggestion }) => choose(allowed, suggestion),
  "template.code_mismatch": "वही कोड लिखें जो टेक्स्ट में है।",
  "template.code_too_long": ({ limit, actual }) =>
    `ज़्यादा से ज़्यादा ${limit} अक्षरों का कोड लिखें, अभी ${actual} ${are(actual)}।`,
  "template.example_count": ({ expected, actual }) =>
    `हर वेरिएबल का एक उदाहरण दें: ${expected} वेरिएबल ${are(expected)}, पर ${actual} उदाहरण।`,
  "template.footer_variables": "फ़ुटर में वेरिएबल न लिखें।",
  "template.header_file_missing": "फ़ाइल फिर से अपलोड करें।",
  "template.header_handle_missing": ({ format }) => `हेडर के लिए ${HEADERS[format]} अपलोड करें।`,
  "template.header_missing": "हेडर का टेक्स्ट लिखें।",
  "template.header_unused": "इसे ख़ाली छोड़ दें: हेडर टेक्स्ट नहीं है।",
  "template.header_variables": "हेडर में सिर्फ़ एक वेरिएबल {{1}} हो सकता है।",
  "template.language_is_code": ({ suggestion }) =>
    `भाषा का नाम English की तरह अंग्रेज़ी में लिखें।${perhaps(suggestion)}`,
  "template.language_not_in_book": ({ languages }) =>
    `यह टेम्पलेट ${oneOf(languages.map(language))} में है।`,
  "template.media_missing": ({ type }) => `${FILES[type]} का वेब पता लिखें।`,
  "template.media_url": ({ type }) => `${FILES[type]} का https:// से शुरू होने वाला वेब पता लिखें।`,
  "template.name": "सिर्फ़ अंग्रेज़ी के छोटे अक्षर, अंक और _ लिखें।",
  "template.not_in_book": ({ suggestion }) => `इस नाम का कोई टेम्पलेट नहीं है।${perhaps(suggestion)}`,
  "template.too_few_words": ({ variables, limit, actual }) =>
    `${variables} वेरिएबल के लिए टेक्स्ट कम है: कम से कम ${limit} शब्द लिखें, अभी ${actual} ${are(actual)}।`,
  "template.too_many_buttons": ({ limit, actual }) =>
    `इस तरह के ज़्यादा से ज़्यादा ${limit} बटन रखें, अभी ${actual} ${are(actual)}।`,
  "template.unapproved": ({ status }) => `यह टेम्पलेट नहीं भेजा जा सकता: स्थिति ${status} है।`,
  "template.url_example": "पूरे वेब पते का उदाहरण दें।",
  "template.url_variable": "वेब पते में सिर्फ़ एक वेरिएबल {{1}} हो सकता है, वह भी आख़िर में।",
  "template.value_missing": ({ expected, actual }) =>
    `इसे भरें: टेम्पलेट में ${expected} मान चाहिए, अभी ${actual} ${are(actual)}।`,
  "template.value_surplus": ({ expected, actual }) =>
    `इसे छोड़ दें: टेम्पलेट में ${expected} मान चाहिए, अभी ${actual} ${are(actual)}।`,
  "template.value_whitespace": ONE_LINE,
  "template.variable_at_edge": "पहले वेरिएबल से पहले और आख़िरी के बाद कुछ शब्द लिखें।",
  "template.variable_gap": GAP,
  "template.variables_adjacent": "वेरिएबल के बीच कुछ शब्द लिखें।",
  "text.unfilled": ({ found }) => `“${found}” की जगह सही जानकारी लिखें।`,
  "trait.whitespace": ONE_LINE,
  "type.expected": ({ expected: [first] }) => {
    switch (first) {
      case "string":
        return "टेक्स्ट लिखें।";
      case "number":
        return "संख्या लिखें।";
      case "boolean":
        return "हाँ या नहीं चुनें।";
      case "Blob":
        return "फ़ाइल चुनें।";
      default:
        return "यह यहाँ नहीं आता।";
    }
  },
  "type.null": "इसे भरें या छोड़ दें।",
  "url.invalid": "https:// से शुरू होने वाला वेब पता लिखें।",
};
