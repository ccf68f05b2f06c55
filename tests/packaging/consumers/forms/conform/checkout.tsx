import { useForm } from "@conform-to/react/future";
import { formOf, trackUser } from "interakt-wasm/customer";
import { hi } from "interakt-wasm/messages/hi";
import { useState } from "react";
import { Field } from "../page/field";
import { send } from "../page/send";

const checkout = formOf(trackUser, {
  fields: { fullName: "traits.name", mobile: "phone", optIn: "traits.whatsapp_opted_in" },
  required: ["fullName"],
  defaultCountry: "IN",
  messages: hi,
});

export function Checkout() {
  const [isSent, setIsSent] = useState(false);
  const { form, fields } = useForm(checkout, {
    shouldRevalidate: "onInput",
    async onSubmit(event, { value }) {
      event.preventDefault();
      await send("/api/customers", value);
      setIsSent(true);
    },
  });
  const { fullName, mobile, optIn } = fields;
  return (
    <form {...form.props}>
      <Field label="Full name" name={fullName.name} error={fullName.errors?.[0]} />
      <Field label="Mobile" name={mobile.name} error={mobile.errors?.[0]} />
      <Field label="Updates by WhatsApp" type="checkbox" name={optIn.name} />
      <button type="submit">Order</button>
      {isSent && <p role="status">Thank you.</p>}
    </form>
  );
}
