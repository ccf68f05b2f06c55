"use client";

import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { useEffect, useState } from "react";
import { exercise } from "../exercise.mjs";

/** The server renders this component too, so the package is imported there as well. */
export default function Page() {
  const [verdict, setVerdict] = useState();
  useEffect(() => {
    const baseUrl = new URLSearchParams(location.search).get("interakt");
    exercise(interakt, createSimulator, baseUrl).then(setVerdict);
  }, []);
  return (
    <>
      <p id="rendered">{interakt.operations.length}</p>
      <pre id="verdict">{JSON.stringify(verdict)}</pre>
    </>
  );
}
