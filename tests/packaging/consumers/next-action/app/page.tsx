"use client";

import { useActionState } from "react";
import { Field } from "./field";
import { order } from "./order";

export default function Checkout() {
  const [answer, submit] = useActionState(order, undefined);
  return (
    <form action={submit}>
      <Field label="Full name" name="fullName" issues={answer?.errors?.fullName} />
      <Field label="Mobile" name="mobile" issues={answer?.errors?.mobile} />
      <Field label="Updates by WhatsApp" type="checkbox" name="optIn" />
      <button type="submit">Order</button>
      {answer?.isSent && <p role="status">Thank you.</p>}
    </form>
  );
}
