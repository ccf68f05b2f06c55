import "./no-bytes.js";
import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "./exercise.mjs";

export const config = { matcher: "/api/middleware" };

/** Next runs it at the edge. */
export async function middleware(request) {
  const baseUrl = new URL(request.url).searchParams.get("interakt");
  return Response.json(await exercise(interakt, createSimulator, baseUrl));
}
