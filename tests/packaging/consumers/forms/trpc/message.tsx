import { type FormEvent, useState } from "react";
import { Field } from "../page/field";
import { client, type Progress, progressOf } from "./orders";

export function OrderMessage() {
  const [{ isSent, issues }, setProgress] = useState<Progress>({ isSent: false });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const message = client.message.mutate({
      type: "Template",
      countryCode: "+91",
      phoneNumber: String(data.get("mobile")),
      template: {
        name: "order_confirmed",
        languageCode: "hi",
        bodyValues: [String(data.get("fullName"))],
      },
    });
    setProgress(await progressOf(message));
  }
  const nameIssues = issues?.["template.bodyValues[0]"];
  return (
    <form onSubmit={submit}>
      <Field label="Full name" name="fullName" error={nameIssues?.[0]?.message} />
      <Field label="Mobile" name="mobile" error={issues?.phoneNumber?.[0]?.message} />
      <button type="submit">Order</button>
      {isSent && <p role="status">Thank you.</p>}
    </form>
  );
}
