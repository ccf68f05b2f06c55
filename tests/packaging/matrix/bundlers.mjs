/** Bundlers for pages, each with its defaults. */
import { consumer } from "./consumer.mjs";
import { checkFolder, checkPage } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

/** @type {Row[][]} */
export const BUNDLERS = [vite("vite")];

/** @param {string} name Of the project. */
function vite(name) {
  const project = consumer(name);
  const version = () => project.version("vite");
  return [
    {
      ...{ where: "Vite", how: "built", version },
      run: async () => {
        await project.run(["vite", "build"]);
        await checkFolder(await project.path("dist"));
      },
    },
    {
      ...{ where: "Vite", how: "development server", version },
      run: async () => {
        const server = await project.start((port) => [
          ...["vite", "--host", "127.0.0.1", "--port", String(port), "--strictPort"],
        ]);
        await checkPage(`${server.url}/`);
        await server.stop();
      },
    },
  ];
}
