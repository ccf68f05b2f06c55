// The smaller entries: validators, phones, and nothing that sends.
import { type Operation, sendMessage as whole } from "interakt-wasm";
import * as customer from "interakt-wasm/customer";
import * as customerWeb from "interakt-wasm/customer/web";
import * as forms from "interakt-wasm/forms";
import { sendMessage as formsMessage, init as initForms } from "interakt-wasm/forms/web";
import { init, phone } from "interakt-wasm/phone";
import { init as initPhone, type ModuleSource } from "interakt-wasm/phone/web";
import * as web from "interakt-wasm/web";

const checked = forms.sendMessage.validate({});
export const message: forms.SendMessageInput | undefined = checked.ok ? checked.value : undefined;

// @ts-expect-error: forms validate, they do not build requests
forms.sendMessage.build({});
// @ts-expect-error: nor send them
export type Client = typeof forms.Interakt;

// An operation of the whole is a validator, and not the other way round.
export const validator: forms.Validator<"sendMessage"> = whole;
// @ts-expect-error: it has no build
export const operation: Operation<"sendMessage"> = forms.sendMessage;

const user = customer.trackUser.validate({});
export const traits = user.ok ? user.value.traits : user.issues[0]?.path;

const who = customer.recipient.validate({ userId: "user-42" });
export const recipient: customer.Recipient | undefined = who.ok ? who.value : undefined;
export const name: "recipient" = customer.recipient.name;
// @ts-expect-error: messages are not the form's
export type Message = typeof customer.sendMessage;

// A page waits for a JSON Schema, and nothing else does.
export const atOnce: Record<string, unknown> = customer.recipient.schema;
export const standard: Record<string, unknown> = whole["~standard"].jsonSchema.input({
  target: "draft-2020-12",
});
export async function schemas(): Promise<Record<string, unknown>[]> {
  return [
    await customerWeb.recipient.schema,
    await formsMessage.schema,
    await web.sendRcs.schema,
    ...(await Promise.all(web.operations.map(({ schema }) => schema))),
  ];
}
// @ts-expect-error: it may have yet to be loaded
export type Properties = typeof customerWeb.recipient.schema.properties;
// @ts-expect-error
export const keys: unknown = web.sendMessage.schema.$defs;
// @ts-expect-error: nor has it one that is wanted at once
web.sendMessage["~standard"].jsonSchema.input({ target: "draft-2020-12" });
// What takes the validators of pages takes those that carry their schemas.
export const taken: typeof customerWeb.recipient = customer.recipient;
export const form: web.Operation<"sendMessage"> = whole;
// @ts-expect-error: and not the other way round
export const refused: typeof customer.recipient = customerWeb.recipient;
export const read: web.Validation<web.SendMessageInput> = web.sendMessage.validate({});
export const answer: Promise<web.AnswerOf<"sendMessage">> = new web.Interakt({
  apiKey: "",
}).sendMessage({ userId: "user-42", type: "Text", data: { message: "Hello" } });

export const country: string | null | undefined = phone.parse("+91 98765 43210").value?.country;

export async function start(source: ModuleSource) {
  await init();
  // @ts-expect-error: it carries its module
  await init(source);
  await initPhone(source);
  await initForms(fetch("/forms_bg.wasm"));
  await customerWeb.init("/customer_bg.wasm");
  // @ts-expect-error: a number is no source
  await customerWeb.init(7);
}
