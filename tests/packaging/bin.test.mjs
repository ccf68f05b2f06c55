/** The package's command, installed: as npm links it, and as `npx` finds it. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { createSimulator } from "interakt-wasm/simulator";
import { capture, readCrate } from "../../scripts/project.mjs";
import { serve } from "../support/server.mjs";
import { installTarball } from "./tarball.mjs";

const project = await installTarball();
const simulator = createSimulator({
  apiKey: "dGVzdC1rZXk6",
  templates: [{ name: "hello", language: "en", category: "UTILITY", body: "Hi {{1}}" }],
});
const interakt = await serve((request) => simulator(request));
after(async () => {
  await interakt.close();
  await project.remove();
});

const options = { cwd: project.folder, env: { INTERAKT_API_KEY: "dGVzdC1rZXk6" } };

test("the manifest names it, and its first line is what shims for Windows read", async () => {
  const manifest = JSON.parse(await readFile(join(project.installed, "package.json"), "utf8"));
  assert.deepEqual(Object.keys(manifest.bin), ["interakt-wasm"]);
  const text = await readFile(join(project.installed, manifest.bin["interakt-wasm"]), "utf8");
  assert.match(text, /^#!\/usr\/bin\/env node\n/);
});

test("npm links it into a project's programs", async () => {
  const program = join(project.folder, "node_modules", ".bin", "interakt-wasm");
  const { version } = await readCrate();
  assert.equal(await capture(program, ["--version"], options), `${version}\n`);
});

test("npx finds it, and what it writes works with the package that it stands in", async () => {
  const call = ["templates", "--base-url", interakt.url, "--out", "templates.ts"];
  const npx = ["exec", "--offline", "--no", "--", "interakt-wasm"];
  const said = await capture("npm", [...npx, ...call], options);
  assert.equal(said, "templates.ts: 1 template, 1 with types.\n");
  assert.match(await capture("npm", [...npx, ...call, "--check"], options), /^Nothing has changed/);
  const text = await readFile(join(project.folder, "templates.ts"), "utf8");
  assert.match(text, /^import \{ type TemplateBook, templateBook \} from "interakt-wasm";$/m);
  assert.match(text, /^ {2}hello: \{ language\?: "en"; body: readonly \[string\] \};$/m);
});
