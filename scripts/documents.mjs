/**
 * What the package has to be read: README.md, the guides, and what is written from the
 * descriptions. A link in them leads to something in the package: the programs that guides show are
 * shipped beside them, and what stays in the checkout is named without a link.
 */
import { statSync } from "node:fs";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { ROOT } from "./project.mjs";

/** Shipped as they are. */
const TEXTS = ["LICENSE", "LICENSE-APACHE", "NOTICE", "SECURITY.md", "THIRD-PARTY-NOTICES.md"];

/** Folders of documents. */
const FOLDERS = ["docs", "docs/reference"];

/** What stands beside the guides in docs/: how things are made, and what was measured. */
export const REPORTS = ["docs/architecture.md", "docs/benchmarks.md", "docs/hostile-input.md"];

/** Where programs stand in the checkout that guides link to: with `docs/examples/` instead in the package. */
const PROGRAMS = /^tests\/(?:packaging\/consumers|edge\/node\/programs)\/(.+\.\w+)$/;

/** Pictures of the checkout: they are not shipped, and where they are not is a hole. */
const PICTURES = /^!\[.*\]\((?!https:).+\)\n\n/gm;

/** Code, in which nothing is a link, or a link with its text and target. */
const LINKS = /^```[\s\S]*?^```$|`[^`\n]+`|(?<![!\\])\[((?:`[^`\n]*`|[^[\]])*)\]\(([^)\s]+)\)/gm;

/** @param {string} folder Where the package is made. */
export async function writeDocuments(folder) {
  const documents = ["README.md", ...(await Promise.all(FOLDERS.map(listDocuments))).flat()];
  const shipped = new Set([...TEXTS, ...documents]);
  /** @type {Set<string>} */
  const programs = new Set();
  for (const file of documents) {
    const markdown = await readFile(join(ROOT, file), "utf8");
    const linked = markdown.replace(PICTURES, "").replace(LINKS, (whole, text, target) => {
      if (target === undefined || /^(?:https?:|#)/.test(target)) return whole;
      const [path = "", anchor] = target.split("#");
      const place = posix.join(posix.dirname(file), path);
      if (shipped.has(place)) return whole;
      if (anchor || !PROGRAMS.test(place)) return text;
      programs.add(place);
      return `[${text}](${posix.relative(posix.dirname(file), shippedAt(place))})`;
    });
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), linked);
  }
  for (const file of TEXTS) await cp(join(ROOT, file), join(folder, file));
  for (const file of await withImports([...programs])) {
    await cp(join(ROOT, file), join(folder, shippedAt(file)));
  }
}

/** What a program imports that stands beside it. */
const BESIDE = /\bfrom "(\.[^"]+)"/g;

/**
 * @param {string[]} programs
 * @returns {Promise<Set<string>>} They, and the neighbors that they import: whoever copies a program
 *   can copy all of it.
 */
async function withImports(programs) {
  const all = new Set(programs);
  for (const program of all) {
    const text = await readFile(join(ROOT, program), "utf8");
    for (const [, target = ""] of text.matchAll(BESIDE)) {
      const place = posix.join(posix.dirname(program), target);
      // A bundler adds the extension. Types that a framework generates have no file.
      const names = ["", ".ts", ".tsx", ".mjs"].map((extension) => place + extension);
      const file = names.find((name) => isFile(join(ROOT, name)));
      if (file !== undefined) all.add(file);
    }
  }
  return all;
}

/** @param {string} path */
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** @param {string} program Its path in the checkout. */
const shippedAt = (program) => program.replace(PROGRAMS, "docs/examples/$1");

/** @param {string} folder @returns {Promise<string[]>} Their paths in the checkout. */
export async function listDocuments(folder) {
  const names = await readdir(join(ROOT, folder));
  return names.filter((name) => name.endsWith(".md")).map((name) => `${folder}/${name}`);
}
