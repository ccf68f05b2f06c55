/** Asks the servers of frameworks: their pages and their routes. */
import { Unavailable } from "../../../scripts/project.mjs";
import { checkPage, checkRoute } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./consumer.mjs").Consumer} Consumer */

/**
 * Starts a server, asks its page and its routes, and stops it.
 *
 * @param {Consumer} project
 * @param {import("./consumer.mjs").Serving} serving
 * @param {string[]} routes
 * @param {string[]} [pages]
 */
export async function ask(project, serving, routes, pages = ["/"]) {
  await project.serve(serving, async (url) => {
    for (const page of pages) await checkPage(`${url}${page}`);
    for (const route of routes) await checkRoute(`${url}${route}`);
  });
}

/**
 * Some of the newest tools do not run on the Node that the package begins with. Their projects bring
 * one where the registry has it as a package.
 *
 * @param {Consumer} project
 * @param {Row[]} rows
 * @param {number} [least] The first Node that will do.
 * @returns {Row[]}
 */
export function withNode(project, rows, least = 22) {
  return rows.map((row) => ({
    ...row,
    run: async () => {
      const version = await project.run(["node", "--print", "process.versions.node"]);
      if (Number.parseInt(version, 10) < least) {
        throw new Unavailable(`it needs Node ${least} or newer, and this is ${version.trim()}`);
      }
      await row.run();
    },
  }));
}
