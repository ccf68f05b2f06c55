// Kinds of inputs and parts of them: each is a schema of one type.
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import * as whole from "interakt-wasm";
import * as forms from "interakt-wasm/forms";
import * as formsWeb from "interakt-wasm/forms/web";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

const { Template } = forms.sendMessage.kinds;
export const name: "sendMessage.Template" = Template.name;
export const fixed: { readonly type: "Template" } = Template.fixed;
export const one: Same<StandardSchemaV1.InferInput<typeof Template>, forms.TemplateMessage> = true;

const checked = Template.validate({});
export const sent: forms.TemplateMessage | undefined = checked.ok ? checked.value : undefined;
export const values: string[] | undefined = checked.ok
  ? checked.value.template.bodyValues
  : undefined;
export const input: forms.SendMessageInput | undefined = sent;

// What libraries for forms make of it: nested fields are known.
type Errors<Value> = {
  [Key in keyof Value]?: Value[Key] extends object ? Errors<Value[Key]> : string;
};
type OfTemplate = Errors<StandardSchemaV1.InferInput<typeof Template>>;
export const nested = (errors: OfTemplate) => errors.template?.bodyValues;
export const both = (errors: OfTemplate) => [errors.phoneNumber, errors.fullPhoneNumber];
// @ts-expect-error: there is no such key
export const none = (errors: OfTemplate) => errors.template?.bodyValue;

export const rcs: "sendRcs.STANDALONE_CAROUSEL" = whole.sendRcs.kinds.STANDALONE_CAROUSEL.name;
// @ts-expect-error: Interakt spells it another way
export const misspelt = whole.sendRcs.kinds.Calendar;
// @ts-expect-error: a customer is of one kind
export const kindless = forms.trackUser.kinds;
// @ts-expect-error: one that sends an RCS message
forms.sendRcs.kinds.Text.fixed.type = "Image";

export const parts: [
  Same<StandardSchemaV1.InferInput<typeof forms.recipient>, forms.Recipient>,
  Same<StandardSchemaV1.InferInput<typeof forms.phoneRecipient>, forms.PhoneRecipient>,
  Same<StandardSchemaV1.InferInput<typeof forms.textBody>, string>,
  Same<StandardSchemaV1.InferInput<typeof forms.replyButton>, forms.ReplyButton>,
  Same<StandardSchemaV1.InferInput<typeof forms.listBody>, forms.InteractiveList>,
  Same<StandardSchemaV1.InferInput<typeof forms.template>, forms.Template>,
  Same<StandardSchemaV1.InferInput<typeof forms.order>, forms.OrderDetails>,
  Same<StandardSchemaV1.InferInput<typeof forms.fallback>, forms.Fallback>,
] = [true, true, true, true, true, true, true, true];
// @ts-expect-error: what sends has whole inputs
export const part = whole.template;

// Any of them is what the standards ask for, and nothing has to be said for it.
export const standard: StandardSchemaV1<whole.SendMessageInput>[] = [
  whole.sendMessage,
  forms.sendMessage,
  formsWeb.sendMessage,
  formsWeb.sendMessage.kinds.Text,
];
export const described: StandardJSONSchemaV1[] = [
  whole.sendMessage,
  whole.sendMessage.kinds.Text,
  forms.sendRcs.kinds.QR,
  forms.template,
];
// @ts-expect-error: a page has no JSON Schema at once
export const atOnce: StandardJSONSchemaV1 = formsWeb.template;
export const later = async () => (await formsWeb.template.schema).type;

const { validate, jsonSchema } = whole.sendMessage["~standard"];
export const bounded = validate({}, { libraryOptions: { maxIssues: 3 } });
export const dialects = (["draft-2020-12", "draft-07", "openapi-3.0"] as const).map((target) =>
  jsonSchema.input({ target }),
);
