import { revalidateLogic, useForm } from "@tanstack/react-form";
import { formOf, trackUser } from "interakt-wasm/customer";
import { hi } from "interakt-wasm/messages/hi";
import { Field } from "../page/field";
import { send } from "../page/send";

const checkout = formOf(trackUser, {
  fields: { fullName: "traits.name", mobile: "phone", optIn: "traits.whatsapp_opted_in" },
  required: ["fullName"],
  defaultCountry: "IN",
  messages: hi,
});

export function Checkout() {
  const form = useForm({
    defaultValues: { fullName: "", mobile: "", optIn: false },
    validationLogic: revalidateLogic(),
    validators: { onDynamic: checkout },
    onSubmit: async ({ value }) => {
      const checked = checkout.validate(value);
      if (checked.ok) await send("/api/customers", checked.value);
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
