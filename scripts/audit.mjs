/**
 * `npm run audit`: what is known against the npm packages and the crates that the project is made
 * of. It fails, too, where it cannot ask: npm's registry, and on GitHub the database of RustSec.
 */
import { main } from "./project.mjs";
import { runSteps } from "./steps.mjs";
import { auditCrates } from "./supply/crates.mjs";
import { auditNpm } from "./supply/npm.mjs";
import { ensureRust } from "./toolchain.mjs";

await main(async () => {
  await ensureRust();
  await runSteps([
    { name: "npm", work: auditNpm },
    { name: "crates", work: auditCrates },
  ]);
});
