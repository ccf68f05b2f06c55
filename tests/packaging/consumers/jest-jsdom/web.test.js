import { readFile } from "node:fs/promises";
import * as customer from "interakt-wasm/customer/web";
import * as forms from "interakt-wasm/forms/web";
import * as phones from "interakt-wasm/phone/web";
import { init, sendMessage } from "interakt-wasm/web";

test("a form with the web entry starts it with the file's bytes", async () => {
  await init(readFile(require.resolve("interakt-wasm/core.wasm")));
  expect(sendMessage.validate({}).issues[0]).toMatchObject({ code: "recipient.missing" });
});

test("so do the smaller entries, each with its own file", async () => {
  const file = (name) => readFile(require.resolve(`interakt-wasm/${name}.wasm`));
  await forms.init(file("forms"));
  await customer.init(file("customer"));
  await phones.init(file("phone"));
  expect(forms.sendMessage.validate({}).issues[0]).toMatchObject({ code: "recipient.missing" });
  expect(customer.recipient.validate({ userId: "user-42" }).ok).toBe(true);
  expect(await customer.trackUser.schema).toMatchObject({ type: "object" });
  expect(phones.phone.parse("098765 43210", { defaultCountry: "IN" }).ok).toBe(true);
});
