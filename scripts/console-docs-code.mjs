/** Blocks of code in documents, coloured as the console's editor colours them. */
import { jsonLanguage } from "@codemirror/lang-json";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { configureNesting, parser as htmlParser } from "@lezer/html";
import { parser as jsParser } from "@lezer/javascript";

/** @typedef {import("../www/page/docs/nodes.js").DocNode} DocNode */

const html = htmlParser.configure({
  wrap: configureNesting([{ tag: "script", parser: jsParser }]),
});

/** What is marked `sh`, or nothing, is shown in one colour. @type {Record<string, import("@lezer/common").Parser>} */
const PARSERS = {
  js: jsParser,
  ts: jsParser.configure({ dialect: "ts" }),
  tsx: jsParser.configure({ dialect: "ts jsx" }),
  json: jsonLanguage.parser,
  html,
  vue: html,
};

const PLAIN = new Set(["", "sh"]);

/** The kinds of words that have a colour. */
const KINDS = [
  "keyword",
  "string",
  "number",
  "bool",
  "atom",
  "comment",
  "propertyName",
  "typeName",
];

/**
 * @param {string} code
 * @param {string} [language]
 * @returns {DocNode[]}
 */
export function coloured(code, language = "") {
  if (PLAIN.has(language)) return [code];
  const parser = PARSERS[language];
  if (!parser) throw new Error(`nobody knows how code marked "${language}" is coloured`);
  /** @type {DocNode[]} */
  const nodes = [];
  /** @param {string} text @param {string | undefined} kind */
  function add(text, kind) {
    const last = nodes.at(-1);
    if (kind) nodes.push(["span", { class: `tok-${kind}` }, text]);
    else if (typeof last === "string") nodes[nodes.length - 1] = last + text;
    else nodes.push(text);
  }
  highlightCode(
    code,
    parser.parse(code),
    classHighlighter,
    (text, classes) =>
      add(
        text,
        KINDS.find((kind) => classes.split(" ").includes(`tok-${kind}`)),
      ),
    () => add("\n", undefined),
  );
  return nodes;
}
