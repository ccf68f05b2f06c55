import { revalidateLogic, useForm } from "@tanstack/react-form";
import { sendMessage, type TemplateMessage } from "interakt-wasm/forms";
import { hi } from "interakt-wasm/messages/hi";
import { Field } from "../page/field";
import { send } from "../page/send";

const blank: TemplateMessage = {
  type: "Template",
  countryCode: "+91",
  phoneNumber: "",
  template: { name: "order_confirmed", languageCode: "hi", bodyValues: [""] },
};

export function OrderMessage() {
  const form = useForm({
    defaultValues: blank,
    validationLogic: revalidateLogic(),
    validators: { onDynamic: sendMessage.kinds.Template.with({ messages: hi }) },
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
