import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "../../../../exercise.mjs";

export async function GET({ request }) {
  const baseUrl = new URL(request.url).searchParams.get("interakt");
  return Response.json(await exercise(interakt, createSimulator, baseUrl));
}
