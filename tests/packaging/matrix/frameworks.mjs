/** Frameworks and the servers that come with them, each with its defaults. */
import { consumer, withNode22 } from "./consumer.mjs";
import { checkPage, checkRoute } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./consumer.mjs").Consumer} Consumer */

/** @type {Row[][]} */
export const FRAMEWORKS = [next(), sveltekit(), astro(), wrangler()];

/** A client component, which the server renders too, a route in Node, and one at the edge. */
function next() {
  const project = consumer("next");
  const named = { where: "Next", version: () => project.version("next") };
  const env = { NEXT_TELEMETRY_DISABLED: "1" };
  /** @param {string} command */
  const serve = (command) =>
    ask(
      project,
      (port) => ["next", command, "--hostname", "127.0.0.1", "--port", port],
      ["/api/node", "/api/edge"],
      env,
    );
  return [
    {
      ...{ ...named, how: "client component, server route and edge route, built with Turbopack" },
      run: async () => {
        await project.run(["next", "build"], env);
        await serve("start");
      },
    },
    {
      ...{ ...named, how: "the same built with webpack" },
      run: async () => {
        await project.run(["next", "build", "--webpack"], env);
        await serve("start");
      },
    },
    { ...named, how: "the same in the development server", run: () => serve("dev") },
  ];
}

function sveltekit() {
  return servedByNode("SvelteKit", "sveltekit", "@sveltejs/kit", {
    build: ["vite", "build"],
    start: ["node", "build/index.js"],
    dev: ["vite", "dev", "--host", "127.0.0.1", "--strictPort"],
    route: "/api",
  });
}

function astro() {
  return servedByNode("Astro", "astro", "astro", {
    build: ["astro", "build"],
    start: ["node", "dist/server/entry.mjs"],
    dev: ["astro", "dev", "--host", "127.0.0.1"],
    route: "/api/verdict",
    env: { ASTRO_TELEMETRY_DISABLED: "1" },
  });
}

/**
 * A framework whose page and route a server in Node answers.
 *
 * @param {string} where
 * @param {string} name Of the project.
 * @param {string} tool The package whose version counts.
 * @param {object} ways
 * @param {string[]} ways.build
 * @param {string[]} ways.start What serves what was built.
 * @param {string[]} ways.dev Takes a port as an option.
 * @param {string} ways.route
 * @param {Record<string, string>} [ways.env]
 * @returns {Row[]}
 */
function servedByNode(where, name, tool, { build, start, dev, route, env }) {
  const project = consumer(name);
  const named = { where, version: () => project.version(tool) };
  return withNode22(project, [
    {
      ...{ ...named, how: "page and server route, built" },
      run: async () => {
        await project.run(build, env);
        await ask(project, () => start, [route]);
      },
    },
    {
      ...{ ...named, how: "the same in the development server" },
      run: () => ask(project, (port) => [...dev, "--port", port], [route], env),
    },
  ]);
}

function wrangler() {
  const project = consumer("wrangler");
  const named = { where: "Wrangler", version: () => project.version("wrangler") };
  /** Nothing is asked of the network, and nothing is left in the home folder. */
  const quiet = async () => ({
    ...{ WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" },
    ...{ CLOUDFLARE_CF_FETCH_ENABLED: "false", XDG_CONFIG_HOME: await project.path(".config") },
  });
  /** @param {string[]} options */
  const dev = async (options) => {
    const command = (/** @type {string} */ port) => [
      ...["wrangler", "dev", "--ip", "127.0.0.1", "--port", port, ...options],
    ];
    await project.serve({ command, env: await quiet() }, (url) => checkRoute(`${url}/`));
  };
  return withNode22(project, [
    { ...named, how: "wrangler dev", run: () => dev([]) },
    {
      ...{ ...named, how: "what wrangler deploy would upload" },
      run: async () => {
        await project.run(["wrangler", "deploy", "--dry-run", "--outdir", "out"], await quiet());
        await dev(["--no-bundle", "out/worker.js"]);
      },
    },
  ]);
}

/**
 * Starts a server, asks its page and its routes, and stops it.
 *
 * @param {Consumer} project
 * @param {(port: string) => string[]} command
 * @param {string[]} routes
 * @param {Record<string, string>} [env]
 */
async function ask(project, command, routes, env) {
  await project.serve({ command, env }, async (url) => {
    await checkPage(`${url}/`);
    for (const route of routes) await checkRoute(`${url}${route}`);
  });
}
