/** What the package's command writes, of the package that is installed. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { INSTALLED } from "../../scripts/project.mjs";

/** @param {string} name */
const load = (name) => import(pathToFileURL(join(INSTALLED, "bin", name)).href);

/** @type {typeof import("../../pkg-template/bin/module.js")} */
export const { moduleOf } = await load("module.js");

/** @type {typeof import("../../pkg-template/bin/types.js")} */
export const { typesOf } = await load("types.js");
