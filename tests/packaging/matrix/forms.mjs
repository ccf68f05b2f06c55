/**
 * Form libraries, routers and servers that take schemas: in each a shop's checkout and a message of
 * one kind, without a cast, and driven in Chromium.
 */
import { consumer } from "./consumer.mjs";
import { CHECKOUT, driveForm, driveSending, MESSAGE } from "./drive.mjs";
import { CUSTOMER, useElement, useOwnInput } from "./phone-field.mjs";

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
    fieldRow("React", {
      ...{ tool: "react", how: "`phone.asYouType` on an input of one's own" },
      ...{ folder: "phone-field", page: "own", use: useOwnInput },
    }),
    fieldRow("React Hook Form", {
      ...{ tool: "react-hook-form", how: "`<interakt-phone>` by `register`" },
      ...{ folder: "phone-field", page: "checkout", use: useElement },
    }),
    fieldRow("Vue", {
      ...{ tool: "vue", how: "`<interakt-phone>` with `v-model`" },
      ...{ folder: "phone-field-vue", use: useElement },
    }),
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
  /** @param {"checkout" | "message"} page @param {import("./drive.mjs").Order} order */
  const run = async (page, order) => {
    await buildPages(folder);
    await drive({ path: `/${folder}/#${page}`, order, isServers });
  };
  const named = { where, version: () => project.version(tool) };
  return [
    { ...named, how: "checkout by `formOf`", run: () => run("checkout", CHECKOUT) },
    { ...named, how: "`sendMessage.kinds.Template`", run: () => run("message", MESSAGE) },
  ];
}

/**
 * The phone field: a page of a framework, and what is done on it.
 *
 * @param {string} where
 * @param {{ tool: string, how: string, folder: string, page?: string, use: typeof useElement }} pages
 * @returns {Row}
 */
function fieldRow(where, { tool, how, folder, page = "", use }) {
  return {
    ...{ where, how, version: () => project.version(tool) },
    async run() {
      await buildPages(folder);
      await buildServer();
      await driveSending(project, SERVER, { path: `/${folder}/#${page}`, sent: CUSTOMER }, use);
    },
  };
}

/** @param {string} folder */
const buildPages = (folder) =>
  once([
    ...["vite", "build", folder, "--config", "vite.config.ts"],
    ...["--base", `/${folder}/`, "--outDir", `../dist/${folder}`],
  ]);

/** Checks the types of all pages and the server, and builds it. */
async function buildServer() {
  await once(["tsc"]);
  await once(["vite", "build", "--ssr", "server/main.ts", "--outDir", "out"]);
}

const SERVER = () => ["node", "out/main.js"];

/** @param {{ path: string, order: import("./drive.mjs").Order, isServers?: boolean | undefined }} form */
async function drive(form) {
  await buildServer();
  await driveForm(project, SERVER, form);
}
