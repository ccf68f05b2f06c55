/** Phone numbers: what people type is read, and forms learn which countries there are. */
import { assert } from "chai";
import { assertHolds } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */

/**
 * What is typed where, and what is read. The host's table has many more.
 * @type {[text: string, defaultCountry: string | undefined, fullPhoneNumber: string, notes: string[]][]}
 */
const READ = [
  ["+919876543210", undefined, "919876543210", []],
  ["+91 98765-43210", "US", "919876543210", ["dropped_characters"]],
  [
    "0091 98765 43210",
    undefined,
    "919876543210",
    ["dropped_characters", "read_international_prefix"],
  ],
  [
    "098765 43210",
    "IN",
    "919876543210",
    ["dropped_characters", "assumed_country", "dropped_trunk_prefix"],
  ],
  ["919876543210", "+91", "919876543210", ["assumed_country", "dropped_country_code"]],
  ["919876543210", undefined, "919876543210", ["assumed_international"]],
  ["tel:+91-98765-43210", undefined, "919876543210", ["dropped_characters"]],
  ["\u202a+91\u00a098765\u201143210\u202c", undefined, "919876543210", ["dropped_characters"]],
  ["https://wa.me/919876543210?text=Call%20447400123456", "GB", "919876543210", ["read_link"]],
  [
    "https://api.whatsapp.com/send?text=Hi&phone=%2B919876543210",
    undefined,
    "919876543210",
    ["dropped_characters", "read_link"],
  ],
  ["whatsapp://send?phone=919876543210", "US", "919876543210", ["read_link"]],
  ["'9876543210", "IN", "919876543210", ["dropped_characters", "assumed_country"]],
  ["9876543210.0", "IN", "919876543210", ["dropped_decimals", "assumed_country"]],
  ["9876543210,\n", "IN", "919876543210", ["dropped_characters", "assumed_country"]],
  [
    "8 916 123-45-67",
    "RU",
    "79161234567",
    ["dropped_characters", "assumed_country", "dropped_trunk_prefix"],
  ],
  ["९८७६५४३२१०", "in", "919876543210", ["replaced_digits", "assumed_country"]],
  ["＋９１９８７６５４３２１０", undefined, "919876543210", ["replaced_digits"]],
  [
    "+44 (0)20 7946 0958",
    undefined,
    "442079460958",
    ["dropped_characters", "dropped_trunk_prefix"],
  ],
];

/** @type {[text: string, defaultCountry: string | undefined, codes: string[]][]} */
const REFUSED = [
  ["", "IN", ["string.empty"]],
  ["98765", "IN", ["phone.too_short"]],
  ["09876543210", "US", ["phone.leading_zero"]],
  ["9876543210", undefined, ["phone.missing_country_code"]],
  ["https://wa.me/9876543210", "IN", ["phone.missing_country_code"]],
  ["9.87654E+09", "IN", ["phone.damaged"]],
  ["098765 43210", undefined, ["phone.missing_country_code"]],
  ["+91 98765 43210 ext. 5", undefined, ["phone.extension"]],
  ["1-800-FLOWERS", "US", ["phone.unreadable"]],
  ["half an emoji \ud83d", "IN", ["phone.unreadable"]],
];

/** @type {[text: string, defaultCountry: string | undefined, verdict: string][]} */
const WHILE_TYPED = [
  ["", "IN", "incomplete"],
  ["+9", undefined, "incomplete"],
  ["00", undefined, "incomplete"],
  ["0", "IN", "incomplete"],
  ["098765 4321", "IN", "incomplete"],
  ["098765 43210", "IN", "valid"],
  ["098765 43210 1", "IN", "invalid"],
  ["+28", undefined, "invalid"],
  ["01", "ES", "invalid"],
  ["98765 x", "IN", "invalid"],
];

