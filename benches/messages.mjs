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

const values = z.array(z.string().min(1, "An empty value is refused."));

/** What one would write by hand of the same rules. */
export const messageSchema = z.object({
  countryCode: z.string().regex(/^\+[1-9]\d{0,3}$/, "A country code is like +91."),
  phoneNumber: z.string().regex(/^\d{4,14}$/, "A phone number is 4 to 14 digits."),
  callbackData: z.string().max(512).optional(),
  campaignId: z.string().optional(),
  type: z.literal("Template"),
  template: z.object({
    name: z.string().regex(/^[a-z0-9_]{1,512}$/, "The name of a template is like order_update."),
    languageCode: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, "A language code is like en_US."),
    headerValues: values.max(1).optional(),
    bodyValues: values.optional(),
    fileName: z.string().optional(),
    buttonValues: z.record(z.string().regex(/^\d$/), values.max(1)).optional(),
  }),
});
