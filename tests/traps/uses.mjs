/**
 * What each entry asks of its module: for each function of the module, a use of the entry that calls
 * it, and whose result tells whether it worked. Runs in every runtime that the tests run in.
 */

/**
 * @typedef {object} Use
 * @property {string} entry
 * @property {string} calls The function of the module.
 * @property {(api: any) => unknown} run Gives the same each time, or a promise of it.
 */

/** What no error may repeat. */
export const NUMBER = "9876543210";
export const WORDS = "Your tea leaves the warehouse today.";
const KEY = "bmlsZ2lyaS10ZWEtaG91c2U6";

export const TEXT = {
  countryCode: "+91",
  phoneNumber: NUMBER,
  type: "Text",
  data: { message: WORDS },
};
const BAD = { ...TEXT, phoneNumber: `${NUMBER}123` };

/** @param {string} calls @param {Use["run"]} run */
const use = (calls, run) => ({ calls, run });

/** With the functions that every result comes by. @param {string} calls @param {Use["run"]} run */
const withShared = (calls, run) => [calls, "output", "length"].map((name) => use(name, run));

const ofPhones = [
  use("phoneParse", ({ phone }) => phone.parse(NUMBER, { defaultCountry: "IN" })),
  use("phoneIs", ({ phone }) => phone.isMobile(`91${NUMBER}`)),
  use("phoneCountries", ({ phone }) => phone.countries()),
  // A text for which there never is room already.
  use("room", ({ phone }) => phone.isMobile(`91${NUMBER}`.padStart(400_000))),
];

const sms = use("smsSegments", ({ smsSegments }) => smsSegments(WORDS));

/** @param {any} api */
const clientOf = ({ Interakt }, more = {}) =>
  new Interakt({
    apiKey: KEY,
    // The tests run in pages too, with a key that is nobody's.
    dangerouslyAllowBrowser: true,
    fetch: async () => Response.json({ result: true, id: "1" }),
    ...more,
  });

/** What a call ends with. @param {Promise<unknown>} sent */
const endOf = (sent) =>
  sent.catch((error) => {
    if (error.code === "internal") throw error;
    return error.toJSON();
  });

const lost = () => Promise.reject(new TypeError("fetch failed"));
const silent = () => new Promise(() => {});

const FILE = `Mobile,Name\r\n${NUMBER},Asha\r\n12345,Mira\r\n`;
const ROWS = {
  base: { type: "Template", template: { name: "diwali_offer", languageCode: "en" } },
  columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
  defaultCountry: "IN",
};

/** @param {any} api */
async function refusedOf({ checkRows }) {
  // Not by way of a Response: in a browser its body fails with an error of its own.
  const reader = checkRows(FILE, ROWS).refusedCsv().getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += new TextDecoder().decode(value);
  }
}

/** @param {any} api */
const summaryOf = async ({ checkRows }) => {
  const { durationMs, ...summary } = await checkRows(FILE, ROWS).run();
  return summary;
};

/** @type {Record<string, Omit<Use, "entry">[]>} */
const USES = {
  core: [
    ...withShared("validate", ({ sendMessage }) => sendMessage.validate(BAD)),
    use("build", ({ sendMessage }) => sendMessage.build(TEXT, { apiKey: KEY })),
    use("parse", ({ sendMessage }) => sendMessage.parse(200, null, '{"result":true,"id":"1"}')),
    use("configure", (api) => clientOf(api).sendMessage(TEXT)),
    use("lost", (api) => endOf(clientOf(api, { fetch: lost }).sendMessage(TEXT))),
    use("retry", (api) => endOf(clientOf(api, { fetch: lost }).sendMessage(TEXT))),
    use("timedOut", (api) =>
      endOf(clientOf(api, { fetch: silent, timeoutMs: 5 }).sendMessage(TEXT)),
    ),
    use("outOfTime", (api) =>
      endOf(clientOf(api, { fetch: silent, totalTimeoutMs: 5 }).sendMessage(TEXT)),
    ),
    use("event", ({ webhooks }) => webhooks.parse(JSON.stringify({ type: NUMBER }))),
    use("redact", ({ withoutKey }) => withoutKey(`${WORDS} ${KEY}`, KEY)),
    sms,
    ...ofPhones,
  ],
  forms: [
    ...withShared("validate", ({ sendMessage }) => sendMessage.validate(BAD)),
    sms,
    ...ofPhones,
  ],
  customer: [
    ...withShared("validate", ({ trackUser }) => trackUser.validate({ phoneNumber: NUMBER })),
    ...ofPhones,
  ],
  phone: [
    ...withShared("phoneParse", ({ phone }) => phone.parse(NUMBER, { defaultCountry: "IN" })),
    ...ofPhones.slice(1),
  ],
  "phone-field": [
    ...withShared("phoneFormat", ({ phone }) => phone.format(`91${NUMBER}`, "national")),
    use("phoneType", ({ phone }) => phone.asYouType({ country: "IN" })(NUMBER)),
    use("phoneExample", ({ phone }) => phone.example("IN")),
    ...ofPhones,
  ],
  bulk: [
    ...withShared("rows", summaryOf),
    ...["table", "count", "lines", "strict"].map((name) => use(name, summaryOf)),
    use("records", refusedOf),
    // A sample that is looked at, of a file whose columns nobody has named.
    use("validate", ({ checkRows }) => checkRows(FILE, { ...ROWS, columns: undefined }).plan()),
    ...ofPhones,
  ],
};

/** @type {Use[]} */
export const uses = Object.entries(USES).flatMap(([entry, own]) =>
  own.map((each) => ({ entry, ...each })),
);
