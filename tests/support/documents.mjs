/** What documents in Markdown link to, and whether it is there. */
import { readFile, stat } from "node:fs/promises";
import { join, posix } from "node:path";
import GithubSlugger from "github-slugger";
import { Marked, marked } from "marked";
import { textOf } from "../../scripts/console-docs.mjs";

/**
 * @param {string} markdown
 * @returns {{ links: string[], anchors: Set<string> }} What it links to, pictures too, and what can
 *   be linked to in it.
 */
export function readDocument(markdown) {
  const slugger = new GithubSlugger();
  /** @type {string[]} */
  const links = [];
  /** @type {Set<string>} */
  const anchors = new Set();
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === "link" || token.type === "image") links.push(token.href);
    if (token.type === "heading") anchors.add(slugger.slug(textOf(token.tokens ?? [])));
  });
  return { links, anchors };
}

/**
 * @param {string} root
 * @param {string[]} files Of documents below it.
 * @returns {Promise<string[]>} The links that lead nowhere, or out of `root`, with their documents.
 */
export async function brokenLinks(root, files) {
  const broken = await Promise.all(
    files.map(async (file) => {
      const { links } = readDocument(await readFile(join(root, file), "utf8"));
      const judged = await Promise.all(
        links.map(async (link) =>
          (await leadsSomewhere(root, file, link)) ? [] : [`${file}: ${link}`],
        ),
      );
      return judged.flat();
    }),
  );
  return broken.flat();
}

/** @param {string} root @param {string} file @param {string} link */
async function leadsSomewhere(root, file, link) {
  if (/^(?:https?|mailto):/.test(link)) return true;
  const [path = "", anchor] = link.split("#");
  const place = path ? posix.join(posix.dirname(file), decodeURI(path)) : file;
  if (place.startsWith("..") || !(await stat(join(root, place)).catch(() => null))) return false;
  if (anchor === undefined) return true;
  return readDocument(await readFile(join(root, place), "utf8")).anchors.has(anchor);
}

/**
 * @param {string} markdown
 * @returns {string} What it says, as HTML without links and pictures.
 */
export function withoutLinks(markdown) {
  const reader = new Marked({
    renderer: {
      link({ tokens }) {
        return this.parser.parseInline(tokens);
      },
      image: () => "",
    },
  });
  return String(reader.parse(markdown)).replace(/<p>\s*<\/p>\n/g, "");
}
