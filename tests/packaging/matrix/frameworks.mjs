/** Frameworks and the servers that come with them, each with its defaults. */
import { ask, withNode } from "./ask.mjs";
import { askWorker, CLOUDFLARE } from "./cloudflare.mjs";
import { consumer } from "./consumer.mjs";
import { CHECKOUT, driveForm } from "./drive.mjs";
import { NEXT } from "./next.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

/** What most of them have. */
const ASKED = "page and server route";

/** @type {Row[][]} */
export const FRAMEWORKS = [...NEXT, sveltekit(), astro(), nuxt(), reactRouter(), ...CLOUDFLARE];

function sveltekit() {
  const project = consumer("sveltekit");
  const address = ["--host", "127.0.0.1", "--strictPort"];
  const served = servedByNode("SvelteKit", project, "@sveltejs/kit", {
    build: ["vite", "build"],
    start: ["node", "build/index.js"],
    dev: ["vite", "dev", ...address],
    route: "/api",
  });
  const action = {
    ...{ where: "SvelteKit", version: () => project.version("@sveltejs/kit") },
    how: "form action with `formOf`, built",
    run: async () => {
      await project.run(["svelte-kit", "sync"]);
      await project.run(["svelte-check", "--fail-on-warnings"]);
      await project.run(["vite", "build"]);
      const command = (/** @type {string} */ port) => [
        ...["vite", "preview", ...address, "--port", port],
      ];
      await driveForm(project, command, { path: "/checkout", order: CHECKOUT, isServers: true });
    },
  };
  return [...served, ...withNode(project, [action])];
}

function astro() {
  return servedByNode("Astro", consumer("astro"), "astro", {
    build: ["astro", "build"],
    start: ["node", "dist/server/entry.mjs"],
    dev: ["astro", "dev", "--host", "127.0.0.1"],
    route: "/api/verdict",
    env: { ASTRO_TELEMETRY_DISABLED: "1" },
  });
}

/** Its components and their loaders run on the server and in the page, and start `./web` there. */
function reactRouter() {
  return servedByNode("React Router", consumer("react-router"), "react-router", {
    build: ["react-router", "build"],
    start: ["react-router-serve", "build/server/index.js"],
    dev: ["react-router", "dev", "--host", "127.0.0.1", "--strictPort"],
    route: "/api",
    what: "page and loaders with `./web` and `init()`",
  });
}

/** @returns {Row[]} */
function nuxt() {
  const project = consumer("nuxt");
  const env = { NUXT_TELEMETRY_DISABLED: "1" };
  const served = servedByNode("Nuxt", project, "nuxt", {
    build: ["nuxt", "build"],
    start: ["node", ".output/server/index.mjs"],
    dev: ["nuxt", "dev", "--host", "127.0.0.1"],
    route: "/api/verdict",
    env,
  });
  const worker = {
    ...{ where: "Nuxt", version: () => project.version("nuxt") },
    how: "page and server route, built for `cloudflare_module` with `experimental.wasm`",
    run: async () => {
      await project.run(["nuxt", "build", "--envName", "cloudflare"], env);
      const date = ["--compatibility-date", "2026-11-17", "--compatibility-flags", "nodejs_compat"];
      const options = [".output/server/index.mjs", "--assets", ".output/public", ...date];
      await askWorker(project, options, ["/"]);
    },
  };
  return [...served, ...withNode(project, [worker])];
}

/**
 * A framework whose page and route a server in Node answers.
 *
 * @param {string} where
 * @param {import("./consumer.mjs").Consumer} project
 * @param {string} tool The package whose version counts.
 * @param {object} ways
 * @param {string[]} ways.build
 * @param {string[]} ways.start What serves what was built.
 * @param {string[]} ways.dev Takes a port as an option.
 * @param {string} ways.route
 * @param {Record<string, string>} [ways.env]
 * @param {string} [ways.what] What is asked.
 * @returns {Row[]}
 */
function servedByNode(where, project, tool, { build, start, dev, route, env, what = ASKED }) {
  const named = { where, version: () => project.version(tool) };
  return withNode(project, [
    {
      ...{ ...named, how: `${what}, built` },
      run: async () => {
        await project.run(build, env);
        await ask(project, { command: () => start }, [route]);
      },
    },
    {
      ...{ ...named, how: "the same in the development server" },
      run: () => {
        const command = (/** @type {string} */ port) => [...dev, "--port", port];
        return ask(project, { command, env }, [route]);
      },
    },
  ]);
}
