/** What Wrangler makes of www/, as whoever deploys it has it. */
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import test, { after } from "node:test";
import { Miniflare } from "miniflare";
import { ROOT } from "../../../scripts/project.mjs";
import { cleanUp, consumer } from "../../packaging/matrix/consumer.mjs";
import { startGroup } from "../../support/group.mjs";

export function deployed() {
  after(cleanUp);

  test("wrangler deploys the folder as it stands", async (t) => {
    const out = await mkdtemp(join(tmpdir(), "interakt-wasm-deployed-"));
    t.after(() => rm(out, { recursive: true, force: true }));
    const project = consumer("wrangler");
    const programs = await project.path("node_modules/.bin");
    const wrangler = startGroup(
      join(programs, "wrangler"),
      ["deploy", "--dry-run", "--outdir", out],
      {
        cwd: join(ROOT, "www"),
        env: {
          // Wrangler needs a newer Node than the oldest that the package runs on.
          PATH: `${programs}${delimiter}${process.env.PATH}`,
          ...{ WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true", NO_COLOR: "1" },
          XDG_CONFIG_HOME: await project.path(".config"),
        },
      },
    );
    assert.equal(await wrangler.ended, 0, wrangler.all());
    const said = wrangler.all();
    t.diagnostic(/Total Upload: .*/.exec(said)?.[0] ?? "");
    assert.doesNotMatch(said, /warning/i);
    for (const name of [
      "ACCOUNT",
      "CAMPAIGN",
      "LIST",
      "SIMULATOR",
      "WEBHOOKS",
      "TICKETS",
      "ASSETS",
    ]) {
      assert.match(said, new RegExp(`env\\.${name}\\b`), name);
    }
    const files = await readdir(out);
    assert.equal(files.filter((name) => name.endsWith(".wasm")).length, 2);
    const modules = files
      .filter((name) => /\.(js|wasm)$/.test(name))
      .sort((one, other) => Number(other === "worker.js") - Number(one === "worker.js"))
      .map((name) => {
        const type = name.endsWith(".js") ? "ESModule" : "CompiledWasm";
        return { type: /** @type {"ESModule" | "CompiledWasm"} */ (type), path: join(out, name) };
      });
    const miniflare = new Miniflare({
      ...{ modules, modulesRoot: out, cf: false, compatibilityDate: "2026-01-01" },
    });
    t.after(() => miniflare.dispose());
    const account = await miniflare.dispatchFetch("http://localhost/api/account");
    assert.deepEqual(await account.json(), { mode: "simulator" });

    const worker = await readFile(join(out, "worker.js"), "utf8");
    for (const name of ["InteraktAccount", "InteraktCampaign", "CampaignList", "WebhookLog"]) {
      assert.match(worker, new RegExp(`^\\s+${name},?$`, "m"), `${name} is exported`);
    }
  });
}
