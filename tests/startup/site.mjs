/** The web servers behind the suite: pages, and copies of the package as they come from a server. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { INSTALLED } from "../../scripts/project.mjs";
import { listen } from "../support/listen.mjs";

/**
 * How the module of a copy comes. Part of the copy's addresses, so that each is a copy of its own.
 *
 * @typedef {object} Delivery
 * @property {string} [type] Its content type; "" for none.
 * @property {"gzip" | "br"} [encoding] If the browser takes it.
 * @property {keyof typeof FAULTS} [fault]
 * @property {number} [times] How often the fault occurs; always if left out.
 * @property {boolean} [cors] False: other origins may not read it.
 *
 * @typedef {import("node:http").ServerResponse} Response
 */

const TYPES = /** @type {Record<string, string>} */ ({
  ".js": "text/javascript",
  ".wasm": "application/wasm",
});

const COMPRESS = { gzip: gzipSync, br: brotliCompressSync };

const FAULTS = {
  /** @param {Response} response */
  missing: (response) => response.writeHead(404, { "content-type": "text/plain" }).end("Not found"),
  /** What a server of a single-page application says to everything. @param {Response} response */
  page: (response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html>"),
  /** @param {Response} response */
  dead: (response) => response.destroy(),
  /** @param {Response} response @param {Uint8Array} content */
  cut: (response, content) => {
    response.writeHead(200, {
      ...{ "content-type": "application/wasm", "content-length": content.length },
      "access-control-allow-origin": "*",
    });
    // When the beginning has left: otherwise nothing at all would come.
    response.write(content.subarray(0, 10_000), () => setTimeout(() => response.destroy(), 50));
  },
};

/** The page of a case, and around it the one that a browser opens. */
const PAGES = { "/": "stage", "/page": "page" };

/**
 * Starts two servers with the same content: for a page, its own origin and another one.
 *
 * @returns {Promise<{ url: string, elsewhere: string, close: () => Promise<void> }>}
 */
export async function startSite() {
  const scripts = await bundle(["stage", "page", "worker"]);
  /** What was asked for of each copy. @type {Map<string, string[]>} */
  const asked = new Map();
  const start = () =>
    listen(
      createServer(async (request, response) => {
        const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
        const script = scripts.get(pathname);
        const [, kind, copy = "", ...path] = pathname.split("/");
        if (pathname in PAGES) {
          const name = PAGES[/** @type {keyof typeof PAGES} */ (pathname)];
          respondWithPage(response, name, searchParams.get("policy"));
        } else if (script !== undefined) {
          response.writeHead(200, { "content-type": "text/javascript" }).end(script);
        } else if (kind === "asked") {
          response.writeHead(200, { "content-type": "application/json" });
          response.end(JSON.stringify(asked.get(copy) ?? []));
        } else if (kind === "copy") {
          const log = asked.get(copy) ?? [];
          asked.set(copy, log);
          await respondWithFile(request, response, log, copy, path.join("/"));
        } else {
          response.writeHead(404).end();
        }
      }),
    );
  const [own, other] = await Promise.all([start(), start()]);
  return {
    url: own.url,
    elsewhere: other.url,
    close: async () => {
      await Promise.all([own.close(), other.close()]);
    },
  };
}

/**
 * @param {Response} response
 * @param {string} script
 * @param {string | null} policy
 */
function respondWithPage(response, script, policy) {
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    ...(policy && { "content-security-policy": policy }),
  });
  response.end(
    `<!doctype html><title>${script}</title><script type="module" src="/${script}.js"></script>`,
  );
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {Response} response
 * @param {string[]} log What was asked for of this copy, and how it was encoded.
 * @param {string} copy
 * @param {string} path
 */
async function respondWithFile(request, response, log, copy, path) {
  const file = join(INSTALLED, normalize(`/${path}`));
  const content = await readFile(file);
  const isModule = extname(file) === ".wasm";
  /** @type {Delivery} */
  const given = isModule ? JSON.parse(decodeURIComponent(copy)).delivery : {};
  const { type = TYPES[extname(file)], encoding, fault, times = Infinity, cors = true } = given;
  log.push(path);
  if (fault && log.filter((asked) => asked === path).length <= times) {
    FAULTS[fault](response, content);
    return;
  }
  const encodes = encoding && String(request.headers["accept-encoding"]).includes(encoding);
  if (encodes) log.push(`${path} as ${encoding}`);
  response.writeHead(200, {
    ...(type && { "content-type": type }),
    ...(cors && { "access-control-allow-origin": "*" }),
    ...(encodes && { "content-encoding": encoding }),
  });
  response.end(encodes ? COMPRESS[encoding](content) : content);
}

/**
 * The scripts of the pages, without the package: they fetch that as files.
 *
 * @param {string[]} names
 * @returns {Promise<Map<string, string>>} By path.
 */
async function bundle(names) {
  const { outputFiles } = await esbuild.build({
    entryPoints: names.map((name) => fileURLToPath(new URL(`${name}.mjs`, import.meta.url))),
    bundle: true,
    format: "esm",
    target: "es2022",
    outdir: "/",
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}
