/** @jsxImportSource hono/jsx */
import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { flatten, formOf, trackUser } from "interakt-wasm/customer";
import { hi } from "interakt-wasm/messages/hi";
import { interakt } from "../server/interakt";
import { Page, Thanks } from "./page";

const checkout = formOf(trackUser, {
  fields: { fullName: "traits.name", mobile: "phone", optIn: "traits.whatsapp_opted_in" },
  required: ["fullName"],
  defaultCountry: "IN",
  messages: hi,
});

export const hono = new Hono()
  .get("/", (c) => c.html(<Page />))
  .post(
    "/",
    sValidator("form", checkout, (result, c) => {
      if (result.success) return;
      const { fieldIssues } = flatten(result.error);
      return c.html(<Page errors={fieldIssues} />, 422);
    }),
    async (c) => {
      await interakt.trackUser(c.req.valid("form"));
      return c.html(<Thanks />);
    },
  );
