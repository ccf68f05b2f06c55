/**
 * README.md, the guides and the reference as the console shows them: a file of data each, which its page
 * makes elements of, and a list of them all. Nothing of them is HTML: the page has none to trust.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import GithubSlugger from "github-slugger";
import { marked } from "marked";
import { childrenOf, wordsIn } from "../www/page/docs/nodes.js";
import { coloured } from "./console-docs-code.mjs";
import { listDocuments, REPORTS } from "./documents.mjs";
import { ROOT } from "./project.mjs";

/**
 * @typedef {import("../www/page/docs/nodes.js").DocNode} DocNode
 * @typedef {import("../www/page/docs/library.js").Doc} Doc
 * @typedef {import("../www/page/docs/library.js").DocGroup} DocGroup
 * @typedef {import("marked").Token} Token
 */

/** What the page has that is not in docs/. */
const [FIRST, APPLICATION] = ["README.md", "www/README.md"];

/** The folder of what is written from the descriptions. */
const REFERENCE = "docs/reference";

/** Cells of more characters get room, so that they are not read word by word. */
const LONG = 40;

/** What may be linked to although it leads out of the page. */
const OUTSIDE = /^https:\/\//;

/** @returns {Promise<string[]>} The files that the console shows. */
export async function readableDocuments() {
  const folders = await Promise.all(["docs", REFERENCE].map(listDocuments));
  return [FIRST, ...folders.flat().sort(), APPLICATION];
}

/** @param {string} file @returns {string} Of the document in the page's addresses. */
export function idOf(file) {
  return file.toLowerCase().replace(/^docs\/|\/readme\.md$|\.md$/g, "");
}

/** @returns {Promise<{ groups: DocGroup[], docs: Doc[] }>} */
export async function readDocs() {
  const files = await readableDocuments();
  const texts = await Promise.all(files.map((file) => readFile(join(ROOT, file), "utf8")));
  const docs = files.map((file, at) => docOf(file, texts[at] ?? "", files));
  const readme = texts[files.indexOf(FIRST)] ?? "";
  return { groups: groupsOf(files, docs, orderIn(readme, files)), docs };
}

