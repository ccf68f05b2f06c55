import { readFile } from "node:fs/promises";
import { init, sendMessage } from "interakt-wasm/web";

test("a form with the web entry starts it with the file's bytes", async () => {
  await init(readFile(require.resolve("interakt-wasm/core.wasm")));
  expect(sendMessage.validate({}).issues[0]).toMatchObject({ code: "recipient.missing" });
});
