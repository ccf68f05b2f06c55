import { createSimulator } from "interakt-wasm/simulator";
import * as interakt from "interakt-wasm/web";
import { useEffect, useState } from "react";
import { exercise } from "../../exercise.mjs";

/** The server starts the package as the page does, and uses it too. */
export async function loader() {
  await interakt.init();
  return interakt.operations.length;
}

export default function Page({ loaderData }) {
  const [verdict, setVerdict] = useState();
  useEffect(() => {
    const baseUrl = new URLSearchParams(location.search).get("interakt");
    interakt
      .init()
      .then(() => exercise(interakt, createSimulator, baseUrl))
      .then(setVerdict);
  }, []);
  return (
    <>
      <p>{loaderData} operations</p>
      <pre id="verdict">{JSON.stringify(verdict)}</pre>
    </>
  );
}
