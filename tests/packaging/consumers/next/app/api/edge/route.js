import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "../../../exercise.mjs";

export const runtime = "edge";

// Vercel's edge compiles no bytes, only modules that are part of the build. `next start` compiles
// both, so that without this a wrong entry would not be noticed.
Object.assign(WebAssembly, { compile: refuse, Module: refuse });

export async function GET(request) {
  const baseUrl = new URL(request.url).searchParams.get("interakt");
  return Response.json(await exercise(interakt, createSimulator, baseUrl));
}

function refuse() {
  throw new WebAssembly.CompileError("Wasm code generation disallowed");
}
