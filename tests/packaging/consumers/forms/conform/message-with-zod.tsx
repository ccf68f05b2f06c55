import { useForm } from "@conform-to/react/future";
import { useState } from "react";
import * as z from "zod";
import { Field } from "../page/field";
import { send } from "../page/send";

const order = z.object({
  type: z.literal("Template"),
  countryCode: z.string(),
  phoneNumber: z.string().regex(/^\d+$/, "केवल अंक लिखें।"),
  template: z.object({
    name: z.string(),
    languageCode: z.string(),
    bodyValues: z.array(z.string().min(1, "अपना नाम लिखें।")),
  }),
});

export function OrderMessage() {
  const [isSent, setIsSent] = useState(false);
  const { form, fields } = useForm(order, {
    shouldRevalidate: "onInput",
    defaultValue: { template: { bodyValues: [""] } },
    async onSubmit(event, { value }) {
      event.preventDefault();
      await send("/api/messages", value);
      setIsSent(true);
    },
  });
  const { type, countryCode, phoneNumber, template } = fields;
  const { name, languageCode, bodyValues } = template.getFieldset();
  return (
    <form {...form.props}>
      <input type="hidden" name={type.name} value="Template" />
      <input type="hidden" name={countryCode.name} value="+91" />
      <input type="hidden" name={name.name} value="order_confirmed" />
      <input type="hidden" name={languageCode.name} value="hi" />
      {bodyValues.getFieldList().map(({ key, name, errors }) => (
        <Field key={key} label="Full name" name={name} error={errors?.[0]} />
      ))}
      <Field label="Mobile" name={phoneNumber.name} error={phoneNumber.errors?.[0]} />
      <button type="submit">Order</button>
      {isSent && <p role="status">Thank you.</p>}
    </form>
  );
}
