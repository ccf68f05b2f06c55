/**
 * Builds the fuzzers: tests/fuzz/, a crate of its own, with the counters that LLVM puts at each
 * edge. They count in what is compiled here, not in the standard library.
 */
import { join } from "node:path";
import { capture, ROOT, run, timed } from "../project.mjs";
import { ensureRust } from "../toolchain.mjs";

export const FUZZ = join(ROOT, "tests", "fuzz");

const TARGET_FOLDER = join(ROOT, "target", "fuzz");

/** Of rustc. All of it is stable. */
const FLAGS = [
  "-Cpasses=sancov-module",
  ...["level=3", "inline-8bit-counters", "pc-table", "trace-compares", "trace-pc"].map(
    (what) => `-Cllvm-args=-sanitizer-coverage-${what}`,
  ),
];

/**
 * @param {"engine" | "measure"} name
 * @param {string} [features] Its own where nothing is said.
 * @returns {Promise<string>} The path of the program.
 */
export async function buildProgram(name, features = name) {
  await ensureRust();
  const host = (await capture("rustc", ["-vV"])).match(/^host: (.*)$/m)?.[1] ?? "";
  // With a target, what builds the crate is not counted.
  const args = ["build", "--release", "--target", host, "--features", features, "--bin", name];
  const env = { RUSTFLAGS: FLAGS.join(" "), CARGO_TARGET_DIR: TARGET_FOLDER };
  await timed(`building tests/fuzz, ${name}`, () => run("cargo", args, { cwd: FUZZ, env }));
  return join(TARGET_FOLDER, host, "release", name);
}
