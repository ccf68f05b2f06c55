import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useForm } from "react-hook-form";
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
