"use server";

import parsePhoneNumber from "libphonenumber-js/min";
import * as z from "zod";
import { interakt } from "./interakt";

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

export async function order(_: unknown, data: FormData) {
  const checked = checkout.safeParse(Object.fromEntries(data));
  if (!checked.success) return { errors: z.flattenError(checked.error).fieldErrors };
  await interakt().trackUser(checked.data);
  return { isSent: true };
}
