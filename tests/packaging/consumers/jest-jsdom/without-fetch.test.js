import { Interakt } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";

const greeting = { fullPhoneNumber: "919876543210", type: "Text", data: { message: "Hi" } };

test.each([
  ["fetch", {}],
  ["Request", { fetch: createSimulator() }],
])("says that jsdom has no %s", async (name, options) => {
  expect(globalThis[name]).toBeUndefined();
  const interakt = new Interakt({ baseUrl: "https://example.com", ...options });
  await expect(interakt.sendMessage(greeting)).rejects.toMatchObject({
    name: "ConfigurationError",
    code: "fetch_missing",
    message: expect.stringContaining(`set globalThis.${name}`),
  });
});
