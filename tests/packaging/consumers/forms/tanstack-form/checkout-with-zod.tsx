import { revalidateLogic, useForm } from "@tanstack/react-form";
import parsePhoneNumber from "libphonenumber-js/min";
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
    optIn: z.boolean(),
  })
  .transform(({ fullName, mobile, optIn }) => ({
    countryCode: `+${mobile.countryCallingCode}`,
    phoneNumber: mobile.nationalNumber,
    traits: { name: fullName, whatsapp_opted_in: optIn },
  }));

export function Checkout() {
  const form = useForm({
    defaultValues: { fullName: "", mobile: "", optIn: false },
    validationLogic: revalidateLogic(),
    validators: { onDynamic: checkout },
    onSubmit: async ({ value }) => {
      await send("/api/customers", checkout.parse(value));
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        form.handleSubmit();
      }}
    >
      <form.Field name="fullName">
        {({ state: { value, meta }, handleChange }) => (
          <Field
            label="Full name"
            value={value}
            onChange={(event) => handleChange(event.target.value)}
            error={meta.errors[0]?.message}
          />
        )}
      </form.Field>
      <form.Field name="mobile">
        {({ state: { value, meta }, handleChange }) => (
          <Field
            label="Mobile"
            value={value}
            onChange={(event) => handleChange(event.target.value)}
            error={meta.errors[0]?.message}
          />
        )}
      </form.Field>
      <form.Field name="optIn">
        {({ state, handleChange }) => (
          <Field
            label="Updates by WhatsApp"
            type="checkbox"
            checked={state.value}
            onChange={(event) => handleChange(event.target.checked)}
          />
        )}
      </form.Field>
      <button type="submit">Order</button>
      <form.Subscribe selector={(state) => state.isSubmitSuccessful}>
        {(isSent) => isSent && <p role="status">Thank you.</p>}
      </form.Subscribe>
    </form>
  );
}
