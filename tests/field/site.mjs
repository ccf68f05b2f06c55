/** The web server behind the suite: pages with the field in a form, and where the form goes. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { listen } from "../support/listen.mjs";
import { bundle, UNCAUGHT } from "../support/page.mjs";

/**
 * @typedef {object} Page
 * @property {string} body Its HTML.
 * @property {string} [lang] Of the document.
 * @property {"ltr" | "rtl"} [dir]
 * @property {readonly string[]} [languages] What the browser says that the person reads, instead of
 *   what it would say.
 * @property {boolean} [isLate] Whether the page waits for `define()` to make the field.
 * @property {"hi"} [messages] Whose words the field takes.
 * @property {string} [style] A stylesheet of the page's own.
 *
 * @typedef {object} Site
 * @property {string} url
 * @property {(page: Page) => string} put Serves a page, and gives its address.
 * @property {[name: string, value: string][][]} sent What came of the forms that were sent, in order.
 * @property {string[]} asked All paths that were asked for since the last page was put.
 * @property {() => Promise<void>} close
 */

/**
 * Nothing but the site's own files: no style in an attribute nor in an element, no text that becomes
 * HTML, no connection elsewhere.
 */
const POLICY = [
  ...["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"],
  ...["style-src 'self'", "img-src 'self'", "form-action 'self'", "base-uri 'none'"],
  ...["require-trusted-types-for 'script'", "trusted-types 'none'"],
].join("; ");

/** The module of the field, which `init()` asks for. */
const MODULE = "phone-field_bg.wasm";

/** @returns {Promise<Site>} */
export async function startSite() {
  const script = await bundle(fileURLToPath(new URL("./page.mjs", import.meta.url)));
  const watch = await readFile(new URL("./watch.js", import.meta.url));
  const module = await readFile(
    fileURLToPath(import.meta.resolve("interakt-wasm/phone-field.wasm")),
  );
  /** @type {Record<string, [type: string, content: string | Uint8Array]>} */
  const files = {
    "/page.js": ["text/javascript", script],
    "/watch.js": ["text/javascript", watch],
    "/uncaught.js": ["text/javascript", UNCAUGHT],
    [`/${MODULE}`]: ["application/wasm", module],
    "/favicon.ico": ["image/x-icon", ""],
    "/elsewhere": ["text/html", "<!doctype html><title>Elsewhere</title>"],
  };
  /** @type {Site["sent"]} */
  const sent = [];
  /** @type {string[]} */
  const asked = [];
  let count = 0;

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    asked.push(pathname);
    if (pathname === "/sent") sent.push([...searchParams]);
    const [type, content] = files[pathname === "/sent" ? "/elsewhere" : pathname] ?? [];
    response.writeHead(type === undefined ? 404 : 200, {
      ...{ "content-type": type ?? "text/plain", "content-security-policy": POLICY },
    });
    response.end(content);
  });
  const { url, close } = await listen(server);

  return {
    ...{ url, sent, asked, close },
    put(page) {
      asked.length = 0;
      sent.length = 0;
      count += 1;
      const path = `/page/${count}`;
      files[path] = ["text/html; charset=utf-8", htmlOf(page, path)];
      if (page.style) files[`${path}.css`] = ["text/css", page.style];
      return `${url}${path}`;
    },
  };
}

/**
 * @param {Page} page
 * @param {string} path
 */
function htmlOf({ body, lang = "en", dir = "ltr", languages, isLate, messages, style }, path) {
  const wishes = [
    languages && `data-languages="${languages.join(" ")}"`,
    isLate && "data-late",
    messages && `data-messages="${messages}"`,
  ];
  return `<!doctype html>
<html lang="${lang}" dir="${dir}" ${wishes.filter(Boolean).join(" ")}>
<head><meta charset="utf-8"><title>Order</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="/uncaught.js"></script>
<script src="/watch.js"></script>
${style ? `<link rel="stylesheet" href="${path}.css">` : ""}
<script type="module" src="/page.js"></script></head>
<body><main><h1>Order</h1>
${body}
</main></body></html>`;
}

/**
 * A form as most shops have it: a field before the number, the number, two buttons.
 *
 * @param {string} [number] The HTML of the number's field; its id is what its label names.
 */
export const form = (number = fieldOf('country="IN"')) => `
<form id="form" action="/sent">
  <p><label for="who">Name</label> <input id="who" name="who"></p>
  <p><label for="phone">WhatsApp number</label> ${number}</p>
  <p><button id="send">Send</button> <button id="reset" type="reset">Start over</button></p>
</form>
<p><label for="note">Note</label> <textarea id="note"></textarea></p>`;

/**
 * The same with a field that has other attributes, and perhaps something within it.
 *
 * @param {string} attributes
 * @param {string} [content]
 */
export const field = (attributes, content) => form(fieldOf(attributes, content));

/** @param {string} attributes @param {string} [content] */
const fieldOf = (attributes, content = "") =>
  `<interakt-phone id="phone" name="phone" ${attributes}>${content}</interakt-phone>`;
