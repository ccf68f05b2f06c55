import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { useEffect, useState } from "react";
import { Text } from "react-native";
import { exercise } from "./exercise.mjs";

export default function App() {
  const [verdict, setVerdict] = useState("");
  useEffect(() => {
    const baseUrl = new URLSearchParams(location.search).get("interakt");
    exercise(interakt, createSimulator, baseUrl).then((found) => setVerdict(JSON.stringify(found)));
  }, []);
  return <Text id="verdict">{verdict}</Text>;
}
