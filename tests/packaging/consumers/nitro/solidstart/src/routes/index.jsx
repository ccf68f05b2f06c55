import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { createSignal, onMount } from "solid-js";
import { exercise } from "../../../exercise.mjs";

/** The server renders this too, and so uses the package there. */
export default function Page() {
  const [verdict, setVerdict] = createSignal();
  onMount(() => {
    const baseUrl = new URLSearchParams(location.search).get("interakt");
    exercise(interakt, createSimulator, baseUrl).then(setVerdict);
  });
  return (
    <>
      <p>{interakt.operations.length} operations</p>
      <pre id="verdict">{JSON.stringify(verdict())}</pre>
    </>
  );
}
