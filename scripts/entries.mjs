/**
 * Writes the entries: for each cut of the crate what it exports (pkg-template/entries/), in each
 * way of coming by its module (pkg-template/loading/).
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CUTS } from "./cuts.mjs";
import { TEMPLATE } from "./project.mjs";

/**
 * What the module validates.
 *
 * @typedef {object} Input
 * @property {string} name
 * @property {number} root Its place in the list that the module has.
 * @property {string[]} [kinds] The words that tell its kinds.
 * @property {number} [firstKind] The place of the first of them, where the others follow.
 *
 * @typedef {"operations" | "parts" | "customer"} List
 * @typedef {Record<List, Input[]>} Lists As the crate has them.
 */

/**
 * What an entry exports of each input. An export of ECMAScript modules must be written out: the
 * build does so in place of the comment.
 *
 * @typedef {object} Inputs
 * @property {string} comment
 * @property {List[]} lists Of which of the lists that the crate has.
 * @property {string} factory
 * @property {string} from The module that has the factory.
 * @property {(input: Input, schema: string) => string} call
 * @property {(names: string[]) => string} [more]
 */

/** @param {Input} input What a factory takes of its kinds. */
const kindsOf = ({ kinds, firstKind }) =>
  kinds ? `, /*#__PURE__*/ createKinds(${firstKind}, ${JSON.stringify(kinds)})` : "";

/** @type {Inputs["call"]} */
const validator = (input, schema) =>
  `createValidator(starter, ${input.root}, "${input.name}", ${schema}${kindsOf(input)})`;

/** @type {Record<string, Inputs>} By the name of a cut. */
const INPUTS = {
  core: {
    comment: "// The build appends `operations` and each of them.\n",
    lists: ["operations"],
    factory: "createOperation",
    from: "./operation.js",
    call: (input, schema) => `createOperation(starter, ${input.root}, ${schema}${kindsOf(input)})`,
    more: (names) =>
      `export const operations = /*#__PURE__*/ Object.freeze([${names.join(", ")}]);\n`,
  },
  forms: {
    comment: "// The build appends a validator for each operation and each part of an input.\n",
    lists: ["operations", "parts"],
    factory: "createValidator",
    from: "./validator.js",
    call: validator,
  },
  customer: {
    comment: "// The build appends a validator for each of CUSTOMER_INPUTS of the crate.\n",
    lists: ["customer"],
    factory: "createValidator",
    from: "./validator.js",
    call: validator,
  },
};

/**
 * How an entry comes by the JSON Schema of an input.
 *
 * @typedef {object} Schemas
 * @property {string} factory In schema.js.
 * @property {(name: string) => string} imports
 * @property {(name: string) => string} argument
 */

/** @type {Schemas} */
const CARRIED = {
  factory: "carried",
  imports: (name) => `import ${name}Schema from "./schemas/${name}.js";\n`,
  argument: (name) => `${name}Schema`,
};

/** Of a page, which pays for it by the byte: bundlers make a file of each. @type {Schemas} */
const LOADED = {
  factory: "loaded",
  imports: () => "",
  argument: (name) => `() => import("./schemas/${name}.js")`,
};

/**
 * The name of an entry's files: `web` and `forms-web`.
 *
 * @param {string} cut
 * @param {string} way `index`, `web`, `workerd` or `edge-light`.
 */
export const entryOf = (cut, way) => (cut === "core" ? way : `${cut}-${way}`);

/**
 * @param {string} folder Where they are written to.
 * @param {Lists} lists
 */
export async function writeEntries(folder, lists) {
  const loading = join(TEMPLATE, "loading");
  for (const file of await readdir(loading)) {
    const way = await readFile(join(loading, file), "utf8");
    const schemas = file === "web.js" ? LOADED : CARRIED;
    for (const { name } of CUTS) {
      const own = way.replaceAll("core", name).replace("export const starter", "const starter");
      const exported = await readFile(join(TEMPLATE, "entries", `${name}-entry.js`), "utf8");
      const entry = join(folder, `${entryOf(name, file.replace(".js", ""))}.js`);
      const whole = withInputs(exported, INPUTS[name], lists, schemas);
      await writeFile(entry, weave(own, whole, file !== "web.js"));
    }
  }
}

/**
 * @param {string} source
 * @param {Inputs | undefined} kind
 * @param {Lists} lists
 * @param {Schemas} schemas
 */
