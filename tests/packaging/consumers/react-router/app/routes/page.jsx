import { createSimulator } from "interakt-wasm/simulator";
import * as interakt from "interakt-wasm/web";
import { useEffect, useState } from "react";
import { exercise } from "../../exercise.mjs";

/** The server starts the package as the browser does, and renders with it. */
export async function loader() {
  await interakt.init();
  return interakt.operations.length;
}

export async function clientLoader({ serverLoader }) {
  await interakt.init();
  return serverLoader();
}
clientLoader.hydrate = true;

export default function Page({ loaderData }) {
  const [verdict, setVerdict] = useState();
  useEffect(() => {
    const baseUrl = new URLSearchParams(location.search).get("interakt");
    exercise(interakt, createSimulator, baseUrl).then(setVerdict);
  }, []);
  return (
    <>
      <p>{loaderData} operations</p>
      <pre id="verdict">{JSON.stringify(verdict)}</pre>
    </>
  );
}
