import assert from "node:assert/strict";
import { test } from "node:test";
import { Validator as OpenApi } from "@seriousme/openapi-schema-validator";
import { sendMessage, sendRcs } from "interakt-wasm";
import { INPUTS, KINDS, PARTS } from "./validators.mjs";

const validators = [...INPUTS, ...Object.values(KINDS).flat(), ...PARTS];

/** @param {import("./validators.mjs").Validator} validator @param {string} target @returns {any} */
const schemaOf = (validator, target) => validator["~standard"].jsonSchema.input({ target });

/**
 * @param {any} schema
 * @returns {Set<string>} Every key of it and of the schemas within.
 */
function keywords(schema) {
  const found = new Set(Object.keys(schema));
  const { properties = {}, $defs = {}, definitions = {}, ...rest } = schema;
  const maps = [properties, $defs, definitions].flatMap((map) => Object.values(map));
  const others = Object.entries(rest).flatMap(([key, value]) => {
    return ["enum", "const", "required", "type"].includes(key) ? [] : [value].flat();
  });
  for (const each of [...maps, ...others]) {
    if (typeof each !== "object" || each === null) continue;
    for (const key of keywords(each)) found.add(key);
  }
  return found;
}

test("schemas are written in words for which each dialect has its own", () => {
  const used = new Set(
    validators.flatMap((each) => [...keywords(schemaOf(each, "draft-2020-12"))]),
  );
  assert.deepEqual(
    [...used].sort(),
    [
      ...["$defs", "$ref", "$schema", "additionalProperties", "allOf", "anyOf", "const"],
      ...["contentMediaType", "enum", "items", "maxItems", "maxLength", "maximum", "minItems"],
      ...["minLength", "minimum", "not", "oneOf", "pattern", "properties", "propertyNames"],
      ...["required", "type"],
    ],
    "schema.js has to know what becomes of another",
  );
});

test("that of draft-2020-12 says what the schema says", () => {
  for (const each of validators) {
    assert.deepEqual(schemaOf(each, "draft-2020-12"), each.schema);
    assert.equal(each.schema.$schema, "https://json-schema.org/draft/2020-12/schema");
    const { input, output } = each["~standard"].jsonSchema;
    assert.deepEqual(input({ target: "draft-07" }), output({ target: "draft-07" }));
  }
});

test("what is asked for is the caller's own: libraries take keys out of it", () => {
  for (const each of validators) {
    for (const target of ["draft-2020-12", "draft-07", "openapi-3.0"]) {
      const given = schemaOf(each, target);
      const before = JSON.stringify(given);
      delete given.$schema;
      for (const part of Object.values(given.properties ?? {})) part.description = "Mine.";
      assert.equal(JSON.stringify(schemaOf(each, target)), before, `${each.name} ${target}`);
    }
  }
});

test("that of draft-07 has definitions, and references to them", () => {
  const schema = schemaOf(sendMessage, "draft-07");
  assert.equal(schema.$schema, "http://json-schema.org/draft-07/schema#");
  assert.deepEqual(schema.anyOf[0], { $ref: "#/definitions/Message" });
  assert.equal(schema.definitions.TextMessage.properties.type.const, "Text");
  for (const each of validators) {
    assert.doesNotMatch(JSON.stringify(schemaOf(each, "draft-07")), /\$defs/);
  }
});

test("that of OpenAPI 3.0 can stand anywhere in a document", async () => {
  const schemas = validators.map((each) => [each.name, schemaOf(each, "openapi-3.0")]);
  const { valid, errors } = await new OpenApi().validate({
    openapi: "3.0.3",
    info: { title: "Messages", version: "1" },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  });
  assert.equal(valid, true, JSON.stringify(errors ?? "").slice(0, 1000));
  for (const [name, schema] of schemas) {
    for (const word of ["$schema", "$defs", "$ref", "const", "propertyNames", "contentMediaType"]) {
      assert.ok(!keywords(schema).has(word), `${name} has ${word}`);
    }
  }
});

test("a kind's schema is that which its operation's has for it, in one piece", () => {
  for (const { kinds, schema } of [sendMessage, sendRcs]) {
    const { $defs } = /** @type {any} */ (schema);
    for (const [type, kind] of Object.entries(kinds)) {
      const { $schema, ...own } = /** @type {any} */ (kind.schema);
      assert.equal($schema, schema.$schema);
      assert.deepEqual(own.properties.type, { const: type });
      const found = Object.values($defs).filter((each) => each.properties?.type?.const === type);
      assert.deepEqual(Object.keys(own), Object.keys(found[0]));
      assert.deepEqual(own.required, found[0].required);
      assert.ok(!keywords(own).has("$ref"), type);
      assert.equal(kind.schema, kind.schema, "it is made once");
    }
  }
});

test("a dialect that nobody knows is refused", () => {
  for (const target of ["draft-04", "openapi-3.1", "", "DRAFT-07"]) {
    assert.throws(() => schemaOf(sendMessage, target), {
      code: "schema_target",
      message: "target must be draft-2020-12, draft-07 or openapi-3.0.",
    });
  }
});
