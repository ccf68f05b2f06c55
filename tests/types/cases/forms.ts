import {
  bindForm,
  type Form,
  flatten,
  formOf,
  type InputPath,
  limitOf,
  listUsers,
  sendMessage,
  summarize,
  type TemplateMessage,
  type TrackUserInput,
  template,
  trackUser,
} from "interakt-wasm/forms";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What libraries take for the type of what a form holds. */
type Held<F extends { "~standard": { types?: { input: unknown } | undefined } }> = NonNullable<
  F["~standard"]["types"]
>["input"];

const checkout = formOf(trackUser, {
  fields: {
    mobile: "phone",
    country: "phone.country",
    fullName: "traits.name",
    quoted: 'traits["a.b"]',
    optIn: "traits.whatsapp_opted_in",
    cycle: "add_to_sales_cycle",
    age: { to: "traits.age", as: "number" },
    vip: { to: "traits.vip", as: "boolean" },
    tags: "tags",
    tag: "tags[0]",
  },
  required: ["fullName", "optIn"],
  fixed: { createdAt: "2026-01-01T00:00:00Z" },
  rules: { fullName: (name, { optIn }) => (name.length > 1 && optIn ? undefined : "No.") },
});

export const held: Same<
  Held<typeof checkout>,
  {
    mobile: string;
    country: string;
    fullName: string;
    quoted: string;
    optIn: boolean;
    cycle: boolean;
    age: string;
    vip: boolean;
    tags: string[];
    tag: string;
  }
> = true;

const checked = checkout.validate(new FormData(), { defaultCountry: "IN", maxIssues: 20 });
if (checked.ok) {
  const input: TrackUserInput = checked.value;
  trackUser.validate(input);
} else {
  const byField = flatten(checked.issues).fieldIssues.mobile;
  summarize(byField ?? []);
}

const order = formOf(sendMessage.kinds.Template, {
  fields: {
    to: "phone",
    first: "template.bodyValues[0]",
    card: "template.carouselCards[0].bodyValues[1]",
    button: "template.buttonValues.0[0]",
    other: 'template.buttonValues["1"][0]',
    sms: "fallback[0].content.message",
    flow: "template.is_flow_template",
  },
  fixed: { template: { name: "order_shipped", languageCode: "en" } },
});
const sent: Form<Held<typeof order>, TemplateMessage> = order.with({ maxIssues: 1 });
const flow: boolean = ({} as Held<typeof order>).flow;
const button: string = ({} as Held<typeof order>).other;
const path: InputPath<TemplateMessage> = "template.bodyValues[3]";
limitOf(order, "sms")?.count("Hi").sms?.segments;
limitOf(sendMessage.kinds.Template, "callbackData");
limitOf(template, "name");

// Parts and whole operations are taken, and forms whose names are paths.
formOf(template, { fields: { name: "name", value: "bodyValues[0]" } });
formOf(sendMessage, { fields: { to: "phone" }, fixed: { type: "Text" } });
formOf(listUsers, { required: ["limit"] }).validate({ limit: "10" });

declare const element: HTMLFormElement | null;
bindForm(element, checkout, {
  onSubmit(value, event) {
    const input: TrackUserInput = value;
    event.preventDefault();
    return Promise.resolve(input);
  },
});
bindForm(element, sendMessage.kinds.Template).remove();

// @ts-expect-error: trackUser has no such path
formOf(trackUser, { fields: { name: "trait.name" } });
// @ts-expect-error: nor this one
formOf(sendMessage.kinds.Template, { fields: { first: "template.bodyvalues[0]" } });
// @ts-expect-error: this kind has another one
formOf(sendMessage.kinds.Text, { fields: { first: "template.bodyValues[0]" } });
// @ts-expect-error: a list takes an index
formOf(sendMessage.kinds.Template, { fields: { first: "template.bodyValues.first" } });
// @ts-expect-error: this input has no phone
formOf(listUsers, { fields: { mobile: "phone" } });
// @ts-expect-error: no field is called so
formOf(trackUser, { fields: { mobile: "phone" }, required: ["phone"] });
// @ts-expect-error: no field is called so
formOf(trackUser, { fields: { mobile: "phone" }, rules: { phone: () => undefined } });
// @ts-expect-error: a rule gives what to say
formOf(trackUser, { fields: { mobile: "phone" }, rules: { mobile: () => true } });
// @ts-expect-error: the input has no such key
formOf(trackUser, { fields: { mobile: "phone" }, fixed: { tag: ["shop"] } });
// @ts-expect-error: there is no such option
formOf(trackUser, { field: { mobile: "phone" } });
// @ts-expect-error: dates are texts
formOf(trackUser, { fields: { born: { to: "traits.born", as: "date" } } });
// @ts-expect-error: there is no such field
limitOf(order, "text");
// @ts-expect-error: there is no such path
limitOf(template, "title");

void [sent, flow, button, path];
