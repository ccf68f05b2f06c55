/**
 * `npm run lint`: formatting and lints of the Rust and JavaScript sources, and
 * the types of the hand-written JavaScript. Runs every check, then fails if one
 * did. `npm run lint -- --fix` formats the sources, and mends what can be mended.
 */
import { build } from "./build.mjs";
import { CUTS } from "./cuts.mjs";
import { FAST } from "./module.mjs";
import { main, npmProgram, run, TSC, WASM_TARGET } from "./project.mjs";
import { buildReference } from "./reference.mjs";
import { runSteps } from "./steps.mjs";
import { checkCrates } from "./supply/crates.mjs";
import { ensureNodePackages, ensureRust, ensureRustLinters } from "./toolchain.mjs";

const FIX = process.argv.includes("--fix");

const DENY_WARNINGS = ["--", "-D", "warnings"];

await main(async () => {
  await ensureNodePackages();
  await ensureRust();
  await ensureRustLinters();
  await runSteps([
    { name: "rustfmt", work: () => run("cargo", ["fmt", ...(FIX ? [] : ["--check"])]) },
    {
      name: "clippy",
      work: () => run("cargo", ["clippy", "--all-targets", ...DENY_WARNINGS]),
    },
    {
      name: "clippy-wasm",
      work: () =>
        run("cargo", [
          ...["clippy", "--target", WASM_TARGET, "--lib", "--test", "wasm*"],
          ...DENY_WARNINGS,
        ]),
    },
    {
      // The whole is the one before. What is made for speed has code that the others do not have.
      name: "clippy-cuts",
      work: async () => {
        for (const { features, purpose } of CUTS.slice(1)) {
          const chosen = ["--no-default-features", "--features", features.join(",")];
          const flags = purpose === "fast" ? FAST.flags : [];
          await run(
            "cargo",
            ["clippy", "--target", WASM_TARGET, "--lib", ...chosen, ...DENY_WARNINGS],
            { env: { CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") } },
          );
        }
      },
    },
    {
      name: "rustdoc",
      work: () => run("cargo", ["doc", "--no-deps"], { env: { RUSTDOCFLAGS: "-D warnings" } }),
    },
    {
      // What is known against them is asked of the network: npm run audit.
      name: "cargo-deny",
      work: checkCrates,
    },
    {
      name: "workflows",
      work: async () => {
        // Loaded here because it imports npm packages, which are installed by now.
        const { checkWorkflows } = await import("./supply/workflows.mjs");
        await checkWorkflows();
      },
    },
    {
      name: "biome",
      work: () => {
        const command = FIX ? ["check", "--write"] : ["ci"];
        const colours = process.stdout.isTTY ? [] : ["--colors=off"];
        return run(npmProgram("biome"), [...command, "--error-on-warnings", ...colours, "."]);
      },
    },
    {
      // The hand-written modules import generated ones, so the package is built first.
      name: "tsc",
      work: async () => {
        await build();
        await run(process.execPath, [TSC, "--project", "tsconfig.json"]);
      },
    },
    {
      // Of the package that the step before has built.
      name: "reference",
      work: () => buildReference({ check: true }),
    },
  ]);
});
