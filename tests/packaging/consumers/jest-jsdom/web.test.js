import { readFile } from "node:fs/promises";
import * as bulk from "interakt-wasm/bulk/web";
import * as customer from "interakt-wasm/customer/web";
import * as forms from "interakt-wasm/forms/web";
import * as phones from "interakt-wasm/phone/web";
import * as field from "interakt-wasm/phone-field/web";
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
  await field.init(file("phone-field"));
  await bulk.init(file("bulk"));
  expect(forms.sendMessage.validate({}).issues[0]).toMatchObject({ code: "recipient.missing" });
  expect(customer.recipient.validate({ userId: "user-42" }).ok).toBe(true);
  expect(await customer.trackUser.schema).toMatchObject({ type: "object" });
  expect(field.phone.format("919876543210", "national")).toBe("098765 43210");
  expect(() => bulk.checkRows("{}\n")).toThrow(/TextDecoder/);
  expect(phones.phone.parse("098765 43210", { defaultCountry: "IN" }).ok).toBe(true);
});
