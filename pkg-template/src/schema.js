/**
 * The JSON Schema of an input, which comes as the text that a module exports: with the entry that
 * carries everything, otherwise in a file of its own, loaded when it is read.
 */
import { ConfigurationError } from "./failure.js";

/**
 * @typedef {any} Json A JSON Schema, or a part of one.
 *
 * @typedef {object} Schema
 * @property {() => Json | Promise<Json>} read
 * @property {object} [standard] What Standard JSON Schema wants of it, which knows no promises.
 * @property {(change: (schema: Json) => Json) => Schema} map One that is made of it.
 */

/** @type {(text: string) => Schema} */
export const carried = (text) => atOnce(() => JSON.parse(text));

/**
 * @param {() => Promise<{ default: string }>} load Its file: in an expression that bundlers know.
 * @returns {Schema}
 */
export const loaded = (load) =>
  promised(() => load().then(({ default: text }) => JSON.parse(text)));

/**
 * @param {() => Json} make
 * @returns {Schema}
 */
function atOnce(make) {
  /** @type {Json} */
  let schema;
  const read = () => {
    schema ??= make();
    return schema;
  };
  /** @param {{ target?: string }} [options] */
  const jsonSchema = ({ target = "draft-2020-12" } = {}) => inDialect(read(), target);
  return {
    read,
    // What is validated is what is sent: the output's schema is the input's.
    standard: { jsonSchema: { input: jsonSchema, output: jsonSchema } },
    map: (change) => atOnce(() => change(read())),
  };
}

/**
 * @param {() => Promise<Json>} make
 * @returns {Schema}
 */
function promised(make) {
  /** @type {Promise<Json> | undefined} */
  let schema;
  const read = () => {
    if (schema) return schema;
    schema = make();
    // Read again, it is loaded again. And whatever lists the properties of a value reads it.
    schema.catch(() => {
      schema = undefined;
    });
    return schema;
  };
  return { read, map: (change) => promised(() => read().then(change)) };
}

/**
 * @param {Json} part
 * @param {Json} definitions Each takes the place of what refers to it.
 * @param {(key: string, value: Json) => Json} [change]
 * @returns {Json} A copy.
 */
export const inlined = (part, definitions = {}, change = (_, value) => value) =>
  JSON.parse(
    JSON.stringify(part, (key, value) => {
      return change(key, definitions[value?.$ref?.slice("#/$defs/".length)] ?? value);
    }),
  );

/**
 * @param {Json} schema Of draft 2020-12.
 * @param {string} target
 * @returns {Json} The same in the dialect that is asked for, always a copy: libraries change it.
 */
function inDialect(schema, target) {
  const { $schema, $defs, ...rest } = schema;
  if (target === "draft-2020-12") return inlined(schema);
  if (target === "draft-07") {
    const text = JSON.stringify(schema).replaceAll("$defs", "definitions");
    return JSON.parse(text.replace($schema, "http://json-schema.org/draft-07/schema#"));
  }
  // A document of OpenAPI has no place for the definitions of one schema.
  if (target === "openapi-3.0") return inlined(rest, $defs, inOpenApi);
  const message = "target must be draft-2020-12, draft-07 or openapi-3.0.";
  throw new ConfigurationError({ code: "schema_target", message });
}

/**
 * OpenAPI 3.0 has no `const`, no type `null`, and of the rest not all.
 *
 * @param {string} key
 * @param {Json} value
 * @returns {Json}
 */
function inOpenApi(key, value) {
  if (key === "propertyNames" || key === "contentMediaType") return undefined;
  if (value === false) return { not: {} };
  if (value?.type === "null") return { type: "string", nullable: true, enum: [null] };
  return typeof value?.const === "string" ? { enum: [value.const] } : value;
}
