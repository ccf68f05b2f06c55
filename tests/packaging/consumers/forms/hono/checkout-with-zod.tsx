/** @jsxImportSource hono/jsx */
import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import parsePhoneNumber from "libphonenumber-js/min";
import * as z from "zod";
import { interakt } from "../server/interakt";
import { Page, Thanks } from "./page";

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

export const hono = new Hono()
  .get("/", (c) => c.html(<Page />))
  .post(
    "/",
    sValidator("form", checkout, (result, c) => {
      if (result.success) return;
      const errors = Object.fromEntries(
        result.error.map((issue) => [String(issue.path?.[0]), [issue]]),
      );
      return c.html(<Page errors={errors} />, 422);
    }),
    async (c) => {
      await interakt.trackUser(c.req.valid("form"));
      return c.html(<Thanks />);
    },
  );
