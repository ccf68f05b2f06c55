import { initTRPC } from "@trpc/server";
import parsePhoneNumber from "libphonenumber-js/min";
import * as z from "zod";
import { interakt } from "../server/interakt";

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

const { router, procedure } = initTRPC.create({
  errorFormatter: ({ shape, error: { cause } }) => ({
    ...shape,
    ...(cause instanceof z.ZodError && z.flattenError(cause)),
  }),
});

export const orders = router({
  checkout: procedure.input(checkout).mutation(({ input }) => interakt.trackUser(input)),
  message: procedure.input(order).mutation(({ input }) => interakt.sendMessage(input)),
});
