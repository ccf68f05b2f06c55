import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { INPUTS, KINDS, PARTS } from "./validators.mjs";
import { readExamples, within } from "./values.mjs";

/** @typedef {import("./validators.mjs").Validator} Validator */
/** @typedef {import("interakt-wasm/forms").Issue} Issue */

/**
 * Codes of errors that a JSON Schema does not say, each with the place at which that is so, where it
 * says them at others.
 *
 * @type {Record<string, RegExp>}
 */
const BEYOND = {
  // What is no JSON value, or more than is read.
  ...anywhere("json.unserializable", "string.lone_surrogate"),
  // That an unknown key is nearly a known one.
  ...anywhere("object.unknown_key"),
  // The numbering plan, which looks at a country code and a number together.
  ...anywhere("country_code.unknown", "phone.unknown_country_code", "phone.no_phones"),
  ...anywhere("phone.too_short", "phone.too_long", "phone.wrong_length", "phone.leading_zero"),
  ...anywhere("phone.includes_country_code", "phone.missing_country_code"),
  ...anywhere("phone.international_prefix"),
  // A calendar.
  ...anywhere("date_time.invalid", "rcs.end_before_start", "order.expires_too_soon"),
  // What items have in common.
  ...anywhere("list.duplicate", "list.missing_section_title", "list.too_many_rows"),
  ...anywhere("carousel.card_index", "carousel.header_format", "carousel.body"),
  ...anywhere("carousel.button_kinds"),
  // What one key says about another.
  ...anywhere("carousel.category", "carousel.header_or_footer", "rcs.tall_in_small_width"),
  ...anywhere("template.header_missing", "template.header_unused", "template.header_variables"),
  ...anywhere("template.header_handle_missing", "template.button_kind", "rcs.empty_card"),
  ...anywhere("template.button_type_missing", "template.too_many_buttons"),
  "string.empty": /\bbuttonValues\b/,
  // Placeholders in a text, and whether there are as many values.
  ...anywhere("template.variable_gap", "template.variable_at_edge", "template.example_count"),
  ...anywhere("template.footer_variables", "template.url_variable", "template.url_example"),
  ...anywhere("fallback.placeholder_gap", "fallback.variable_count"),
};

/** Each dialect: what else judges by it, and what it cannot say besides. */
const DIALECTS = {
  "draft-2020-12": { Judge: Ajv2020, beyond: {} },
  "draft-07": { Judge: Ajv, beyond: {} },
  // It has no word for keys. Ajv knows what it has besides the draft: nullable.
  "openapi-3.0": { Judge: Ajv, beyond: anywhere("template.button_position") },
};

/** @param {string[]} codes */
function anywhere(...codes) {
  return Object.fromEntries(codes.map((code) => [code, /^/]));
}

const examples = await readExamples();

/**
 * @typedef {object} Judged
 * @property {Validator} validator
 * @property {{ value: unknown, errors: readonly Issue[] }[]} values Each once.
 */

/**
 * @param {Validator} validator
 * @param {unknown[]} values
 * @returns {Judged}
 */
function judge(validator, values) {
  const each = new Map(values.map((value) => [JSON.stringify(value), value]));
  return {
    validator,
    values: [...each.values()].map((value) => {
      const result = validator.validate(value);
      return { value, errors: result.ok ? [] : result.issues };
    }),
  };
}

/** @param {string} operation */
const inputsOf = (operation) =>
  examples.filter((example) => example.operation === operation).map(({ value }) => value);

const everything = examples.flatMap(({ value }) => within(value));

/** A file is no JSON: the schema says nothing of it. */
const described = INPUTS.filter(({ name }) => name !== "uploadMedia");

const judged = [
  ...described.map((input) => judge(input, inputsOf(input.name))),
  ...Object.entries(KINDS).flatMap(([operation, kinds]) => {
    const inputs = inputsOf(operation);
    return kinds.map((kind) => judge(kind, [...inputs, ...inputs.flat()]));
  }),
  ...PARTS.map((part) => judge(part, everything)),
];

test("each validator takes some of the values and refuses others", () => {
  for (const { validator, values } of judged) {
    const taken = values.filter(({ errors }) => errors.length === 0).length;
    assert.ok(taken > 0, `${validator.name} takes none`);
    assert.ok(taken < values.length, `${validator.name} takes all`);
  }
});

for (const [target, { Judge, beyond }] of Object.entries(DIALECTS)) {
  describe(target, () => {
    const unsaid = { ...BEYOND, ...beyond };
    /** @type {Set<string>} Codes that made a difference. */
    const met = new Set();

    for (const { validator, values } of judged) {
      test(`ajv agrees with ${validator.name} on ${values.length} values`, () => {
        const schema = validator["~standard"].jsonSchema.input({ target });
        // It is a schema, or this throws. Without `type` beside them, keywords are no mistake.
        const takes = new Judge({ strictTypes: false }).compile(schema);
        for (const { value, errors } of values) {
          const told = () => JSON.stringify({ value, errors, refused: takes.errors }, null, 2);
          if (!takes(value)) {
            assert.notEqual(errors.length, 0, `the schema alone refuses ${told()}`);
            continue;
          }
          for (const { code, path } of errors) {
            assert.match(path.join("."), unsaid[code] ?? /(?!)/, `the schema takes ${told()}`);
            met.add(code);
          }
        }
      });
    }

    test("every code that is listed as beyond a schema is told where one takes the value", () => {
      assert.deepEqual([...met].sort(), Object.keys(unsaid).sort());
    });
  });
}
