/**
 * `npm run check`: what is worth asking after each change, in under a minute where Rust has not
 * changed: formatting, lints, types, the rules on the host, and the contract in one runtime.
 */
import { join } from "node:path";
import { build } from "./build.mjs";
import { main, npmProgram, ROOT, run, TSC } from "./project.mjs";
import { runSteps } from "./steps.mjs";
import { runCargo, runTestFiles } from "./suite.mjs";
import { ensureNodePackages, ensureRust, ensureRustLinters } from "./toolchain.mjs";

const needs = "build";

await main(async () => {
  await ensureNodePackages();
  await ensureRust();
  await ensureRustLinters();
  await runSteps([
    { name: "build", work: build },
    { name: "rustfmt", beside: true, work: () => run("cargo", ["fmt", "--check"]) },
    {
      name: "biome",
      beside: true,
      work: () => run(npmProgram("biome"), ["ci", "--error-on-warnings", "."]),
    },
    {
      name: "clippy",
      beside: true,
      work: () => run("cargo", ["clippy", "--lib", "--", "-D", "warnings"]),
    },
    {
      name: "types",
      beside: true,
      needs,
      work: () => run(process.execPath, [TSC, "--project", "tsconfig.json"]),
    },
    { name: "host", beside: true, work: () => runCargo(["test", "--lib", "--test", "cases"]) },
    {
      name: "node",
      beside: true,
      needs,
      work: () => runTestFiles("check", [join(ROOT, "tests", "contract", "node.test.mjs")]),
    },
  ]);
});
