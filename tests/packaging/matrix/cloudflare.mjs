/** What brings the package to Cloudflare Workers, each with its defaults. */
import { ask, withNode } from "./ask.mjs";
import { consumer } from "./consumer.mjs";
import { checkCommand } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./consumer.mjs").Consumer} Consumer */

/** @type {Row[][]} */
export const CLOUDFLARE = [wrangler(), vitePlugin(), vitestPlugins(), nitro(), openNext()];

function wrangler() {
  const project = consumer("wrangler");
  const named = { where: "Wrangler", version: () => project.version("wrangler") };
  return withNode(project, [
    { ...named, how: "wrangler dev", run: () => askWorker(project, [], []) },
    { ...named, how: "the same with `./web`", run: () => askWorker(project, ["web.js"], []) },
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

function vitePlugin() {
  const project = consumer("vite-cloudflare");
  const named = {
    where: "@cloudflare/vite-plugin",
    version: () => project.version("@cloudflare/vite-plugin"),
  };
  /** @param {string[]} words */
  const serve = async (words) => {
    const command = (/** @type {string} */ port) => [
      ...["vite", ...words, "--host", "127.0.0.1", "--port", port, "--strictPort"],
    ];
    await ask(project, { command, env: await quiet(project) }, ["/"], []);
  };
  return withNode(project, [
    {
      ...{ ...named, how: "Worker, built" },
      run: async () => {
        await project.run(["vite", "build"], await quiet(project));
        await serve(["preview"]);
      },
    },
    { ...named, how: "the same in the development server", run: () => serve([]) },
  ]);
}

/** The same plugin under its present and its former name. */
function vitestPlugins() {
  const project = consumer("vitest-workers");
  const rows = [
    { where: "@cloudflare/vitest-plugin", config: "vitest.config.js" },
    { where: "@cloudflare/vitest-pool-workers", config: "vitest.pool.config.js" },
  ].map(({ where, config }) => ({
    ...{ where, how: "tests in a Worker", version: () => project.version(where) },
    run: () => checkCommand(project, ["vitest", "run", "--config", config]),
  }));
  return withNode(project, rows);
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

function openNext() {
  const project = consumer("opennext");
  return withNode(project, [
    {
      ...{
        where: "OpenNext for Cloudflare",
        how: "page and server route, with `serverExternalPackages`",
      },
      version: () => project.version("@opennextjs/cloudflare"),
      run: async () => {
        const env = { ...(await quiet(project)), NEXT_TELEMETRY_DISABLED: "1" };
        await project.run(["opennextjs-cloudflare", "build"], env);
        await askWorker(project, [], ["/"]);
      },
    },
  ]);
}

/**
 * Has Wrangler serve a Worker, and asks its route and its pages.
 *
 * @param {Consumer} project
 * @param {string[]} options
 * @param {string[]} pages
 */
export async function askWorker(project, options, pages) {
  // Without a number two that start at once both take the debugger's usual port, and one of them ends.
  const ports = (/** @type {string} */ port) => ["--port", port, "--inspector-port", "0"];
  const command = (/** @type {string} */ port) => [
    ...["wrangler", "dev", "--ip", "127.0.0.1", ...ports(port), ...options],
  ];
  await ask(project, { command, env: await quiet(project) }, ["/api/verdict"], pages);
}

/**
 * Nothing is asked of the network, and nothing is left in the home folder.
 *
 * @param {Consumer} project
 */
async function quiet(project) {
  return {
    ...{ WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" },
    ...{ CLOUDFLARE_CF_FETCH_ENABLED: "false", XDG_CONFIG_HOME: await project.path(".config") },
  };
}
