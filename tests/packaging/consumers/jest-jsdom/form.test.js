import { sendMessage } from "interakt-wasm";
import { createForm } from "./form.js";

/** Fills the form in and sends it. */
function submit(form, phone, text) {
  document.body.replaceChildren(form);
  form.elements.namedItem("phone").value = phone;
  form.elements.namedItem("text").value = text;
  form.dispatchEvent(new Event("submit", { cancelable: true }));
  return [...form.querySelectorAll("[data-path]")].map((line) => line.textContent);
}

test("says what is wrong, each at its place", () => {
  const [phone, text] = submit(createForm(), "९८७", "");
  expect(phone).toMatch(/digits/);
  expect(text).toBe("Must not be empty.");
});

test("sends what is right", () => {
  const form = createForm();
  expect(submit(form, "098765 43210", "नमस्ते 👋")).toEqual(["", ""]);
  expect(JSON.parse(form.dataset.sends)).toEqual({
    countryCode: "+91",
    phoneNumber: "9876543210",
    type: "Text",
    data: { message: "नमस्ते 👋" },
  });
});

test("reads answers", () => {
  const answer = '{"result":true,"message":"नमस्ते 👋","id":"a1"}';
  expect(sendMessage.parse(200, {}, answer)).toMatchObject({ id: "a1", message: "नमस्ते 👋" });
  expect(() => sendMessage.parse(401, {}, "नहीं")).toThrow(
    expect.objectContaining({ name: "AuthenticationError", body: "नहीं" }),
  );
});
