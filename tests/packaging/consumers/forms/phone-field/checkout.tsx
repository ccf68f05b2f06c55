import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { formOf, trackUser } from "interakt-wasm/customer";
import { useForm } from "react-hook-form";
import { Field } from "../page/field";
import { send } from "../page/send";

const checkout = formOf(trackUser, {
  fields: { fullName: "traits.name", mobile: "phone" },
  required: ["fullName"],
});

export function Checkout() {
  const { register, handleSubmit, formState, watch } = useForm({
    resolver: standardSchemaResolver(checkout),
  });
  const { errors, isSubmitSuccessful } = formState;
  return (
    <form onSubmit={handleSubmit((customer) => send("/api/customers", customer))}>
      <Field label="Full name" {...register("fullName")} error={errors.fullName?.message} />
      <label htmlFor="mobile">Mobile</label>
      <interakt-phone id="mobile" country="IN" required {...register("mobile")} />
      <output>{String(watch("mobile"))}</output>
      <button type="submit">Order</button>
      {isSubmitSuccessful && <p role="status">Thank you.</p>}
    </form>
  );
}
