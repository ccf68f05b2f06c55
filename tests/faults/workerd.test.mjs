/** The suite in workerd, with the package as its build condition resolves it. */
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { workerModules } from "../support/worker.mjs";
import { testFaults } from "./runner.mjs";

testFaults("workerd", async () => {
  const miniflare = new Miniflare({
    modules: await workerModules(fileURLToPath(new URL("worker.mjs", import.meta.url))),
    compatibilityDate: "2026-01-01",
  });
  return {
    async run(task) {
      const body = JSON.stringify(task);
      const response = await miniflare.dispatchFetch("http://worker/", { method: "POST", body });
      const { problem } = /** @type {{ problem: string | null }} */ (await response.json());
      return problem;
    },
    stop: () => miniflare.dispose(),
  };
});
