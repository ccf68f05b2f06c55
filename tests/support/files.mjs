/** A web server for a handful of files that are given, not read from a folder. */
import { createServer } from "node:http";
import { listen } from "./listen.mjs";

/**
 * @param {Record<string, [type: string, content: string | Uint8Array]>} files by path
 */
export function serveFiles(files) {
  const server = createServer((request, response) => {
    const file = files[request.url ?? ""];
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const [type, content] = file;
    response.writeHead(200, { "content-type": type }).end(content);
  });
  return listen(server);
}
