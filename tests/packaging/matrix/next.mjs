/**
 * Next: a client component, which the server renders too, and routes in Node, at the edge and in
 * middleware, of which some start `./web` as a page does.
 */
import { ask } from "./ask.mjs";
import { consumer } from "./consumer.mjs";
import { CHECKOUT, driveForm } from "./drive.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

const EVERYTHING = "client component, server route, edge route, middleware and `./web` in routes";
const DEVELOPED = "the same in the development server";

const ROUTES = ["node", "edge", "middleware", "web-node", "web-edge"].map((name) => `/api/${name}`);

/** By project, what is run, and with which options. @type {Record<string, Way[]>} */
const WAYS = {
  next: [
    { how: `${EVERYTHING}, built with Turbopack`, build: [] },
    { how: "the same built with webpack", build: ["--webpack"] },
    { how: DEVELOPED, dev: [] },
  ],
  "next-15": [
    { how: `${EVERYTHING}, built with webpack`, build: [] },
    { how: "the same built with Turbopack", build: ["--turbopack"] },
    { how: DEVELOPED, dev: [] },
    { how: `${DEVELOPED} with Turbopack`, dev: ["--turbopack"] },
  ],
  "next-14": [
    { how: `${EVERYTHING}, built with webpack`, build: [] },
    { how: DEVELOPED, dev: [] },
    { how: `${DEVELOPED} with Turbopack`, dev: ["--turbo"] },
  ],
  "next-13": [
    { how: `${EVERYTHING}, built with webpack`, build: [] },
    { how: DEVELOPED, dev: [] },
  ],
};

/**
 * @typedef {object} Way
 * @property {string} how
 * @property {string[]} [build] Options to build with, before what was built is served.
 * @property {string[]} [dev] Options of the development server.
 */

/** @type {Row[][]} */
export const NEXT = [
  ...Object.entries(WAYS).map(([name, ways]) => rowsOf(name, ways)),
  [serverAction()],
];

const ENV = { NEXT_TELEMETRY_DISABLED: "1" };

/** @param {string[]} words @returns {(port: string) => string[]} */
const serverOf = (words) => (port) => [
  ...["next", ...words, "--hostname", "127.0.0.1", "--port", port],
];

/**
 * @param {string} name
 * @param {Way[]} ways
 * @returns {Row[]}
 */
function rowsOf(name, ways) {
  const project = consumer(name, "next");
  /** @param {string[]} words */
  const serve = (words) => ask(project, { command: serverOf(words), env: ENV }, ROUTES);
  return ways.map(({ how, build, dev }) => ({
    ...{ where: "Next", how, version: () => project.version("next") },
    run: async () => {
      if (dev) return serve(["dev", ...dev]);
      await project.run(["next", "build", ...(build ?? [])], ENV);
      await serve(["start"]);
    },
  }));
}

/** Its build checks the types too. @returns {Row} */
function serverAction() {
  const project = consumer("next-action");
  return {
    ...{ where: "Next", version: () => project.version("next") },
    how: "server action with `formOf`, built",
    run: async () => {
      await project.run(["next", "build"], ENV);
      const form = { path: "/", order: CHECKOUT, isServers: true };
      await driveForm(project, serverOf(["start"]), form);
    },
  };
}
