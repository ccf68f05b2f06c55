/** What an entry of the package exports, as text. */
import ts from "typescript";
import { statementOf, surfacesOf } from "./surface.mjs";

const NAME = "interakt-wasm";

/**
 * @typedef {object} Texts Of an entry.
 * @property {Map<string, string>} exported Declarations by name.
 * @property {Map<string, string>} hidden Those that the former are made of.
 */

/**
 * The reports of entries, by the names of their files. What an entry before exports under the same
 * name and in the same words is only named.
 *
 * @param {string[]} paths As the manifest has them: `.` and `./forms/web`.
 */
export function reportsOf(paths) {
  const specifiers = paths.map((path) => path.replace(".", NAME));
  const surfaces = surfacesOf(specifiers).surfaces.map(textsOf);
  /** @type {Map<string, string>} */
  const reports = new Map();
  for (const [index, surface] of surfaces.entries()) {
    const before = surfaces.slice(0, index);
    const file = `${paths[index]?.slice(2).replaceAll("/", "-") || "index"}.md`;
    reports.set(file, report(specifiers, surface, before));
  }
  return reports;
}

/**
 * @param {string[]} specifiers
 * @param {Texts} surface
 * @param {Texts[]} before
 */
function report(specifiers, surface, before) {
  /** @type {Map<string, string[]>} */
  const same = new Map();
  const exported = [...surface.exported].sort(byName).flatMap(([name, text]) => {
    const from = specifiers[before.findIndex((other) => other.exported.get(name) === text)];
    if (from === undefined) return [text];
    same.set(from, [...(same.get(from) ?? []), name]);
    return [];
  });
  const known = [...before, surface].map((other) => other.exported);
  const told = [...known, ...before.map((other) => other.hidden)];
  const hidden = [...surface.hidden]
    .filter(([name, text]) => !told.some((declarations) => declarations.get(name) === text))
    .sort(byName)
    .map(([, text]) => text);
  const blocks = [
    `# \`${specifiers[before.length]}\``,
    "What it exports, without comments. `npm run api` writes this file.",
    ...(exported.length > 0 ? [fence(exported)] : []),
    ...(hidden.length > 0 ? ["## What that is made of, and not exported", fence(hidden)] : []),
    ...[...same].flatMap(([from, names]) => [
      `## The same as in \`${from}\``,
      names.map((name) => `- \`${name}\``).join("\n"),
    ]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** @param {string[]} declarations */
const fence = (declarations) => `\`\`\`ts\n${declarations.join("\n\n")}\n\`\`\``;

/** @type {(a: [string, string], b: [string, string]) => number} */
const byName = ([a], [b]) => (a < b ? -1 : 1);

/**
 * @param {import("./surface.mjs").Surface} surface
 * @returns {Texts}
 */
function textsOf({ exported, hidden }) {
  return {
    exported: new Map([...exported].map(([name, symbol]) => [name, textOf(symbol, name)])),
    hidden: new Map([...hidden].map((symbol) => [symbol.name, textOf(symbol, symbol.name)])),
  };
}

/**
 * @param {ts.Symbol} symbol
 * @param {string} name That it is exported by.
 */
function textOf(symbol, name) {
  const texts = (symbol.declarations ?? []).map((declaration) => bare(statementOf(declaration)));
  return symbol.name === name ? texts.join("\n") : `// ${name}\n${texts.join("\n")}`;
}

/** The text of a declaration as it stands in its file, without comments. @param {ts.Node} node */
function bare(node) {
  const whole = node.getSourceFile().text;
  /** @type {Map<number, number>} */
  const comments = new Map();
  /** @param {ts.Node} inner */
  const collect = (inner) => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(whole, inner.pos) ?? []),
      ...(ts.getTrailingCommentRanges(whole, inner.end) ?? []),
    ];
    for (const { pos, end } of ranges) comments.set(pos, end);
    ts.forEachChild(inner, collect);
  };
  collect(node);
  let text = "";
  let at = node.getStart();
  for (const [pos, end] of [...comments].sort(([a], [b]) => a - b)) {
    if (pos < at || pos >= node.end) continue;
    text += whole.slice(at, pos);
    at = end;
  }
  text += whole.slice(at, node.end);
  return text.replace(/^\s*\n/gm, "").trimEnd();
}
