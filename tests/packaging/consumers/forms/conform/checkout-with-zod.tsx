import { useForm } from "@conform-to/react/future";
import parsePhoneNumber from "libphonenumber-js/min";
import { useState } from "react";
import * as z from "zod";
import { Field } from "../page/field";
import { send } from "../page/send";

const checkout = z
  .object({
    fullName: z.string().min(1, "अपना नाम लिखें।"),
    mobile: z.string().transform((typed, context) => {
      const read = parsePhoneNumber(typed, "IN");
      if (read?.isPossible()) return read;
      context.addIssue({ code: "custom", message: "अपना मोबाइल नंबर लिखें।" });
      return z.NEVER;
    }),
    optIn: z.literal("on").optional().transform(Boolean),
  })
  .transform(({ fullName, mobile, optIn }) => ({
    countryCode: `+${mobile.countryCallingCode}`,
    phoneNumber: mobile.nationalNumber,
    traits: { name: fullName, whatsapp_opted_in: optIn },
  }));

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
