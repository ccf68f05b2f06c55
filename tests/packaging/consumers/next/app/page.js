"use client";

import * as interakt from "interakt-wasm";
import * as bulk from "interakt-wasm/bulk/web";
import * as customer from "interakt-wasm/customer/web";
import * as forms from "interakt-wasm/forms/web";
import * as phone from "interakt-wasm/phone/web";
import * as field from "interakt-wasm/phone-field/web";
import { createSimulator } from "interakt-wasm/simulator";
import { useEffect, useState } from "react";
import { exercise } from "../exercise.mjs";

/** The server renders this component too, so the package is imported there as well. */
export default function Page() {
  const [verdict, setVerdict] = useState();
  useEffect(() => {
    const baseUrl = new URLSearchParams(location.search).get("interakt");
    const entries = { bulk, customer, field, forms, phone };
    Promise.all(Object.values(entries).map(({ init }) => init()))
      .then(() => exercise(interakt, createSimulator, baseUrl, entries))
      .then(setVerdict, ({ message }) => setVerdict({ failed: message }));
  }, []);
  return (
    <>
      <p id="rendered">{interakt.operations.length}</p>
      <pre id="verdict">{JSON.stringify(verdict)}</pre>
    </>
  );
}
