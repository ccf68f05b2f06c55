/** Answers every request with a success: a process of its own, so that it takes no time of the client's. */
import { createServer } from "node:http";
import { listen } from "../tests/support/listen.mjs";

const ANSWER = JSON.stringify({ result: true, message: "Message queued", id: "m-1" });
const HEADERS = { "content-type": "application/json", "content-length": ANSWER.length };

const { url } = await listen(
  createServer((request, response) => {
    request.resume();
    request.on("end", () => response.writeHead(201, HEADERS).end(ANSWER));
  }),
);
process.send?.(url);
process.on("disconnect", () => process.exit());
