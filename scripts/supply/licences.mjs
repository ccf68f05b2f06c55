/** The licences under which components are in the package, and their texts. */
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import parse from "spdx-expression-parse";
import { fullName } from "./components.mjs";

/** @typedef {import("./components.mjs").Component} Component */

/**
 * Those that may be in the package, best first, each with what tells its text from others. The same
 * stand in deny.toml.
 *
 * @type {Record<string, RegExp>}
 */
export const LICENCES = {
  MIT: /Permission is hereby granted, free of charge/,
  "Unicode-3.0": /UNICODE LICENSE V3/,
  "Apache-2.0": /Apache License\s+Version 2\.0/,
  "Apache-2.0 WITH LLVM-exception": /LLVM Exceptions to the Apache 2\.0 License/,
};

/**
 * The licences that are taken where makers offer several.
 *
 * @param {string} expression
 * @returns {string[]}
 * @throws {Error} Where it offers none that may be in the package.
 */
export function taken(expression) {
  const chosen = choose(parse(expression));
  if (!chosen) throw new Error(`nothing of "${expression}" may be in the package: see LICENCES`);
  return Object.keys(LICENCES).filter((name) => chosen.includes(name));
}

/**
 * @param {parse.Info} node
 * @returns {string[] | undefined}
 */
function choose(node) {
  if ("license" in node) {
    const { license, exception } = node;
    const name = exception ? `${license} WITH ${exception}` : license;
    return name in LICENCES ? [name] : undefined;
  }
  const [left, right] = [choose(node.left), choose(node.right)];
  if (node.conjunction === "and") return left && right && [...left, ...right];
  if (!left || !right) return left ?? right;
  return rank(left) <= rank(right) ? left : right;
}

/** @param {string[]} names */
const rank = (names) => Math.max(...names.map((name) => Object.keys(LICENCES).indexOf(name)));

/**
 * @typedef {object} Text
 * @property {string} text
 * @property {string[]} names Of the components that come with it.
 */

/**
 * @param {Component[]} components
 * @returns {Promise<Text[]>} The texts that their licences ask to hand on, each once.
 */
export async function textsOf(components) {
  /** @type {Map<string, Text>} */
  const texts = new Map();
  for (const component of components) {
    for (const text of await textsOfOne(component)) {
      const key = text.replace(/\s+/g, " ");
      const known = texts.get(key) ?? { text, names: [] };
      known.names.push(fullName(component));
      texts.set(key, known);
    }
  }
  return [...texts.values()];
}

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

/** @param {Component} component */
async function textsOfOne(component) {
  const { folders, license, kind } = component;
  // Its licence is LICENSE-APACHE, which the package has beside NOTICE.
  if (kind === "data") return [];
  /** @type {Set<string>} */
  const texts = new Set();
  for (const folder of folders) {
    const files = (await readdir(folder)).filter((name) => LICENCE_FILE.test(name)).sort();
    for (const file of files) {
      const text = await readFile(join(folder, file), "utf8");
      const isTaken = taken(license).some((name) => LICENCES[name]?.test(text));
      if (isTaken || /^notice/i.test(file)) texts.add(text);
    }
  }
  const whole = [...texts].join("\n");
  for (const name of taken(license)) {
    if (!LICENCES[name]?.test(whole)) texts.add(standardText(name, component));
  }
  return [...texts].map(trimmed);
}

const require = createRequire(import.meta.url);

/**
 * The text of SPDX, for who brings none.
 *
 * @param {string} name Of the licence.
 * @param {Component} component
 */
function standardText(name, { name: of, holder = `the authors of ${of}` }) {
  /** @type {{ licenseText: string }} */
  const { licenseText } = require(`spdx-license-list/licenses/${name}.json`);
  const text = licenseText.replace(/Copyright \(c\) <year> <copyright holders>/, () => {
    return `Copyright (c) ${holder}`;
  });
  if (!LICENCES[name]?.test(text)) throw new Error(`the text of ${name} for ${of} is not known`);
  return text;
}

/** @param {string} text Without what varies between systems and editors. */
function trimmed(text) {
  return text
    .replaceAll("\r\n", "\n")
    .replace(/[ \t\f]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\s+$/g, "");
}
