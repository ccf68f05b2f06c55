import { revalidateLogic, useForm } from "@tanstack/react-form";
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

const blank: z.input<typeof order> = {
  type: "Template",
  countryCode: "+91",
  phoneNumber: "",
  template: { name: "order_confirmed", languageCode: "hi", bodyValues: [""] },
};

export function OrderMessage() {
  const form = useForm({
    defaultValues: blank,
    validationLogic: revalidateLogic(),
    validators: { onDynamic: order },
    onSubmit: ({ value }) => send("/api/messages", value),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        form.handleSubmit();
      }}
    >
      <form.Field name="template.bodyValues[0]">
        {({ state: { value, meta }, handleChange }) => (
          <Field
            label="Full name"
            value={value}
            onChange={(event) => handleChange(event.target.value)}
            error={meta.errors[0]?.message}
          />
        )}
      </form.Field>
      <form.Field name="phoneNumber">
        {({ state: { value, meta }, handleChange }) => (
          <Field
            label="Mobile"
            value={value}
            onChange={(event) => handleChange(event.target.value)}
            error={meta.errors[0]?.message}
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
