import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { sendMessage } from "interakt-wasm/forms";
import { hi } from "interakt-wasm/messages/hi";
import { useForm } from "react-hook-form";
import { Field } from "../page/field";
import { send } from "../page/send";

const order = sendMessage.kinds.Template.with({ messages: hi });

export function OrderMessage() {
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(order),
    defaultValues: {
      type: "Template",
      countryCode: "+91",
      template: { name: "order_confirmed", languageCode: "hi" },
    },
  });
  const { errors, isSubmitSuccessful } = formState;
  const name = errors.template?.bodyValues?.[0];
  return (
    <form onSubmit={handleSubmit((message) => send("/api/messages", message))}>
      <Field label="Full name" {...register("template.bodyValues.0")} error={name?.message} />
      <Field label="Mobile" {...register("phoneNumber")} error={errors.phoneNumber?.message} />
      <button type="submit">Order</button>
      {isSubmitSuccessful && <p role="status">Thank you.</p>}
    </form>
  );
}
