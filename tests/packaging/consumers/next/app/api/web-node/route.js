import { createSimulator } from "interakt-wasm/simulator";
import * as interakt from "interakt-wasm/web";
import { exercise } from "../../../exercise.mjs";

export async function GET(request) {
  await interakt.init();
  const baseUrl = new URL(request.url).searchParams.get("interakt");
  return Response.json(await exercise(interakt, createSimulator, baseUrl));
}
