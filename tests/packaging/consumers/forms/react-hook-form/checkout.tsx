import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { formOf, trackUser } from "interakt-wasm/customer";
import { hi } from "interakt-wasm/messages/hi";
import { useForm } from "react-hook-form";
import { Field } from "../page/field";
import { send } from "../page/send";

const checkout = formOf(trackUser, {
  fields: { fullName: "traits.name", mobile: "phone", optIn: "traits.whatsapp_opted_in" },
  required: ["fullName"],
  defaultCountry: "IN",
  messages: hi,
});

export function Checkout() {
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(checkout),
  });
  const { errors, isSubmitSuccessful } = formState;
  return (
    <form onSubmit={handleSubmit((customer) => send("/api/customers", customer))}>
      <Field label="Full name" {...register("fullName")} error={errors.fullName?.message} />
      <Field label="Mobile" {...register("mobile")} error={errors.mobile?.message} />
      <Field label="Updates by WhatsApp" type="checkbox" {...register("optIn")} />
      <button type="submit">Order</button>
      {isSubmitSuccessful && <p role="status">Thank you.</p>}
    </form>
  );
}
