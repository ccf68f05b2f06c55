import { initTRPC, StandardSchemaV1Error } from "@trpc/server";
import { flatten, formOf, trackUser } from "interakt-wasm/customer";
import { sendMessage } from "interakt-wasm/forms";
import { hi } from "interakt-wasm/messages/hi";
import { interakt } from "../server/interakt";

const checkout = formOf(trackUser, {
  fields: { fullName: "traits.name", mobile: "phone", optIn: "traits.whatsapp_opted_in" },
  required: ["fullName"],
  defaultCountry: "IN",
  messages: hi,
});

const { router, procedure } = initTRPC.create({
  errorFormatter: ({ shape, error: { cause } }) => ({
    ...shape,
    ...(cause instanceof StandardSchemaV1Error && flatten(cause.issues)),
  }),
});

export const orders = router({
  checkout: procedure.input(checkout).mutation(({ input }) => interakt.trackUser(input)),
  message: procedure
    .input(sendMessage.kinds.Template.with({ messages: hi }))
    .mutation(({ input }) => interakt.sendMessage(input)),
});
