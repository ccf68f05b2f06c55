/** Tool chains of former years, which many projects still use: they read no `exports`. */
import { cp } from "node:fs/promises";
import { rowsOf } from "./bundlers.mjs";
import { consumer } from "./consumer.mjs";
import { checkFolder, checkVerdictInJsdom, interaktUrl } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

/** @type {Row[][]} */
export const OLDER = [vueCli(), createReactApp(), webpack4()];

function vueCli() {
  return rowsOf("vue-cli", { where: "Vue CLI", tool: "@vue/cli-service" }, [
    {
      how: "built with `transpileDependencies`",
      build: ["vue-cli-service", "build"],
      folder: "dist",
    },
  ]);
}

/** @returns {Row[]} */
function createReactApp() {
  const project = consumer("cra");
  const named = { where: "Create React App", version: () => project.version("react-scripts") };
  /** It takes no module from outside of src. */
  const prepare = async () =>
    cp(await project.path("exercise.mjs"), await project.path("src/exercise.mjs"));
  return [
    {
      ...{ ...named, how: "built" },
      run: async () => {
        await prepare();
        await project.run(["react-scripts", "build"]);
        await checkFolder(await project.path("build"));
      },
    },
    {
      ...{ ...named, how: "its Jest 27, all entries" },
      run: async () => {
        await prepare();
        const printed = await project.run(["react-scripts", "test", "--watchAll=false"], {
          ...{ CI: "true", INTERAKT_URL: await interaktUrl() },
        });
        checkVerdictInJsdom(printed);
      },
    },
  ];
}

function webpack4() {
  return rowsOf("webpack-4", { where: "webpack 4", tool: "webpack" }, [
    { how: "built with babel-loader", build: ["webpack", "--mode", "production"] },
    {
      how: "`./web` with an alias and `init(url)`",
      build: ["webpack", "./web/src/index.js", "-o", "web/dist", "--mode", "production"],
      ...{ copyTo: "web/dist", page: "/web/" },
    },
  ]);
}
