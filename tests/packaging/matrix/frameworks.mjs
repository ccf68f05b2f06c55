/** Frameworks and the servers that come with them, each with its defaults. */
import { ask, withNode } from "./ask.mjs";
import { CLOUDFLARE } from "./cloudflare.mjs";
import { consumer } from "./consumer.mjs";
import { NEXT } from "./next.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

/** @type {Row[][]} */
export const FRAMEWORKS = [...NEXT, sveltekit(), astro(), nuxt(), reactRouter(), ...CLOUDFLARE];

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
  return withNode(project, [
    {
      ...{ ...named, how: "page and server route, built" },
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
