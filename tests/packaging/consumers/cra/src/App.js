import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { useEffect, useState } from "react";
import { exercise } from "./exercise.mjs";

export function App() {
  const [verdict, setVerdict] = useState();
  useEffect(() => {
    const baseUrl = new URLSearchParams(location.search).get("interakt");
    exercise(interakt, createSimulator, baseUrl).then(setVerdict);
  }, []);
  return <pre id="verdict">{verdict && JSON.stringify(verdict)}</pre>;
}
