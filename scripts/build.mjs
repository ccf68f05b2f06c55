/**
 * `npm run build`: from the crate and the package template to the publishable
 * package in pkg/.
 */
import { mkdir, rm } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { buildModules } from "./module.mjs";
import { capture, GENERATED, main, timed } from "./project.mjs";
import { ensureBuildTools } from "./toolchain.mjs";

/** Builds the package; leaves it in pkg/, packed in build/, and in node_modules/interakt-wasm. */
export async function build() {
  const { bindgen } = await ensureBuildTools();
  await buildModules(bindgen);
  await timed("writing types and documents from the description", describe);
  // Loaded here because it imports npm packages, which are installed by now.
  const { assemble } = await import("./assemble.mjs");
  await timed("assembling pkg/", assemble);
}

async function describe() {
  await rm(GENERATED, { recursive: true, force: true });
  await mkdir(GENERATED, { recursive: true });
  await capture("cargo", ["run", "--quiet", "--bin", "describe", "--", GENERATED]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(build);
