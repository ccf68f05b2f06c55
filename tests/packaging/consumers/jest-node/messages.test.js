const { Interakt, isValidationError, sendMessage } = require("interakt-wasm");
const { createSimulator } = require("interakt-wasm/simulator");

const greeting = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  type: "Text",
  data: { message: "नमस्ते 👋" },
};

test("a greeting is in order", () => {
  expect(sendMessage.validate(greeting)).toEqual({ ok: true, value: greeting, warnings: [] });
});

test("the simulator stands in for Interakt", async () => {
  const simulator = createSimulator();
  const interakt = new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: simulator });
  await expect(interakt.sendMessage(greeting)).resolves.toMatchObject({ result: true });
});

test("a message to nobody is not sent", async () => {
  const fetch = jest.fn();
  const interakt = new Interakt({ apiKey: "dGVzdC1rZXk6", fetch });
  const error = await interakt.sendMessage({}).catch((reason) => reason);
  expect(isValidationError(error)).toBe(true);
  expect(error.issues[0]).toMatchObject({ code: "recipient.missing" });
  expect(fetch).not.toHaveBeenCalled();
});
