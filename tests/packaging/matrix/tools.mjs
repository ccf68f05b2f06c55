/** Test runners, CommonJS and TypeScript, each with its defaults. */
import { readFile, writeFile } from "node:fs/promises";
import { transform } from "esbuild";
import { ensureChromium } from "../../../scripts/browsers.mjs";
import { withNode } from "./ask.mjs";
import { consumer } from "./consumer.mjs";
import { typeScript } from "./typescript.mjs";
import { checkProgram, checkVerdict, checkVerdictInJsdom, interaktUrl } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./consumer.mjs").Consumer} Consumer */

/** @type {Row[][]} */
export const TOOLS = [jestNode(), jestJsdom(), vitest(), vitestDom(), commonJs(), typeScript()];

function jestNode() {
  const project = consumer("jest-node");
  return [
    {
      ...{ where: "Jest", how: "node", version: () => project.version("jest") },
      run: async () => checkVerdict(await jest(project, [])),
    },
  ];
}

function jestJsdom() {
  const project = consumer("jest-jsdom");
  const version = () => project.version("jest");
  return [
    {
      ...{ where: "Jest", how: "jsdom: all but sending", version },
      run: async () => {
        await jest(project, ["--env=jsdom", "form", "web", "without-fetch"]);
      },
    },
    {
      ...{ where: "Jest", how: "jsdom with Node's `fetch` (jest-fixed-jsdom)", version },
      run: async () => {
        const printed = await jest(project, ["--env=jest-fixed-jsdom", "verdict"]);
        checkVerdictInJsdom(printed);
      },
    },
  ];
}

/**
 * @param {Consumer} project
 * @param {string[]} args
 * @returns {Promise<string>} What its tests printed.
 */
async function jest(project, args) {
  // What Jest runs without flags is CommonJS.
  const source = await readFile(await project.path("exercise.mjs"), "utf8");
  const { code } = await transform(source, { format: "cjs" });
  await writeFile(await project.path("exercise.js"), code);
  return project.run(["jest", ...args], { INTERAKT_URL: await interaktUrl() });
}

function vitest() {
  const project = consumer("vitest");
  const version = () => project.version("vitest");
  return [
    {
      ...{ where: "Vitest", how: "node", version },
      run: async () => {
        const printed = await project.run(["vitest", "run"], {
          VITE_INTERAKT_URL: await interaktUrl(),
        });
        checkVerdict(verdictIn(printed));
      },
    },
    {
      ...{ where: "Vitest", how: "browser", version },
      run: async () => {
        const { chromium } = await ensureChromium();
        const printed = await project.run(["vitest", "run", "-c", "vitest.browser.config.js"], {
          ...{ CHROMIUM: chromium, VITE_INTERAKT_URL: await interaktUrl() },
        });
        checkVerdict(verdictIn(printed));
      },
    },
  ];
}

/**
 * Simulated pages. In jsdom all but files: by its `File` Node 22 and later forget what a form holds.
 */
function vitestDom() {
  const project = consumer("vitest-dom");
  /** @param {string} how @param {string[]} args @returns {Row} */
  const row = (how, args) => ({
    ...{ where: "Vitest", how, version: () => project.version("vitest") },
    run: async () => {
      const printed = await project.run(["vitest", "run", ...args], {
        VITE_INTERAKT_URL: await interaktUrl(),
      });
      checkVerdict(verdictIn(printed));
    },
  });
  return withNode(project, [
    row("happy-dom", ["--environment", "happy-dom", "messages", "upload.test"]),
    row("jsdom, with `uploadMedia` in node", [
      "--environment",
      "jsdom",
      "messages",
      "upload-in-node",
    ]),
  ]);
}

/** @param {string} printed @returns {string} The one line that is a verdict. */
function verdictIn(printed) {
  const lines = printed.split("\n").filter((line) => line.startsWith("{"));
  if (lines.length !== 1) throw new Error(`there is not one verdict in\n${printed}`);
  return lines[0] ?? "";
}

function commonJs() {
  const project = consumer("commonjs");
  const node = {
    ...{ where: "Node", isOfSystem: true },
    version: async () => process.versions.node,
  };
  return [
    { ...node, how: "CommonJS", run: () => checkProgram(project, ["main.js"]) },
    { ...node, how: "CommonJS beside modules", run: () => checkProgram(project, ["both.mjs"], 2) },
  ];
}
