import { phone } from "interakt-wasm/phone-field";
import { type ChangeEvent, type SubmitEvent, useLayoutEffect, useRef, useState } from "react";
import { send } from "../page/send";

const format = (text: string, caret: number) => phone.asYouType({ country: "IN" })(text, caret);

export function OwnInput() {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ text: "", caret: 0 });
  const [isSent, setSent] = useState(false);

  useLayoutEffect(() => {
    if (typed.text) input.current?.setSelectionRange(typed.caret, typed.caret);
  }, [typed]);

  function change({ target }: ChangeEvent<HTMLInputElement>) {
    setTyped(format(target.value, target.selectionStart ?? target.value.length));
  }

  async function order(event: SubmitEvent) {
    event.preventDefault();
    const { value } = phone.parse(typed.text, { defaultCountry: "IN" });
    if (!value?.possible) return;
    const { countryCode, phoneNumber } = value;
    await send("/api/customers", { countryCode, phoneNumber, traits: { name: "Asha Rao" } });
    setSent(true);
  }

  return (
    <form onSubmit={order}>
      <label htmlFor="mobile">Mobile</label>
      <input id="mobile" type="tel" ref={input} value={typed.text} onChange={change} />
      <button type="submit">Order</button>
      {isSent && <p role="status">Thank you.</p>}
    </form>
  );
}
