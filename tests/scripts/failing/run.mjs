/** Runs steps that fail on purpose, as `npm test` runs its own. */
import { fileURLToPath } from "node:url";
import { runSteps } from "../../../scripts/steps.mjs";
import { runTestFiles } from "../../../scripts/suite.mjs";

const file = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

await runSteps([
  { name: "fine", work: async () => {} },
  { name: "early", work: () => runTestFiles("early", [file("tests.mjs")]) },
  { name: "late", work: () => runTestFiles("late", [file("late.mjs")]) },
  {
    name: "none",
    async work() {
      throw new Error("no browser", { cause: new Error("apt-get failed") });
    },
  },
]);
