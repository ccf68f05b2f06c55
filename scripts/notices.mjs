/**
 * `npm run notices`: writes THIRD-PARTY-NOTICES.md, which the package carries. `npm test -- release`
 * fails where it is out of date: after a change of Cargo.lock, of Rust, or of esbuild.
 */
import { writeFile } from "node:fs/promises";
import { main } from "./project.mjs";
import { ensureNodePackages, ensureRust } from "./toolchain.mjs";

await main(async () => {
  await ensureNodePackages();
  await ensureRust();
  // Loaded here because it imports npm packages, which are installed by now.
  const { NOTICES, writeNotices } = await import("./supply/notices.mjs");
  await writeFile(NOTICES, await writeNotices());
});
