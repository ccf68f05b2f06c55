/** Takes the smallest set of inputs that reaches each edge that any reaches into tests/fuzz/corpus. */

import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../project.mjs";
import { buildProgram, FUZZ } from "./program.mjs";
import { targets } from "./targets.mjs";
import { WORK } from "./turns.mjs";

/** @param {string[]} chosen All when empty. */
export async function keep(chosen) {
  const engine = await buildProgram("engine");
  const all = (await targets()).map(({ name }) => name);
  for (const name of chosen.length > 0 ? chosen : all) {
    const into = join(WORK, "kept", name);
    await rm(into, { recursive: true, force: true });
    await mkdir(into, { recursive: true });
    const kept = join(FUZZ, "corpus", name);
    const from = [join(WORK, "corpus", name), join(WORK, "seeds", name), kept].filter(existsSync);
    await run(engine, ["-set_cover_merge=1", "-use_counters=0", "-verbosity=0", into, ...from], {
      env: { FUZZ_TARGET: name },
    });
    await rm(kept, { recursive: true, force: true });
    await mkdir(join(FUZZ, "corpus"), { recursive: true });
    await rename(into, kept);
    console.log(`${name}: ${(await readdir(kept)).length} inputs`);
  }
}
