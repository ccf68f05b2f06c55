/** What cargo-deny asks of crates, as deny.toml says. */
import { join } from "node:path";
import { capture, ROOT, run, Unavailable } from "../project.mjs";
import { ensureSupplyTools } from "./tools.mjs";

/** Licences and duplicates of the package's crate; where the crates of all that are compiled come from. */
export async function checkCrates() {
  await deny(SHIPPED, ["--locked"], ["bans", "licenses", "sources"]);
  for (const manifest of await manifests()) {
    if (manifest !== SHIPPED) await deny(manifest, ["--locked"], ["sources"]);
  }
}

/**
 * What is known against crates, by RustSec's database, which is asked over the network.
 *
 * @throws {Unavailable} Where it cannot be had.
 */
export async function auditCrates() {
  for (const manifest of await manifests()) {
    let output = "";
    const onOutput = (/** @type {string} */ text) => {
      output += text;
    };
    try {
      await deny(manifest, [], ["advisories"], onOutput);
    } catch (cause) {
      if (!/failed to (fetch|open|load) advisory database/.test(output)) throw cause;
      throw new Unavailable("the database of RustSec cannot be had here");
    }
  }
}

const SHIPPED = "Cargo.toml";

/** @returns {Promise<string[]>} Of each workspace: what is beside a lockfile. */
async function manifests() {
  const found = await capture("git", ["ls-files", "Cargo.lock", "*/Cargo.lock"]);
  return found.trim().replaceAll("Cargo.lock", "Cargo.toml").split("\n");
}

/**
 * @param {string} manifest
 * @param {string[]} options
 * @param {string[]} checks
 * @param {(text: string) => void} [onOutput]
 */
async function deny(manifest, options, checks, onOutput) {
  const { cargoDeny } = await ensureSupplyTools();
  const config = ["--config", join(ROOT, "deny.toml"), "--manifest-path", join(ROOT, manifest)];
  await run(cargoDeny, [...config, ...options, "check", ...checks], onOutput ? { onOutput } : {});
}
