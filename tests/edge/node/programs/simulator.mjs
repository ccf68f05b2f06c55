import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { createSimulator } from "interakt-wasm/simulator";

const simulator = createSimulator({ plan: "growth" });
const port = Number(process.env.PORT ?? 8080);

/** @param {[string, string | string[] | undefined]} header */
const single = ([name, value]) => /** @type {[string, string]} */ ([name, String(value)]);

createServer(async (request, response) => {
  const { method = "GET", url, headers } = request;
  const init = { method, headers: new Headers(Object.entries(headers).map(single)) };
  const body = await buffer(request);
  const answer = await simulator(
    new Request(`http://localhost${url}`, body.length > 0 ? { ...init, body } : init),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
}).listen(port);
