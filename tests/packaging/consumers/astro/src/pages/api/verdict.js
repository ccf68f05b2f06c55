import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "../../../exercise.mjs";

export const prerender = false;

export async function GET({ url }) {
  const baseUrl = url.searchParams.get("interakt");
  return Response.json(await exercise(interakt, createSimulator, baseUrl));
}
