/** A validator inside of a schema of zod or Valibot, in their own way to do it, and in tRPC's hands. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isValidationError, trackUser } from "interakt-wasm";
import { sendMessage } from "interakt-wasm/forms";
import * as v from "valibot";
import * as z from "zod";

const { Template } = sendMessage.kinds;

/** A step of zod's, for a value that the validator takes. */
const byZod = z.unknown().transform((value, context) => {
  const checked = Template.validate(value);
  if (checked.ok) return checked.value;
  for (const { message, path } of checked.issues) {
    context.addIssue({ code: "custom", message, path });
  }
  return z.NEVER;
});

/** The same step of Valibot's. */
const byValibot = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset: { value: input }, addIssue, NEVER }) => {
    const checked = Template.validate(input);
    if (checked.ok) return checked.value;
    for (const { message, path } of checked.issues) {
      const [first, ...others] = path.map((key) => ({
        ...{ type: /** @type {const} */ ("unknown"), origin: /** @type {const} */ ("value") },
        ...{ input, key, value: undefined },
      }));
      addIssue({ message, path: first && [first, ...others] });
    }
    return NEVER;
  }),
);

const ORDER = z.object({ shop: z.string().min(1, "Which shop?"), message: byZod });
const ORDER_OF_VALIBOT = v.object({
  shop: v.pipe(v.string(), v.nonEmpty("Which shop?")),
  message: byValibot,
});

const GOOD = {
  shop: "Pune",
  message: {
    ...{ type: "Template", countryCode: "+91", phoneNumber: "9876543210" },
    template: { name: "order_shipped", languageCode: "hi", bodyValues: ["Asha"] },
  },
};
const BAD = {
  shop: "",
  message: { ...GOOD.message, template: { ...GOOD.message.template, bodyValues: ["Asha", ""] } },
};

/** What is found in it, with the path from the top. */
const FOUND = [
  ["shop", "Which shop?"],
  ["message.template.bodyValues.1", "Must not be empty."],
];

test("zod finds what the validator finds, among its own and at the same places", () => {
  const { error } = ORDER.safeParse(BAD);
  const issues = error?.issues ?? [];
  assert.deepEqual(
    issues.map(({ path, message }) => [path.join("."), message]),
    FOUND,
  );
  assert.deepEqual(ORDER.parse(GOOD), GOOD);
});

test("Valibot finds what the validator finds, among its own and at the same places", () => {
  const { issues = [] } = v.safeParse(ORDER_OF_VALIBOT, BAD);
  assert.deepEqual(
    issues.map((issue) => [v.getDotPath(issue), issue.message]),
    FOUND,
  );
  assert.deepEqual(v.parse(ORDER_OF_VALIBOT, GOOD), GOOD);
});

test("what comes out of both has the type of the kind", () => {
  /** @type {import("interakt-wasm/forms").TemplateMessage[]} */
  const messages = [ORDER.parse(GOOD).message, v.parse(ORDER_OF_VALIBOT, GOOD).message];
  assert.deepEqual(
    messages.map(({ template }) => template.name),
    ["order_shipped", "order_shipped"],
  );
});

test("an issue about the whole value stands where the value stands", () => {
  const nothing = { shop: "Pune", message: null };
  const { error } = ORDER.safeParse(nothing);
  assert.deepEqual(
    error?.issues.map(({ path }) => path),
    [["message"]],
  );
  const { issues = [] } = v.safeParse(ORDER_OF_VALIBOT, nothing);
  assert.deepEqual(
    issues.map((issue) => v.getDotPath(issue)),
    ["message"],
  );
});

/**
 * What tRPC does with a schema: where it has a `parse`, that is called, with the input alone.
 *
 * @param {object} schema
 * @param {unknown} input
 */
function readByTrpc(schema, input) {
  const { parse } = /** @type {{ parse: (input: unknown) => unknown }} */ (schema);
  return parse.bind(schema)(input);
}

test("tRPC takes an operation, though its parse is for answers", () => {
  const customer = { userId: "user-42", traits: { name: "Asha" } };
  assert.deepEqual(readByTrpc(trackUser, customer), customer);
  assert.throws(
    () => readByTrpc(trackUser, {}),
    (error) => isValidationError(error) && error.issues[0]?.code === "recipient.missing",
  );
});

test("tRPC hears an operation's own messages, and of what is no object that it is none", () => {
  const schema = trackUser.with({ messages: { "recipient.missing": "Who is it?" } });
  assert.throws(() => readByTrpc(schema, {}), /input: Who is it\?/);
  assert.throws(
    () => readByTrpc(trackUser, undefined),
    (error) => isValidationError(error) && error.issues[0]?.code === "json.unserializable",
  );
});
