import { phone, sendMessage } from "interakt-wasm";

/** A form that says what is wrong beside each field, and what it would send. */
export function createForm() {
  const form = document.createElement("form");
  form.innerHTML = `
    <input name="phone"><p data-path="phoneNumber"></p>
    <input name="text"><p data-path="data.message"></p>`;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { phone: typed, text } = Object.fromEntries(new FormData(form));
    const number = phone.parse(typed, { defaultCountry: "IN" }).value;
    const checked = sendMessage.validate({
      countryCode: "+91",
      phoneNumber: number?.phoneNumber ?? typed,
      type: "Text",
      data: { message: text },
    });
    for (const line of form.querySelectorAll("[data-path]")) line.textContent = "";
    for (const { path, message } of checked.issues ?? []) {
      form.querySelector(`[data-path="${path.join(".")}"]`).textContent = message;
    }
    if (checked.ok) form.dataset.sends = sendMessage.build(checked.value).body;
  });
  return form;
}
