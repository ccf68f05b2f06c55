/** What the entries export, member by member, and what an editor can say of each. */
import { relative } from "node:path";
import ts from "typescript";
import { INSTALLED } from "../project.mjs";
import { statementOf, surfacesOf } from "./surface.mjs";

/**
 * @typedef {object} Member
 * @property {string} name Such as `RowOptions.columns`.
 * @property {string} place File and line of its declaration.
 * @property {string} text What its comment says it is; empty without one.
 * @property {boolean} isCalled Whether it is a function that programs import, or one of an object that
 *   they import, such as `phone.parse`.
 * @property {boolean} hasExample
 */

/**
 * The declarations that entries export, and those that these are made of, with every key and method
 * that they have: each once, though several entries export it.
 *
 * @param {string[]} specifiers Such as `interakt-wasm/forms`.
 * @returns {Member[]}
 */
export function membersOf(specifiers) {
  const { checker, surfaces } = surfacesOf(specifiers);
  /** @type {Map<ts.Node, Member>} */
  const members = new Map();
  for (const { exported, hidden } of surfaces) {
    for (const [name, symbol] of [...exported, ...[...hidden].map(named)]) {
      for (const declaration of symbol.declarations ?? []) {
        if (!isOwn(declaration)) continue;
        add(declaration, name);
        visit(declaration, name);
      }
    }
  }
  return [...members.values()];

  /** @param {ts.Node} node @param {string} path */
  function visit(node, path) {
    ts.forEachChild(node, (child) => {
      // A pattern that a type is compared with has no members of its own.
      if (ts.isConditionalTypeNode(node) && child === node.extendsType) return;
      const name = nameOfMember(child);
      const inner = name === undefined ? path : `${path}.${name}`;
      if (name !== undefined) add(child, inner);
      visit(child, inner);
    });
  }

  /** @param {ts.Node} node */
  function commentOf(node) {
    // What a class or an interface declares anew has the words of the one that it is made of.
    const name = ts.getNameOfDeclaration(/** @type {ts.Declaration} */ (node));
    const symbol = name && checker.getSymbolAtLocation(name);
    const own = ts.getJSDocCommentsAndTags(statementOf(node)).filter(ts.isJSDoc);
    const texts = own.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "");
    const text = texts.join("\n") || partsOf(symbol?.getDocumentationComment(checker));
    const isExample = (/** @type {ts.JSDocTag} */ { tagName }) => tagName.text === "example";
    return {
      text,
      hasExample: text.includes("```") || own.some(({ tags }) => tags?.some(isExample)),
    };
  }

  /** @param {ts.Node} node @param {string} name */
  function add(node, name) {
    if (members.has(node)) return;
    const file = node.getSourceFile();
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const place = `${relative(INSTALLED, file.fileName)}:${line}`;
    members.set(node, { name, place, ...commentOf(node), isCalled: isCalled(node) });
  }
}

/** @param {ts.SymbolDisplayPart[]} [parts] */
const partsOf = (parts) => ts.displayPartsToString(parts);

/** @param {ts.Symbol} symbol @returns {[string, ts.Symbol]} */
const named = (symbol) => [symbol.name, symbol];

/** @param {ts.Node} node */
const isOwn = (node) => node.getSourceFile().fileName.startsWith(INSTALLED);

/**
 * What a member is called; `undefined` for what is none: parameters, keys that no value has (of type
 * `undefined` or `never`), and the `prototype` of a class.
 *
 * @param {ts.Node} node
 */
function nameOfMember(node) {
  if (ts.isConstructorDeclaration(node))
    return node.parameters.length > 0 ? "constructor" : undefined;
  const isMember = ts.isTypeElement(node) || ts.isClassElement(node);
  if (!isMember || !node.name) return undefined;
  if (ts.isPropertySignature(node) && node.type && isNothing(node.type)) return undefined;
  const name = node.name.getText();
  return name === "prototype" ? undefined : name;
}

/** @param {ts.TypeNode} type */
function isNothing({ kind }) {
  return kind === ts.SyntaxKind.UndefinedKeyword || kind === ts.SyntaxKind.NeverKeyword;
}

/** @param {ts.Node} node */
function isCalled(node) {
  if (ts.isFunctionDeclaration(node)) return true;
  if (!ts.isMethodSignature(node)) return false;
  return ts.findAncestor(node, ts.isVariableDeclaration) !== undefined;
}
