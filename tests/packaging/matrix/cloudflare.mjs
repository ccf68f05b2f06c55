/** What brings the package to Cloudflare Workers, each with its defaults. */
import { ask, withNode } from "./ask.mjs";
import { consumer } from "./consumer.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./consumer.mjs").Consumer} Consumer */

/** @type {Row[][]} */
export const CLOUDFLARE = [wrangler(), nitro()];

function wrangler() {
  const project = consumer("wrangler");
  const named = { where: "Wrangler", version: () => project.version("wrangler") };
  return withNode(project, [
    { ...named, how: "wrangler dev", run: () => askWorker(project, [], []) },
    {
      ...{ ...named, how: "what wrangler deploy would upload" },
      run: async () => {
        const env = await quiet(project);
        await project.run(["wrangler", "deploy", "--dry-run", "--outdir", "out"], env);
        await askWorker(project, ["--no-bundle", "out/worker.js"], []);
      },
    },
  ]);
}

/** Frameworks on Nitro 3, which share an install. */
function nitro() {
  const project = consumer("nitro");
  const rows = [
    { where: "TanStack Start", tool: "@tanstack/react-start", folder: "tanstack-start" },
    { where: "SolidStart", tool: "@solidjs/start", folder: "solidstart" },
  ].map(({ where, tool, folder }) => ({
    ...{ where, how: "page and server route, built by Nitro 3 for `cloudflare_module`" },
    version: () => project.version(tool),
    run: async () => {
      const framework = project.within(folder);
      await framework.run(["vite", "build"]);
      await askWorker(framework, ["--config", ".output/server/wrangler.json"], ["/"]);
    },
  }));
  return withNode(project, rows, 24);
}

/**
 * Has Wrangler serve a Worker, and asks its route and its pages.
 *
 * @param {Consumer} project
 * @param {string[]} options
 * @param {string[]} pages
 */
export async function askWorker(project, options, pages, route = "/api/verdict") {
  const command = (/** @type {string} */ port) => [
    ...["wrangler", "dev", "--ip", "127.0.0.1", "--port", port, ...options],
  ];
  await ask(project, { command, env: await quiet(project) }, [route], pages);
}

/**
 * Nothing is asked of the network, and nothing is left in the home folder.
 *
 * @param {Consumer} project
 */
export async function quiet(project) {
  return {
    ...{ WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" },
    ...{ CLOUDFLARE_CF_FETCH_ENABLED: "false", XDG_CONFIG_HOME: await project.path(".config") },
  };
}
