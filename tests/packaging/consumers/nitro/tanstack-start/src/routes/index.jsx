import { createFileRoute } from "@tanstack/react-router";
import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { useEffect, useState } from "react";
import { exercise } from "../../../exercise.mjs";

export const Route = createFileRoute("/")({ component: Page });

/** The server renders this too, and so uses the package there. */
function Page() {
  const [verdict, setVerdict] = useState();
  useEffect(() => {
    const baseUrl = new URLSearchParams(location.search).get("interakt");
    exercise(interakt, createSimulator, baseUrl).then(setVerdict);
  }, []);
  return (
    <>
      <p>{interakt.operations.length} operations</p>
      <pre id="verdict">{JSON.stringify(verdict)}</pre>
    </>
  );
}
