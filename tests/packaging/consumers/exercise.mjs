/**
 * Uses every kind of thing that an entry exports, and says what came out of it.
 *
 * @param {typeof import("interakt-wasm")} entry
 * @param {typeof import("interakt-wasm/simulator").createSimulator} createSimulator
 */
export async function exercise({ Interakt, operations, sendMessage }, createSimulator) {
  const message = {
    ...{ countryCode: "+91", phoneNumber: "9876543210" },
    ...{ type: /** @type {const} */ ("Text"), data: { message: "Hi" } },
  };
  const interakt = new Interakt({
    apiKey: "dGVzdC1rZXk6",
    fetch: createSimulator(),
    dangerouslyAllowBrowser: true,
  });
  const { id } = await interakt.sendMessage(message);
  return {
    operations: operations.length,
    accepted: sendMessage.validate(message).ok,
    refused: !sendMessage.validate({}).ok,
    sent: typeof id === "string" && id.length > 0,
  };
}