function withInputs(source, kind, lists, schemas) {
  if (!kind) return source;
  if (!source.endsWith(kind.comment)) throw new Error(`an entry lacks: ${kind.comment}`);
  const inputs = kind.lists.flatMap((list) => lists[list]);
  const names = inputs.map(({ name }) => name);
  const imports = [
    `import { ${kind.factory} } from "${kind.from}";\n`,
    `import { ${schemas.factory} } from "./schema.js";\n`,
    inputs.some(({ kinds }) => kinds) ? 'import { createKinds } from "./kinds.js";\n' : "",
    ...names.map(schemas.imports),
  ];
  const exported = inputs.map((input) => {
    const schema = `/*#__PURE__*/ ${schemas.factory}(${schemas.argument(input.name)})`;
    return `export const ${input.name} = /*#__PURE__*/ ${kind.call(input, schema)};\n`;
  });
  const rest = source.slice(0, -kind.comment.length);
  return rest + imports.join("") + exported.join("") + (kind.more?.(names) ?? "");
}

/**
 * One module of two: their comments, their imports, then the starter and what makes use of it.
 *
 * @param {string} loading
 * @param {string} exported
 * @param {boolean} isCarried The module, as text or by the runtime.
 */
function weave(loading, exported, isCarried) {
  const imports = /^import [^;]+;\n/gm;
  const comment = /^\/\*\* (.*) \*\/\n/;
  const lines = [...loading.matchAll(imports), ...exported.matchAll(imports)]
    .map(([line]) => line)
    .filter((line) => !line.includes('"./starter.js"'));
  const comments = [exported, loading].map((source) => comment.exec(source)?.[1]);
  const [starter, values] = [loading, exported].map((source) =>
    source.replace(comment, "").replace(imports, "").trim(),
  );
  return `/** ${comments.join(" ")} */\n${merge(lines, isCarried)}\n${starter}\n\n${values}\n`;
}

/**
 * @param {string[]} lines Imports: those of the same names from one module become one.
 * @param {boolean} isCarried Then code stands before the schemas and the module, as it compresses
 *   best.
 */
function merge(lines, isCarried) {
  /** @type {Map<string, Set<string>>} */
  const named = new Map();
  const others = [];
  for (const line of lines) {
    const [, names, from] = /^import \{ (.*) \} from (.*);\n$/.exec(line) ?? [];
    if (names === undefined || from === undefined) others.push(line);
    else named.set(from, new Set([...(named.get(from) ?? []), ...names.split(", ")]));
  }
  const joined = [...named].map(([from, names]) => {
    return `import { ${[...names].join(", ")} } from ${from};\n`;
  });
  if (!isCarried) return [...others, ...joined].join("");
  const isSchema = (/** @type {string} */ line) => line.includes('"./schemas/');
  const [first, last] = [others.filter(isSchema), others.filter((line) => !isSchema(line))];
  return [...joined, ...first, ...last].join("");
}

/**
 * The path that exports a cut: `.` and `./forms`.
 *
 * @param {string} cut
 */
export const pathOf = (cut) => (cut === "core" ? "." : `./${cut}`);

/**
 * What the manifest exports of a cut: `.` and `./web` of the whole, `./forms` and `./forms/web` of
 * another, and the file of its module.
 *
 * @param {string} cut
 * @returns {Record<string, object>}
 */
export function exportsOf(cut) {
  const path = pathOf(cut);
  return {
    [path]: conditionsOf(cut, "index"),
    [`${path}/web`]: conditionsOf(cut, "web"),
    [`./${cut}.wasm`]: { types: "./dist/core-wasm.d.cts", default: `./dist/${cut}_bg.wasm` },
  };
}

/**
 * @param {string} cut
 * @param {"index" | "web"} way
 */
function conditionsOf(cut, way) {
  const file = (/** @type {string} */ way) => `./dist/${entryOf(cut, way)}`;
  const types = `${file(way)}.d.ts`;
  /** @param {string} way */
  const forBoth = (way) => ({
    import: { types, default: `${file(way)}.js` },
    require: { types: types.replace(/ts$/, "cts"), default: `${file(way)}.cjs` },
  });
  return {
    "edge-light": { types, default: `${file("edge-light")}.js` },
    // Nitro sets this as well. Its unwasm makes of a file what the module exports, and gives the
    // module itself only when it is asked as edge-light asks.
    workerd: { types, unwasm: `${file("edge-light")}.js`, default: `${file("workerd")}.js` },
    // On a server there is no file to fetch: there it is the entry that carries the module.
    ...(way === "web" && { node: forBoth("index") }),
    ...forBoth(way),
    default: `${file(way)}.js`,
  };
}
