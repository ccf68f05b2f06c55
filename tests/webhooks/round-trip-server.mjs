/** The program as a server of Node, Deno or Bun: it answers the first line with its address. */
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { json } from "node:stream/consumers";
import * as api from "interakt-wasm";
import * as simulation from "interakt-wasm/simulator";
import { createProgram } from "./round-trip.mjs";

const { Deno, Bun } = /** @type {any} */ (globalThis);
const LOCAL = { hostname: "127.0.0.1", port: 0 };

const program = createProgram(api, simulation);

/** @param {Request} request */
async function answer(request) {
  const url = new URL(request.url);
  if (url.pathname === "/webhook") return api.webhooks.receive(request, program.receiving());
  return Response.json(await program.perform(url, await request.json()));
}

/** @returns {Promise<number>} The port. */
async function listen() {
  if (Deno) return Deno.serve({ ...LOCAL, onListen() {} }, answer).addr.port;
  if (Bun) return Bun.serve({ ...LOCAL, fetch: answer }).port;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    if (url.pathname === "/webhook") {
      return api.webhooks.nodeHandler(program.receiving())(request, response);
    }
    response.end(JSON.stringify(await program.perform(url, await json(request))));
  });
  await new Promise((resolve) => server.listen(LOCAL.port, LOCAL.hostname, () => resolve(null)));
  return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
}

const port = await listen();
for await (const _ of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
}
