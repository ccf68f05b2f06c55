/** The examples of README.md. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../scripts/project.mjs";

/** Where an example runs: said by a comment on the line before it. */
const PLACES = /** @type {const} */ ({
  "runs in a page": "page",
  "runs in a worker": "worker",
});

/**
 * @typedef {object} Example
 * @property {number} line Where it starts in README.md.
 * @property {"ts" | "js"} language
 * @property {string} code A whole module.
 * @property {"node" | "page" | "worker"} place
 * @property {string} html What the page has: the block marked `html` before it, if no other block
 *   stands in between.
 */

/** @returns {Promise<Example[]>} The blocks marked `ts` or `js`. */
export async function readExamples() {
  const markdown = await readFile(join(ROOT, "README.md"), "utf8");
  const blocks = markdown.matchAll(/(?:<!-- ([^>]*) -->\n+)?^```(ts|js)\n([\s\S]*?)^```$/gm);
  return [...blocks].map((block) => {
    const [whole, comment, language, code = ""] = block;
    if (comment !== undefined && !(comment in PLACES)) {
      throw new Error(`README.md: nobody knows what "${comment}" means`);
    }
    const before = markdown.slice(0, block.index + whole.indexOf("```"));
    const [, kind, html = ""] = [...before.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].at(-1) ?? [];
    return {
      line: before.split("\n").length,
      language: language === "ts" ? "ts" : "js",
      code,
      place: comment === undefined ? "node" : PLACES[/** @type {keyof typeof PLACES} */ (comment)],
      html: kind === "html" ? html : "",
    };
  });
}

/** @returns {Promise<any>} What README.md shows that its form sends. */
export async function readShownInput() {
  const markdown = await readFile(join(ROOT, "README.md"), "utf8");
  const [, json = ""] = markdown.match(/^```json\n([\s\S]*?)^```$/m) ?? [];
  return JSON.parse(json);
}