/** @param {string} folder Of the page: they go into a folder of it. */
export async function writeDocs(folder) {
  const { groups, docs } = await readDocs();
  const written = [["index", groups], ...docs.map((doc) => [doc.id, doc])];
  for (const [name, content] of written) {
    const file = join(folder, "docs", `${name}.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(content));
  }
}

/**
 * @param {string} file
 * @param {string} markdown
 * @param {readonly string[]} files What can be read in the console, too: links to others are only text.
 * @returns {Doc}
 */
export function docOf(file, markdown, files) {
  const render = createRenderer(file, files);
  const nodes = marked.lexer(markdown).flatMap(render.block);
  const [title] = nodes;
  if (!Array.isArray(title) || title[0] !== "h2") throw new Error(`${file} begins with no title`);
  if (file.startsWith(`${REFERENCE}/`)) anchorRows(nodes);
  return { id: idOf(file), title: wordsIn(title), nodes };
}

/**
 * The guides in the order in which README.md leads to them.
 *
 * @param {string[]} files
 * @param {Doc[]} docs Of each.
 * @param {string[]} order
 * @returns {DocGroup[]}
 */
function groupsOf(files, docs, order) {
  /** @param {string} file */
  const kindOf = (file) => {
    if (file === FIRST) return "Start here";
    if (file.startsWith(`${REFERENCE}/`)) return "Reference";
    return REPORTS.includes(file) ? "Background" : "Guides";
  };
  const placed = files
    .map((file, at) => ({ file, doc: /** @type {Doc} */ (docs[at]) }))
    .sort((one, other) => rank(order, one.file) - rank(order, other.file));
  return ["Start here", "Guides", "Reference", "Background"].map((title) => ({
    title,
    docs: placed
      .filter(({ file }) => kindOf(file) === title)
      .map(({ doc: { id, title } }) => ({ id, title })),
  }));
}

/** @param {string[]} order @param {string} file */
const rank = (order, file) => (order.includes(file) ? order.indexOf(file) : order.length);

/** @param {string} markdown @param {string[]} files @returns {string[]} As its list of them has them. */
function orderIn(markdown, files) {
  /** @type {Set<string>} */
  const order = new Set();
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type !== "link" || !files.includes(token.href)) return;
    // The list stands at the end: what was mentioned before is moved there.
    order.delete(token.href);
    order.add(token.href);
  });
  return [...order];
}

/** @param {string} file @param {readonly string[]} files */
function createRenderer(file, files) {
  const slugger = new GithubSlugger();

  /** @param {Token[] | undefined} tokens @returns {DocNode[]} */
  const inline = (tokens = []) => joined(tokens.flatMap(inlineOf));

  /** @param {Token} token @returns {DocNode[]} */
  function inlineOf(token) {
    const { tokens } = /** @type {{ tokens?: Token[] }} */ (token);
    switch (token.type) {
      case "text":
        return tokens ? inline(tokens) : [plain(token.text)];
      case "escape":
        return [token.text];
      case "codespan":
        return [["code", {}, token.text]];
      case "strong":
      case "em":
      case "del":
        return [[token.type, {}, ...inline(tokens)]];
      case "br":
        return [["br", {}]];
      case "link":
        return linked(token.href, inline(tokens));
      // A picture of the checkout, which the page has not.
      case "image":
        return [];
      case "html":
        return comment(token.raw);
      default:
        return unknown(token);
    }
  }

  /** @param {string} href @param {DocNode[]} content @returns {DocNode[]} */
  function linked(href, content) {
    if (OUTSIDE.test(href)) return [["a", { href }, ...content]];
    const [path = "", anchor] = href.split("#");
    const target = path === "" ? file : posix.join(posix.dirname(file), decodeURI(path));
    if (!files.includes(target)) return content;
    const place = anchor === undefined ? "" : `/${anchor}`;
    return [["a", { href: `#docs/${idOf(target)}${place}` }, ...content]];
  }

  /** @param {Token} token @returns {DocNode[]} */
  function block(token) {
    const { tokens } = /** @type {{ tokens?: Token[] }} */ (token);
    switch (token.type) {
      case "space":
        return [];
      case "html":
        return comment(token.raw);
      case "heading":
        // The title of the page itself is above all of them.
        return [
          [`h${token.depth + 1}`, { id: slugger.slug(textOf(tokens ?? [])) }, ...inline(tokens)],
        ];
      case "paragraph": {
        const content = inline(tokens);
        return content.length === 0 ? [] : [["p", {}, ...content]];
      }
      case "code":
        return [
          ["pre", { "data-language": token.lang ?? "" }, ...coloured(token.text, token.lang)],
        ];
      case "list":
        return [
          [
            token.ordered ? "ol" : "ul",
            {},
            ...token.items.map((/** @type {Token} */ item) => listItem(item)),
          ],
        ];
      case "table":
        return [tableOf(/** @type {import("marked").Tokens.Table} */ (token))];
      case "blockquote":
        return [["blockquote", {}, ...(tokens ?? []).flatMap(block)]];
      case "hr":
        return [["hr", {}]];
      // Of an item of a list without blank lines.
      case "text":
        return inline(tokens);
      default:
        return unknown(token);
    }
  }

  /** @param {Token} item @returns {DocNode} */
  const listItem = (item) => ["li", {}, .../** @type {any} */ (item).tokens.flatMap(block)];

  /** @param {import("marked").Tokens.Table} table @returns {DocNode} */
  function tableOf({ header, rows }) {
    /** @param {"th" | "td"} tag @returns {(cell: import("marked").Tokens.TableCell) => DocNode} */
    const cell =
      (tag) =>
      ({ tokens, align }) => {
        const content = inline(tokens);
        const isLong = content.map(wordsIn).join("").length > LONG;
        const kind = align === "right" ? "docs-number" : isLong ? "docs-long" : "";
        /** @type {Record<string, string>} */
        const attributes = kind ? { class: kind } : {};
        // Above a column that has no name stands nothing that is one.
        return [content.length > 0 ? tag : "td", attributes, ...content];
      };
    return [
      "table",
      {},
      ["thead", {}, ["tr", {}, ...header.map(cell("th"))]],
      [
        "tbody",
        {},
        ...rows.map((row) => /** @type {DocNode} */ (["tr", {}, ...row.map(cell("td"))])),
      ],
    ];
  }

  /** Says how a document is tested, to who edits it. @param {string} raw @returns {DocNode[]} */
  function comment(raw) {
    if (/^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(raw)) return [];
    throw new Error(`${file} has HTML, which the console would not show: ${raw.slice(0, 60)}`);
  }

  /** @param {Token} token @returns {never} */
  function unknown(token) {
    throw new Error(`${file} has a ${token.type}, which the console would not show`);
  }

  return { block };
}

/**
 * Makes rows that say what a code means ones that can be linked to by it: those of the tables that begin
 * with codes, where there are any, else the first with each code.
 *
 * @param {DocNode[]} nodes
 */
function anchorRows(nodes) {
  const columns = nodes.map((node) => headersOf(node).indexOf("code"));
  const own = columns.includes(0) ? columns.map((column) => (column === 0 ? 0 : -1)) : columns;
  /** @type {Set<string>} */
  const seen = new Set();
  for (const [at, node] of nodes.entries()) {
    const column = own[at] ?? -1;
    if (column < 0) continue;
    for (const row of rowsOf(node)) {
      const code = codeIn(childrenOf(row)[column]);
      if (code === undefined || seen.has(code) || !Array.isArray(row)) continue;
      seen.add(code);
      row[1] = { id: code };
    }
  }
}

/** @param {DocNode} node @returns {string[]} Nothing where it is no table. */
function headersOf(node) {
  if (!Array.isArray(node) || node[0] !== "table") return [];
  const [head] = childrenOf(node);
  return childrenOf(childrenOf(head)[0]).map(wordsIn);
}

/** @param {DocNode} table */
const rowsOf = (table) => childrenOf(childrenOf(table)[1]);

/** @param {DocNode | undefined} cell @returns {string | undefined} Where it holds just that. */
function codeIn(cell) {
  const [only, ...others] = childrenOf(cell);
  const isCode = Array.isArray(only) && only[0] === "code" && others.length === 0;
  return isCode ? wordsIn(only) : undefined;
}

/** @param {DocNode[]} nodes @returns {DocNode[]} With neighbouring texts as one. */
function joined(nodes) {
  /** @type {DocNode[]} */
  const all = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (typeof node === "string" && typeof last === "string") all[all.length - 1] = last + node;
    else if (node !== "") all.push(node);
  }
  return all;
}

/** @param {string} text @returns {string} On one line. */
function plain(text) {
  if (/&(?:#\d+|\w+);/.test(text)) throw new Error(`the console would show "${text}" as it stands`);
  return text.replaceAll("\n", " ");
}

/** @param {Token[]} tokens @returns {string} What is read of them: headings are linked to by it. */
export function textOf(tokens) {
  return tokens
    .map((token) => {
      if ("tokens" in token && token.tokens) return textOf(token.tokens);
      return "text" in token ? token.text : "";
    })
    .join("");
}
