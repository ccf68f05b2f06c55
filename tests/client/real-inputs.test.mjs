/** What forms and programs give goes out as it stands, where it goes out at all. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  assignChat,
  getUserByPhone,
  listUsers,
  sendMessage,
  sendRcs,
  trackUser,
} from "interakt-wasm";

/** @param {{ body: unknown }} request */
const bodyOf = ({ body }) => JSON.parse(String(body));

test("empty strings of the other form of a number go out as they stand, as in production", () => {
  const pair = { countryCode: "+91", phoneNumber: "9812345670", fullPhoneNumber: "" };
  const full = { countryCode: "", phoneNumber: "", fullPhoneNumber: "919812345670" };
  const text = { type: "Text", data: { message: "Hi" } };
  for (const who of /** @type {any[]} */ ([pair, full, { userId: "user-7", ...full }])) {
    const inputs = [
      sendMessage.build({ ...who, ...text }),
      sendMessage.build([{ ...who, ...text }]),
      sendRcs.build({ ...who, userId: undefined, type: "Text", message: { plainText: "Hi" } }),
      trackUser.build({ ...who, traits: {} }),
    ];
    for (const request of inputs) {
      const { fullPhoneNumber, phoneNumber, countryCode } = [bodyOf(request)].flat()[0];
      assert.deepEqual(
        { fullPhoneNumber, phoneNumber, countryCode },
        {
          fullPhoneNumber: who.fullPhoneNumber,
          phoneNumber: who.phoneNumber,
          countryCode: who.countryCode,
        },
      );
      assert.deepEqual(request.warnings, []);
    }
  }
});

test("an empty country code beside the number to look for goes nowhere", () => {
  const { url } = getUserByPhone.build({ countryCode: "", phoneNumber: "9812345670" });
  assert.ok(url.endsWith("/users/phone_number/9812345670"), url);
});

test("keys of one's own go out with the body, with a warning", () => {
  const input = { user_phone_number: "919812345670", agent_email: "a@example.in", wc_id: "wc-7" };
  const request = assignChat.build(/** @type {any} */ ({ ...input, team: "night" }));
  assert.deepEqual(bodyOf(request), { ...input, team: "night" });
  assert.deepEqual(
    request.warnings.map(({ code, path }) => [code, path]),
    [["object.unknown_key", ["team"]]],
  );
});

test("customers are listed without filters by a body without filters", () => {
  const request = listUsers.build({ limit: 5 });
  assert.deepEqual(bodyOf(request), {});
  assert.ok(request.url.endsWith("?limit=5"), request.url);
});
