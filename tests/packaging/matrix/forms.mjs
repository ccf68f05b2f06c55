/**
 * Form libraries, routers and servers that take schemas: in each a shop's checkout and a message of
 * one kind, without a cast, and driven in Chromium.
 */
import { consumer } from "./consumer.mjs";
import { CHECKOUT, driveForm, MESSAGE } from "./drive.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

const project = consumer("forms");

/** What is done once for all rows, when the first of them needs it. @type {Map<string, Promise<unknown>>} */
const done = new Map();

/** @param {string[]} command */
function once(command) {
  const key = command.join(" ");
  const doing = done.get(key) ?? project.run(command);
  done.set(key, doing);
  return doing;
}

/** @type {Row[][]} */
export const FORMS = [
  [
    ...rowsOf("React Hook Form", "react-hook-form", { folder: "react-hook-form" }),
    ...rowsOf("TanStack Form", "@tanstack/react-form", { folder: "tanstack-form" }),
    ...rowsOf("Conform", "@conform-to/react", { folder: "conform" }),
    ...rowsOf("tRPC", "@trpc/server", { folder: "trpc", isServers: true }),
    {
      ...{ where: "Hono", version: () => project.version("hono") },
      how: "checkout by `formOf`",
      run: () => drive({ path: "/hono", order: CHECKOUT, isServers: true }),
    },
  ],
];

/**
 * @param {string} where
 * @param {string} tool The package whose version counts.
 * @param {{ folder: string, isServers?: boolean }} pages
 * @returns {Row[]}
 */
function rowsOf(where, tool, { folder, isServers }) {
  const build = ["vite", "build", folder, "--config", "vite.config.ts"];
  /** @param {"checkout" | "message"} page @param {import("./drive.mjs").Order} order */
  const run = async (page, order) => {
    await once([...build, "--base", `/${folder}/`, "--outDir", `../dist/${folder}`]);
    await drive({ path: `/${folder}/#${page}`, order, isServers });
  };
  const named = { where, version: () => project.version(tool) };
  return [
    { ...named, how: "checkout by `formOf`", run: () => run("checkout", CHECKOUT) },
    { ...named, how: "`sendMessage.kinds.Template`", run: () => run("message", MESSAGE) },
  ];
}

/** @param {{ path: string, order: import("./drive.mjs").Order, isServers?: boolean | undefined }} form */
async function drive(form) {
  await once(["tsc"]);
  await once(["vite", "build", "--ssr", "server/main.ts", "--outDir", "out"]);
  await driveForm(project, () => ["node", "out/main.js"], form);
}
