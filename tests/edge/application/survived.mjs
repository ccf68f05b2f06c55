/** What is left when workerd is ended while a campaign runs. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { numbers, startApplication, startInterakt } from "./desk.mjs";

export function survived() {
  test("a campaign goes on where it was after a kill and a restart, and writes to nobody twice", async (t) => {
    const keepIn = await mkdtemp(join(tmpdir(), "interakt-wasm-campaigns-"));
    t.after(() => rm(keepIn, { recursive: true, force: true, maxRetries: 5 }));
    const interakt = await startInterakt(t, () => []);
    const { settings } = interakt;
    const variables = { ...settings.variables, INTERAKT_PLAN: "600", SEND_TIMEOUT_MS: "2000" };
    const start = () => startApplication(t, { ...settings, keepIn, variables });

    let desk = await start();
    const wanted = numbers(40);
    const id = await desk.campaign(wanted);
    await desk.get("POST", "/api/opt-outs", { recipients: ["919000000000"] });
    await desk.get("POST", `/api/campaigns/${id}/start`);
    for (const least of [8, 20]) {
      await desk.until(id, ({ counts }) => counts.sent >= least);
      await desk.stop();
      desk = await start();
      const { state } = await desk.get("GET", `/api/campaigns/${id}`);
      assert.ok(state.counts.sent >= least, JSON.stringify(state.counts));
    }
    assert.deepEqual(await desk.get("GET", "/api/opt-outs"), { recipients: ["919000000000"] });

    const isOver = ["done", "parked"];
    const { counts } = await desk.until(id, ({ status }) => isOver.includes(status));
    assert.equal(counts.sent + counts.unknown, 40);
    const arrived = interakt.arrived();
    assert.equal(new Set(arrived).size, arrived.length);
    assert.ok(arrived.length >= counts.sent && arrived.length <= 40);
    assert.ok(arrived.every((number) => wanted.includes(number)));
  });
}
