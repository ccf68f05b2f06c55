/** TypeScript's ways to find modules, each with programs that it compiles and Node then runs. */
import { mkdir, writeFile } from "node:fs/promises";
import { moduleOf } from "../../support/command.mjs";
import { BOOK } from "../../types/mistakes.mjs";
import { consumer } from "./consumer.mjs";
import { checkMistakes } from "./mistakes.mjs";
import { checkProgram } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./consumer.mjs").Consumer} Consumer */

/**
 * @typedef {object} Mode How a project has its modules resolved.
 * @property {string} how
 * @property {Compilation[]} compilations
 *
 * @typedef {object} Compilation
 * @property {string[]} settings
 * @property {string[]} [outputs] By default that of main.ts.
 * @property {"module" | "commonjs"} [type] Of the project, where it is not of modules.
 */

const BOTH = ["main.js", "main.cjs"];

/** @type {Mode} */
const NODE10 = {
  how: "node10",
  compilations: [
    { settings: ["--module", "commonjs", "--moduleResolution", "node"], type: "commonjs" },
    { settings: ["--module", "esnext", "--moduleResolution", "node"] },
  ],
};

/** @type {Mode} */
const BUNDLER = {
  how: "bundler",
  compilations: [{ settings: ["--module", "esnext", "--moduleResolution", "bundler"] }],
};

/** @type {Mode} */
const NODE16 = {
  how: "node16",
  compilations: [{ settings: ["--module", "node16"], outputs: BOTH }],
};

/** @type {Mode} */
const NODENEXT = {
  how: "nodenext",
  compilations: [{ settings: ["--module", "nodenext"], outputs: BOTH }],
};

/** What a server's project has: Node's types are all that it knows of fetch. @type {Mode} */
const WITHOUT_DOM = {
  how: "without `dom`",
  compilations: [{ settings: ["--module", "nodenext", "--lib", "es2022"], outputs: BOTH }],
};

/**
 * What the project calls its compilers: the newest, the newest that knows node10, and the oldest
 * that takes the package's declarations.
 */
const COMPILERS = {
  "typescript-7": [NODE16, NODENEXT, BUNDLER, WITHOUT_DOM],
  typescript: [NODE10, NODE16, NODENEXT, BUNDLER, WITHOUT_DOM],
  "typescript-4": [NODE10, NODE16],
};

/** @returns {Row[]} */
export function typeScript() {
  const project = consumer("typescript");
  return Object.entries(COMPILERS).flatMap(([compiler, modes]) =>
    modes.map(({ how, compilations }) => ({
      ...{ where: "TypeScript", how },
      version: () => project.version(compiler),
      run: async () => {
        for (const compilation of compilations) await compile(project, compiler, compilation);
        // They do not depend on how modules are found.
        if (how === NODE16.how) await checkMistakes(project, compiler);
      },
    })),
  );
}

/**
 * Compiles the programs strictly, the package's declarations too, and runs what comes out.
 *
 * @param {Consumer} project
 * @param {string} compiler
 * @param {Compilation} compilation
 */
async function compile(project, compiler, { settings, outputs = ["main.js"], type = "module" }) {
  const folder = `out/${[compiler, ...settings].join("")}`;
  await mkdir(await project.path(folder), { recursive: true });
  await writeFile(await project.path(`${folder}/package.json`), JSON.stringify({ type }));
  await writeFile(await project.path("templates.ts"), moduleOf(BOOK));
  await project.run([
    ...["node", `node_modules/${compiler}/bin/tsc`, "--strict", "--skipLibCheck", "false"],
    ...["--target", "es2022", "--types", "node", "--rootDir", ".", "--outDir", folder],
    ...[...settings, ...outputs.map((file) => file.replace("js", "ts"))],
  ]);
  for (const file of outputs) await checkProgram(project, ["run.mjs", `${folder}/${file}`]);
}
