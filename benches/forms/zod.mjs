/** The same form with zod and libphonenumber-js. */
import parsePhoneNumber from "libphonenumber-js/min";
import * as z from "zod";

const schema = z.object({
  name: z.string().min(1),
  phone: z.string().transform((typed, context) => {
    const read = parsePhoneNumber(typed, "IN");
    if (read?.isPossible()) return read.number;
    context.addIssue({ code: "custom", message: "This is no phone number." });
    return z.NEVER;
  }),
  optIn: z.boolean(),
});

/** @param {unknown} form */
export const check = (form) => schema.safeParse(form);
