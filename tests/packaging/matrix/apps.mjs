/** Frameworks of apps that are pages alone, each with its own way to take files along. */
import { cp, mkdir } from "node:fs/promises";
import { withNode } from "./ask.mjs";
import { consumer } from "./consumer.mjs";
import { checkFolder, checkPage } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

/** @type {Row[][]} */
export const APPS = [angular(), expo()];

/** Two apps in one project, of which the second has the file among its assets. */
function angular() {
  const project = consumer("angular");
  const named = { where: "Angular", version: () => project.version("@angular/core") };
  const env = { NG_CLI_ANALYTICS: "false" };
  const built = async (/** @type {string} */ app) => {
    await project.run(["ng", "build", app], env);
    await checkFolder(await project.path(`dist/${app}/browser`));
  };
  const served = (/** @type {string} */ app) => {
    const command = (/** @type {string} */ port) => [
      ...["ng", "serve", app, "--host", "127.0.0.1", "--port", port],
    ];
    return project.serve({ command, env }, (url) => checkPage(`${url}/`));
  };
  return withNode(project, [
    { ...named, how: "built", run: () => built("page") },
    { ...named, how: "development server", run: () => served("page") },
    { ...named, how: "`./web` with the file among the assets", run: () => built("web") },
    { ...named, how: "the same in the development server", run: () => served("web") },
  ]);
}

/**
 * As pages, built by Metro. Not its development server, which begins by downloading a debugger.
 */
function expo() {
  const project = consumer("expo");
  const named = { where: "Expo for the web", version: () => project.version("expo") };
  /** @param {string} folder @param {Record<string, string>} [env] */
  const exported = async (folder, env) => {
    const command = ["expo", "export", "--platform", "web", "--output-dir", folder];
    await project.run(command, { CI: "1", EXPO_NO_TELEMETRY: "1", EXPO_OFFLINE: "1", ...env });
    await checkFolder(await project.path(folder));
  };
  return withNode(project, [
    { ...named, how: "exported", run: () => exported("dist") },
    {
      ...{ ...named, how: "`./web` with `init(url)` and `core_bg.wasm` in public" },
      run: async () => {
        const module = await project.path("node_modules/interakt-wasm/dist/core_bg.wasm");
        await mkdir(await project.path("public"), { recursive: true });
        await cp(module, await project.path("public/core_bg.wasm"));
        await exported("web-dist", { EXPO_PUBLIC_WEB: "1" });
      },
    },
  ]);
}
