/** Template messages, good and bad, and how one would describe them with zod. */
import * as z from "zod";

/** A message as campaigns send them. */
export const GOOD = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  callbackData: "order-1234",
  type: "Template",
  template: {
    name: "order_update",
    languageCode: "en",
    headerValues: ["Order 1234"],
    bodyValues: ["Asha", "two boxes of tea", "3 March"],
    buttonValues: { 0: ["track/1234"] },
  },
};

/** The same with four mistakes that both find. */
export const BAD = {
  ...GOOD,
  phoneNumber: "98765x",
  template: {
    ...{ ...GOOD.template, name: "Order Update", languageCode: 5 },
    bodyValues: ["Asha", "", "3 March"],
  },
};

const value = z
  .string()
  .min(1, "An empty value is refused.")
  .regex(/^(?!.*[\n\t])(?!.* {5})/s, "Meta refuses a new line, a tab or more than four spaces.");
const values = z.array(value);

/** What one would write by hand of the same rules: one way to say for whom, and no unknown keys. */
export const messageSchema = z
  .strictObject({
    countryCode: z
      .string()
      .regex(/^\+[1-9]\d{0,3}$/, "A country code is like +91.")
      .optional(),
    phoneNumber: z
      .string()
      .regex(/^\d{4,14}$/, "A phone number is 4 to 14 digits.")
      .optional(),
    fullPhoneNumber: z
      .string()
      .regex(/^\d{7,15}$/, "A full phone number is 7 to 15 digits.")
      .optional(),
    callbackData: z.string().max(512).optional(),
    campaignId: z.string().optional(),
    type: z.literal("Template"),
    template: z.strictObject({
      name: z.string().regex(/^[a-z0-9_]{1,512}$/, "The name of a template is like order_update."),
      languageCode: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, "A language code is like en_US."),
      headerValues: values.max(1).optional(),
      bodyValues: values.optional(),
      fileName: z.string().optional(),
      buttonValues: z.record(z.string().regex(/^\d$/), values.max(1)).optional(),
    }),
  })
  .superRefine(({ countryCode, phoneNumber, fullPhoneNumber }, context) => {
    const pair = countryCode !== undefined || phoneNumber !== undefined;
    if (pair && fullPhoneNumber !== undefined) {
      context.addIssue({
        code: "custom",
        path: ["fullPhoneNumber"],
        message: "Not beside a pair.",
      });
    } else if (fullPhoneNumber === undefined && (!countryCode || !phoneNumber)) {
      context.addIssue({ code: "custom", path: ["phoneNumber"], message: "Say who this is for." });
    }
  });