/** Of phones alone, which every entry has. @type {Case[]} */
export const phoneAloneCases = [
  {
    name: "what people type is read as a phone number, and said how",
    async run({ api: { phone } }) {
      for (const [text, defaultCountry, fullPhoneNumber, notes] of READ) {
        const parsed = phone.parse(text, { defaultCountry });
        assertHolds(parsed, { ok: true, value: { fullPhoneNumber, possible: true } });
        assert.deepEqual(
          parsed.notes.map((/** @type {any} */ { code }) => code),
          notes.map((note) => `phone.${note}`),
          text,
        );
        const again = phone.parse(`+${fullPhoneNumber}`);
        assert.deepEqual(again, { ...parsed, notes: [] }, text);
      }
    },
  },
  {
    name: "what is typed is valid, incomplete while digits could make it a number, or invalid",
    async run({ api: { phone } }) {
      for (const [text, defaultCountry, verdict] of WHILE_TYPED) {
        assert.equal(phone.parse(text, { defaultCountry }).verdict, verdict, text);
      }
    },
  },
  {
    name: "a fixed line is read with a warning",
    async run({ api: { phone } }) {
      const { ok, value, warnings } = phone.parse("+91 22 1234 5678");
      assertHolds([ok, value], [true, { possible: true, mobile: false }]);
      assertHolds(warnings, [{ code: "phone.not_mobile", severity: "warning", path: [] }]);
    },
  },
  {
    name: "every country is listed once, for a picker",
    async run({ api: { phone } }) {
      const countries = phone.countries();
      const letters = countries.map((/** @type {any} */ { country }) => country);
      assert.equal(new Set(letters).size, letters.length);
      assert.isAtLeast(letters.length, 245);
      assert.deepEqual(
        countries.find((/** @type {any} */ { country }) => country === "IN"),
        { country: "IN", countryCode: "+91", lengths: [10] },
      );
      for (const { country, countryCode } of countries) {
        const parsed = phone.parse("1", { defaultCountry: country });
        assertHolds(parsed, { ok: false, value: { country, countryCode } });
      }
      assert.deepEqual(phone.parse("1", { defaultCountry: "" }), phone.parse("1"));
      countries.length = 0;
      assert.lengthOf(phone.countries(), letters.length);
    },
  },
  {
    name: "a number is possible or a mobile's by itself, whatever the string",
    async run({ api: { phone } }) {
      for (const [text, possible, mobile] of /** @type {[string, boolean, boolean][]} */ ([
        ["919876543210", true, true],
        ["+919876543210", true, true],
        ["+912212345678", true, false],
        ["91987654321", false, false],
        ["+91 9876543210", false, false],
        ["9109876543210", false, false],
        ["", false, false],
        ["+", false, false],
        ["९१९८७६५४३२१०", false, false],
        ["9".repeat(100_000), false, false],
        ["\ud83d", false, false],
      ])) {
        assert.strictEqual(phone.isPossible(text), possible, text);
        assert.strictEqual(phone.isMobile(text), mobile, text);
      }
    },
  },
  {
    name: "misuse of phone is a ConfigurationError",
    async run({ api: { phone, ConfigurationError } }) {
      for (const [misuse, message] of /** @type {[() => void, string][]} */ ([
        [() => phone.parse(919876543210), "text must be a string."],
        [() => phone.isPossible(919876543210), "fullPhoneNumber must be a string."],
        [() => phone.isMobile(undefined), "fullPhoneNumber must be a string."],
        [() => phone.parse("1", { defaultCountry: 91 }), "defaultCountry must be a string."],
        [
          () => phone.parse("1", { defaultCountry: "India" }),
          'defaultCountry must be the letters or the code of a country: "IN" or "+91".',
        ],
      ])) {
        assert.throws(misuse, ConfigurationError, message);
      }
    },
  },
];

/** @type {Case[]} */
export const phoneCases = [
  ...phoneAloneCases,
  {
    name: "what was read is what a message takes",
    async run({ api: { phone, sendMessage } }) {
      const { value, ...rest } = phone.parse("098765 43210", { defaultCountry: "IN" });
      assert.deepEqual(value, {
        countryCode: "+91",
        phoneNumber: "9876543210",
        fullPhoneNumber: "919876543210",
        country: "IN",
        possible: true,
        mobile: true,
      });
      assert.deepEqual(Object.keys(rest).sort(), ["notes", "ok", "verdict", "warnings"]);
      assert.deepEqual(rest.notes.at(-1), {
        code: "phone.dropped_trunk_prefix",
        message: "Dropped the leading 0 that is dialled inside India (+91).",
        params: { countryCode: 91, country: "IN", dropped: "0" },
      });
      const message = { type: "Text", data: { message: "Hi" } };
      const { countryCode, phoneNumber, fullPhoneNumber } = value;
      for (const to of [{ countryCode, phoneNumber }, { fullPhoneNumber }]) {
        assertHolds(sendMessage.validate({ ...to, ...message }), { ok: true, warnings: [] });
      }
    },
  },
  {
    name: "what is no phone number has the issues of an input, and a value as far as there is one",
    async run({ api: { phone, sendMessage } }) {
      for (const [text, defaultCountry, codes] of REFUSED) {
        const parsed = phone.parse(text, { defaultCountry });
        assert.isFalse(parsed.ok, text);
        assert.deepEqual(
          parsed.issues.map((/** @type {any} */ { code }) => code),
          codes,
          text,
        );
      }
      const likely = phone.parse("98765 43210");
      assertHolds(likely, {
        value: null,
        issues: [
          {
            message:
              "The country code seems to be missing: without one, this is a mobile number of India (+91). Start with it.",
            params: { countryCode: 91, country: "IN" },
          },
        ],
      });
      const { value, issues, warnings } = phone.parse("+91 987");
      assertHolds(value, {
        fullPhoneNumber: "91987",
        country: "IN",
        possible: false,
        mobile: false,
      });
      const message = { fullPhoneNumber: "91987", type: "Text", data: { message: "Hi" } };
      const [issue] = sendMessage.validate(message).issues;
      assert.deepEqual(issues, [{ ...issue, path: [] }]);
      assert.deepEqual(warnings, []);
      assert.isNull(phone.parse("call me", { defaultCountry: "IN" }).value);
    },
  },
];
