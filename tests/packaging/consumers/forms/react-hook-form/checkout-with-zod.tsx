import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import parsePhoneNumber from "libphonenumber-js/min";
import { useForm } from "react-hook-form";
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
