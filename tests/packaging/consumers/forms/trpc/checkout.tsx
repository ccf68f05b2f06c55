import { type FormEvent, useState } from "react";
import { Field } from "../page/field";
import { client, type Progress, progressOf } from "./orders";

export function Checkout() {
  const [{ isSent, issues }, setProgress] = useState<Progress>({ isSent: false });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const fullName = String(data.get("fullName"));
    const mobile = String(data.get("mobile"));
    const order = { fullName, mobile, optIn: data.has("optIn") };
    setProgress(await progressOf(client.checkout.mutate(order)));
  }
  return (
    <form onSubmit={submit}>
      <Field label="Full name" name="fullName" error={issues?.fullName?.[0]?.message} />
      <Field label="Mobile" name="mobile" error={issues?.mobile?.[0]?.message} />
      <Field label="Updates by WhatsApp" type="checkbox" name="optIn" />
      <button type="submit">Order</button>
      {isSent && <p role="status">Thank you.</p>}
    </form>
  );
}
