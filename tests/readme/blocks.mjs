/** The examples of README.md and of the guides. */
import { readGuides } from "./guides.mjs";

/** Where an example runs: said by a comment on the line before it. */
const PLACES = /** @type {const} */ ({
  "runs in a page": "page",
  "runs in a worker": "worker",
});

/** Stands before code of a program that is run elsewhere: recipes.test.mjs looks there. */
const ELSEWHERE = /^stands in /;

/**
 * @typedef {object} Example
 * @property {string} place Where it starts: `docs/forms.md:12`.
 * @property {string} name Of its file, made of that.
 * @property {"ts" | "js"} language
 * @property {string} code A whole module.
 * @property {"node" | "page" | "worker"} runtime
 * @property {string} html What the page has: the block marked `html` before it, if no other block
 *   stands in between.
 */

/** @returns {Promise<Example[]>} The blocks marked `ts` or `js`. */
export async function readExamples() {
  return (await readGuides()).flatMap(({ file, markdown }) => examplesIn(file, markdown));
}

/**
 * @param {string} file
 * @param {string} markdown
 * @returns {Example[]}
 */
export function examplesIn(file, markdown) {
  const blocks = [...markdown.matchAll(/(?:<!-- ([^>]*) -->\n+)?^```(\w*)\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap((block, index) => {
    const [whole, comment, language, code = ""] = block;
    if ((language !== "ts" && language !== "js") || ELSEWHERE.test(comment ?? "")) return [];
    const line = markdown.slice(0, block.index + whole.indexOf("```")).split("\n").length;
    const place = `${file}:${line}`;
    if (comment !== undefined && !(comment in PLACES)) {
      throw new Error(`${place}: nobody knows what "${comment}" means`);
    }
    const [, , kind, html = ""] = blocks[index - 1] ?? [];
    return {
      place,
      name: place.replace(/^docs\//, "").replace(/\.md:/, "-"),
      language,
      code,
      runtime:
        comment === undefined ? "node" : PLACES[/** @type {keyof typeof PLACES} */ (comment)],
      html: kind === "html" ? html : "",
    };
  });
}

/** @returns {Promise<any>} What README.md shows that its form sends. */
export async function readShownInput() {
  const readme = (await readGuides()).find(({ file }) => file === "README.md")?.markdown ?? "";
  const [, json = ""] = readme.match(/^```json\n([\s\S]*?)^```$/m) ?? [];
  return JSON.parse(json);
}
