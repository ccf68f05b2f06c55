import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { expect, test, vi } from "vitest";
import { exercise } from "./exercise.mjs";

const { Interakt, sendMessage } = interakt;

test("a message to nobody is not sent", async () => {
  const fetch = vi.fn();
  const client = new Interakt({ apiKey: "dGVzdC1rZXk6", dangerouslyAllowBrowser: true, fetch });
  await expect(client.sendMessage({})).rejects.toMatchObject({ name: "ValidationError" });
  expect(sendMessage.validate({}).issues[0]).toMatchObject({ code: "recipient.missing" });
  expect(fetch).not.toHaveBeenCalled();
});

test("everything works", async () => {
  const verdict = await exercise(interakt, createSimulator, import.meta.env.VITE_INTERAKT_URL);
  console.log(JSON.stringify(verdict));
  expect(verdict).not.toHaveProperty("failed");
});
