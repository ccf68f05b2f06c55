/** A server in Interakt's place that has bad manners, and a key that it repeats. */
import { createServer } from "node:http";
import { listen } from "../support/listen.mjs";

/** Well formed, and nobody's. */
export const KEY = "fj8+bm9ib2R5cy1rZXktb2YtdGhlLWNvbnNvbGU/fj8+Og==";

/** @param {(code: number) => string} write */
const each = (write) => [...KEY].map((c) => write(c.charCodeAt(0))).join("");

/** @param {number} code @param {number} digits */
const hex = (code, digits) => code.toString(16).padStart(digits, "0");

/** What servers and what is on the way make of it. */
const WRITTEN = [
  KEY,
  KEY.replaceAll("/", "\\/"),
  each((code) => `\\u${hex(code, 4)}`),
  encodeURIComponent(KEY),
  each((code) => `%${hex(code, 2)}`),
  each((code) => `&#${code};`),
  each((code) => `&#x${hex(code, 2)};`),
  KEY.replaceAll("=", ""),
  KEY.replaceAll("+", "-").replaceAll("/", "_"),
  atob(KEY),
  btoa(KEY),
];

/**
 * How the key can be read in a text, once all that escapes it is undone.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function keysIn(text) {
  const read =
    (/** @type {number} */ base) => (/** @type {string} */ _, /** @type {string} */ it) =>
      String.fromCharCode(Number.parseInt(it, base));
  const plain = (/** @type {string} */ from) =>
    from
      .replaceAll(/\\+u([0-9a-f]{4})/gi, read(16))
      .replaceAll(/\\+\//g, "/")
      .replaceAll(/%([0-9a-f]{2})/gi, read(16))
      .replaceAll(/&#x([0-9a-f]+);/gi, read(16))
      .replaceAll(/&#(\d+);/g, read(10))
      .replaceAll("-", "+")
      .replaceAll("_", "/");
  const there = plain(text);
  return [KEY.replaceAll("=", ""), atob(KEY), btoa(KEY)].filter((key) =>
    there.includes(plain(key)),
  );
}

/** What a page would run if it took a text for anything else. */
export const SCRIPT =
  "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";

/**
 * @typedef {"answer" | "refuse" | "break" | "half" | "endless" | "late"} Manner It answers well, or no;
 *   breaks the connection, before or within the answer; never comes to an end; or never begins.
 */

/**
 * Repeats the key wherever it can, in each way to write it.
 *
 * @returns {Promise<{
 *   url: string,
 *   close: () => Promise<void>,
 *   received: { line: string, body: any }[],
 *   stopped: () => Promise<void>,
 *   behave: (next: Manner) => void,
 * }>} `stopped` fulfils when nobody listens any more to an answer without an end.
 */
export async function startCareless() {
  /** @type {{ line: string, body: any }[]} */
  const received = [];
  /** @type {Manner} */
  let manner = "answer";
  /** @type {Promise<void>} */
  let stopped = Promise.resolve();

  const server = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const text = Buffer.concat(pieces).toString();
    const { authorization } = request.headers;
    const isJson = request.headers["content-type"]?.startsWith("application/json");
    received.push({
      line: `${request.method} ${request.url} ${authorization}`,
      body: isJson ? JSON.parse(text) : text,
    });
    if (manner === "break") return request.socket.destroy();
    if (manner === "late") return;
    response.statusCode = manner === "refuse" ? 400 : 200;
    response.statusMessage = `No ${KEY}`;
    response.setHeader("content-type", "application/json");
    response.setHeader("x-seen", `${authorization} ${SCRIPT}`);
    for (const [at, key] of WRITTEN.entries()) response.setHeader(`x-key-${at}`, [key, key]);
    response.setHeader("set-cookie", `key=${KEY}`);
    if (manner === "endless") {
      stopped = new Promise((resolve) => response.on("close", resolve));
      const more = () => {
        while (response.writable && response.write(`"${KEY}"`.repeat(500)));
      };
      response.on("drain", more);
      return more();
    }
    const message = `you sent ${authorization} ${SCRIPT}`;
    const repeated = WRITTEN.map((key, at) => `"key ${at}":"so ${key} it is"`);
    const lists = { customers: [], ...templates(request.url ?? "") };
    const answer = JSON.stringify({
      ...{ result: manner !== "refuse", message, id: "1" },
      ...{ data: lists, results: lists, count: 1, has_next: false },
    });
    const whole = `${answer.slice(0, -1)},${repeated.join(",")},"${KEY}":1}`;
    if (manner !== "half") return response.end(whole);
    response.setHeader("content-length", String(whole.length));
    // In the middle of the key, where nothing knows it for one.
    response.write(whole.slice(0, whole.lastIndexOf(KEY) + KEY.length - 4));
    setImmediate(() => request.socket.destroySoon());
  });
  const { url, close } = await listen(server);

  return {
    ...{ url, close, received },
    stopped: () => stopped,
    behave(next) {
      manner = next;
      received.length = 0;
    },
  };
}

/** @param {string} path */
function templates(path) {
  if (!path.includes("templates")) return {};
  const template = {
    ...{ id: "1", name: `${SCRIPT}${KEY}`, language: "en", category: "UTILITY" },
    ...{ approval_status: "APPROVED", body: SCRIPT, buttons: null, header_format: null },
  };
  return { templates: [template] };
}
