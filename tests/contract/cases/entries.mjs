/** The smaller entries say what the whole says, beside it and beside each other. */
import { assert } from "chai";
import { withFile } from "../world.mjs";
import { phoneAloneCases } from "./phone.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("./examples.mjs").Example} Example */

/** What the entries validate besides examples: most of it is wrong. */
const INPUTS = [
  undefined,
  null,
  "text",
  [],
  {},
  { userId: "user-42" },
  { countryCode: "+91", phoneNumber: "98765", traits: { name: { first: "Asha" } } },
  { fullPhoneNumber: "911234567890", event: "", createdAt: "yesterday", no_such_key: 1 },
  { fullPhoneNumber: "919876543210", type: "Text", data: { message: "half \ud83d", x: 1n } },
];

/**
 * @param {readonly Example[]} examples
 * @returns {Case[]}
 */
export function entryCases(examples) {
  return [
    ...examples.map(({ name, operation, input }) => ({
      name: `forms finds in "${name}", whole and without each of its keys, what the whole finds`,
      run: async (/** @type {import("../world.mjs").World} */ { api, entries }) => {
        const value = withFile(input);
        for (const each of [value, ...withoutEach(value)]) {
          assertSame(entries.forms[operation], api[operation], each);
        }
      },
    })),
    {
      name: "customer finds what the whole finds",
      async run({ api, entries: { customer } }) {
        for (const name of ["trackUser", "trackEvent"]) {
          const own = examples.filter(({ operation }) => operation === name);
          assert.isNotEmpty(own);
          for (const each of [...own.map(({ input }) => input), ...INPUTS]) {
            assertSame(customer[name], api[name], each);
          }
        }
      },
    },
    {
      name: "every smaller entry finds in any value what the whole finds",
      async run({ api, entries }) {
        for (const { name } of api.operations) {
          for (const each of INPUTS) assertSame(entries.forms[name], api[name], each);
        }
      },
    },
    {
      name: "a recipient alone is checked as in an input, from its own root",
      async run({ api, entries: { customer } }) {
        const { recipient } = customer;
        assert.deepEqual(recipient.validate({ countryCode: "+91", phoneNumber: "9876543210" }), {
          ok: true,
          value: { countryCode: "+91", phoneNumber: "9876543210" },
          warnings: [],
        });
        for (const who of [
          {},
          { userId: "" },
          { userId: "a", fullPhoneNumber: "91987" },
          { countryCode: "+91" },
          { countryCode: "+91", phoneNumber: "9876543210", fullPhoneNumber: "919876543210" },
          { phoneNumber: 9876543210, countryCode: "91" },
        ]) {
          const { ok, issues, warnings } = recipient.validate(who);
          const within = api.trackUser.validate({ ...who, traits: {} });
          assert.deepEqual([ok, issues, warnings], [within.ok, within.issues, within.warnings]);
        }
        const [unknown] = recipient.validate({ userId: "a", traits: {} }).warnings;
        assert.deepEqual([unknown.code, unknown.path], ["object.unknown_key", ["traits"]]);
      },
    },
    {
      name: "validators of the smaller entries are Standard Schemas and have a JSON Schema",
      async run({ api, entries: { forms, customer } }) {
        for (const { name, schema } of api.operations) {
          assert.deepEqual(await forms[name].schema, await schema);
        }
        for (const validator of [customer.trackUser, customer.trackEvent, customer.recipient]) {
          const { validate, jsonSchema } = validator["~standard"];
          assert.deepEqual(validate({}).issues, validator.validate({}).issues);
          const schema = await validator.schema;
          // Where the entry has yet to load it, it is not to be had at once.
          const atOnce = !(validator.schema instanceof Promise);
          const written = jsonSchema?.input({ target: "draft-2020-12" });
          assert.deepEqual(written, atOnce ? schema : undefined);
          if (atOnce) assert.ok(written !== schema, "a copy, for libraries take keys out of it");
          assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
        }
        assert.deepEqual(Object.keys((await customer.recipient.schema).properties), [
          "userId",
          "countryCode",
          "phoneNumber",
          "fullPhoneNumber",
        ]);
        assert.deepEqual(await customer.trackUser.schema, await api.trackUser.schema);
      },
    },
    {
      name: "an error of one entry is known to the guards of the others",
      async run({ api, entries }) {
        const all = [api, ...Object.values(entries)];
        for (const { phone } of all) {
          try {
            phone.parse(1);
            assert.fail("it takes no number");
          } catch (error) {
            for (const { isConfigurationError } of all) assert.isTrue(isConfigurationError(error));
          }
        }
      },
    },
    ...["forms", "customer", "phone", "phone-field", "bulk"].flatMap((entry) =>
      phoneAloneCases.map(({ name, run }) => ({
        name: `from interakt-wasm/${entry}: ${name}`,
        run: (/** @type {any} */ world) => run({ ...world, api: world.entries[entry] }),
      })),
    ),
  ];
}

/**
 * @param {any} value
 * @returns {any[]} It without each of its own keys, or its first item without each of that's.
 */
function withoutEach(value) {
  if (Array.isArray(value)) return withoutEach(value[0]).map((first) => [first, ...value.slice(1)]);
  return Object.keys(value).map((key) => {
    const { [key]: _, ...rest } = value;
    return rest;
  });
}

/**
 * @param {any} validator
 * @param {any} operation
 * @param {unknown} input
 */
function assertSame(validator, operation, input) {
  assert.deepEqual(validator.validate(input), operation.validate(input));
}
