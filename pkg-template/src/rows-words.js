/**
 * What the header of a column says: English, Hindi and Hindi in Latin letters, as people write them
 * above lists of customers.
 */

/** @typedef {"phone" | "country" | "name" | "email" | "consent" | "tags" | "id" | "message"} Meaning */

/** Words that say it, each with how surely. @type {Record<Meaning, Record<string, number>>} */
const WORDS = {
  phone: {
    ...all(5, "whatsapp व्हाट्सएप व्हाट्सऐप वाट्सएप"),
    ...all(4, "mobile mob mobail cell cellphone msisdn phone phonenumber mobilenumber"),
    ...all(4, "मोबाइल मोबाईल फोन दूरभाष"),
    ...all(3, "wa ph fon tel telephone telefon doorbhash contact sampark संपर्क सम्पर्क"),
    ...all(1, "number num no nos nambar nr नंबर नम्बर संख्या"),
  },
  country: all(4, "country countrycode isd desh देश nation dialcode"),
  name: {
    ...all(3, "name naam nam नाम fullname firstname customername person"),
    ...all(2, "customer client grahak ग्राहक guest member student patient recipient"),
    ...all(1, "full first shubh शुभ पूरा"),
  },
  email: all(4, "email mail e-mail ईमेल emailid"),
  consent: {
    ...all(4, "optin optedin consent subscribed sahmati सहमति whatsappoptin whatsappoptedin"),
    ...all(2, "opt opted"),
  },
  tags: all(4, "tag tags label labels टैग"),
  id: all(4, "userid customerid uid"),
  message: all(4, "message msg text sms sandesh संदेश सन्देश"),
};

/** What says it of another thing: the price of an order, the number of a bill, somebody else's phone. */
const OTHERS = new Set(
  (
    "order bill invoice ref reference amount price total date time txn transaction account serial sr sl " +
    "file product item template company shop event campaign city bank last sur father mother spouse " +
    "alternate alt alternative secondary emergency landline office home fax other count quantity qty " +
    "pin zip gst pan plan vehicle flat house room seat table ticket booking age id type status " +
    "opt opted optin consent क्रम क्रमांक बिल आर्डर ऑर्डर राशि तारीख दिनांक पिन पिता माता"
  ).split(" "),
);

/** Whose phone it is, where it is not the customer's. */
const SOMEBODY_ELSE = new Set(
  (
    "agent driver staff owner manager guardian referred referrer salesperson executive emergency " +
    "alternate alternative alt"
  ).split(" "),
);

/** @param {string} header @returns Whether it says that what is below is of somebody else. */
export function isOfAnother(header) {
  const words = wordsOf(header);
  return words.some((word, at) =>
    [word, word + words[at + 1]].some((one) => SOMEBODY_ELSE.has(one)),
  );
}

/**
 * @param {number} weight
 * @param {string} words
 * @returns {Record<string, number>}
 */
function all(weight, words) {
  return Object.fromEntries(words.split(" ").map((word) => [word, weight]));
}

/**
 * @param {string} header
 * @returns {string[]} Its words, as they are looked up: without dots, marks and capitals.
 */
export function wordsOf(header) {
  return (
    header
      .normalize("NFKC")
      // fullName and PhoneNo are two words each.
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .toLowerCase()
      // Written with the dot below or without it.
      .replace(/\u093c/g, "")
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter(Boolean)
  );
}

/**
 * How surely a header means something: 0 for not at all.
 *
 * @param {string} header
 * @param {Meaning} meaning
 */
export function sureness(header, meaning) {
  const words = wordsOf(header);
  const known = WORDS[meaning];
  const of = (/** @type {string} */ word) => (Object.hasOwn(known, word) ? (known[word] ?? 0) : 0);
  // Written apart: opt in, whats app, user id.
  const pairs = words.map((word, at) => word + (words[at + 1] ?? ""));
  const single = Math.max(0, ...words.map(of));
  const best = Math.max(single, ...pairs.map(of));
  if (best === 0) return 0;
  const rest = words.filter((word, at) => of(word) + of(pairs[at] ?? "") === 0);
  const strange = rest.filter((word) => OTHERS.has(word) && best === single).length;
  // One more word says a little less: `Mobile` before `Mobile of the driver`.
  return Math.max(0, best - strange * 3 - rest.length / 10);
}

/**
 * @param {string} header
 * @returns {Meaning | undefined} What it means, if it is plain.
 */
export function fieldOf(header) {
  const meanings = /** @type {Meaning[]} */ (Object.keys(WORDS));
  return meanings.find((meaning) => sureness(header, meaning) >= 2);
}

/**
 * Whether a cell could be a phone number, as people and spreadsheets write them: in digits of any
 * script, with marks of direction that cannot be seen.
 *
 * @param {string} cell
 */
export function looksLikePhone(cell) {
  if (/^\s*\d([.,]\d+)?E\+?\d{1,2}\s*$/i.test(cell)) return true;
  const digits = cell.normalize("NFKC").replace(/[\s\p{Cf}\p{Pd}().+'’/]/gu, "");
  return /^\p{Nd}{7,15}$/u.test(digits) && !/^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s*$/.test(cell);
}

/** Dates and years, which headers have too: `Sales 2024-2025`. */
const DATES = /\b(?:(?:\d{1,2}[-/.]){2}\d{2,4}|(?:19|20)\d\d(?:[-/.]\d\d){0,2})\b/g;

/**
 * Whether a phone number is somewhere in a text, alone or among others: `wa.me/919876543210`.
 *
 * @param {string} text
 */
export const hasPhone = (text) =>
  looksLikePhone(text) || /(?:\p{Nd}\P{Nd}*){7}/u.test(text.normalize("NFKC").replace(DATES, ""));
