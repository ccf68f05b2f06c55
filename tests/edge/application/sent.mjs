/** With a key: messages go to an Interakt over HTTP, which tells the webhook what becomes of them. */
import assert from "node:assert/strict";
import { request } from "node:http";
import test from "node:test";
import { setTimeout } from "node:timers/promises";
import { webhooks } from "interakt-wasm";
import { fileOf, numbers, SECRET, startApplication, startInterakt, TEXT } from "./desk.mjs";

/**
 * @param {import("node:test").TestContext} t
 * @param {{ plan?: string, life?: import("interakt-wasm/simulator").WebhookOptions["life"] }} [options]
 */
async function start(t, { plan, life } = {}) {
  const interakt = await startInterakt(t, life);
  const variables = { ...interakt.settings.variables, ...(plan && { INTERAKT_PLAN: plan }) };
  const application = await startApplication(t, { ...interakt.settings, variables });
  interakt.tellTo(application.url);
  return { ...interakt, ...application };
}

/** The clock in India, so many hours from now. @param {number} hours */
const inIndia = (hours) =>
  new Date(Date.now() + hours * 3_600_000).toLocaleTimeString("en-GB", {
    ...{ timeZone: "Asia/Kolkata", hour: "2-digit", minute: "2-digit" },
  });

/**
 * An upload of which the end waits: more than half of its rows are there before.
 *
 * @param {string} url
 * @param {string} origin
 * @param {readonly string[]} recipients
 */
function upload(url, origin, recipients) {
  const file = fileOf(recipients);
  const half = file.lastIndexOf("\n", (file.length * 3) / 4);
  const headers = { origin, "transfer-encoding": "chunked" };
  const sent = request(url, { method: "PUT", headers, agent: false });
  const answer = new Promise((resolve, reject) => {
    sent.on("error", reject);
    sent.on("response", async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode, body: JSON.parse(text) });
    });
  });
  sent.write(file.slice(0, half));
  return { end: () => sent.end(file.slice(half)), answer };
}

/** @param {() => Promise<boolean>} isSo */
async function until(isSo) {
  for (let tries = 300; !(await isSo()); tries -= 1) {
    assert.ok(tries > 0, "it has not come");
    await setTimeout(100);
  }
}

export function sent() {
  test("every row arrives once, and what the webhook is told moves it on", async (t) => {
    const desk = await start(t, {
      life: ({ input }) =>
        input.phoneNumber?.endsWith("0")
          ? [{ failed: { code: "131026", reason: '=HYPERLINK("https://bad.example");=1+1' } }]
          : ["sent", "delivered", "read"],
    });
    const wanted = numbers(20);
    const id = await desk.campaign(wanted);
    await desk.get("POST", `/api/campaigns/${id}/start`);
    const { counts, status, cost } = await desk.until(id, ({ counts }) => {
      return counts.read + counts.failed === 20;
    });
    assert.deepEqual([status, counts.sent, counts.failed, counts.read], ["done", 20, 2, 18]);
    assert.ok(Number(cost) > 0);
    assert.deepEqual(desk.arrived().sort(), wanted);

    const csv = await desk.get("GET", `/api/campaigns/${id}/results.csv`);
    const lines = csv.split("\r\n");
    assert.equal(lines.length, 22);
    assert.match(lines[0], /^(\ufeff)?"line","recipient","country","state","status"/);
    assert.match(lines[1], /^"2","919876543200","IN","sent","failed","",.*131026/);
    // What a spreadsheet would work out comes as a text, also where it parts cells at semicolons.
    assert.match(lines[1], /=HYPERLINK.*;'=1\+1/);
    assert.doesNotMatch(csv, /(^|[,;\t])"?[=+@-]/m);

    const { rows } = await desk.get("GET", `/api/campaigns/${id}/rows?after=17&most=1`);
    assert.deepEqual([rows.length, rows[0].index, rows[0].status], [1, 18, "read"]);
  });

  test("a campaign's page hears of each change as it happens", async (t) => {
    const desk = await start(t);
    const id = await desk.campaign(numbers(10));
    const response = await fetch(`${desk.url}/api/campaigns/${id}/events`, {
      headers: { origin: desk.url },
    });
    assert.equal(response.headers.get("content-type")?.split(";")[0], "text/event-stream");
    await desk.get("POST", `/api/campaigns/${id}/start`);
    let text = "";
    /** @type {any[]} */
    let states = [];
    const pieces = /** @type {any} */ (response.body).pipeThrough(new TextDecoderStream());
    for await (const piece of pieces) {
      text += piece;
      states = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? ""));
      if (states.at(-1)?.counts.read === 10) break;
    }
    assert.equal(states[0].status, "draft");
    assert.equal(states.at(-1).status, "done");
    const versions = states.map(({ version }) => version);
    assert.deepEqual(
      versions,
      [...new Set(versions)].sort((a, b) => a - b),
    );
  });

  test("nothing leaves while it is paused, and all that was left out when it goes on", async (t) => {
    const desk = await start(t, { plan: "600" });
    const wanted = numbers(30);
    const id = await desk.campaign(wanted);
    await desk.get("POST", `/api/campaigns/${id}/start`);
    await desk.until(id, ({ counts }) => counts.sent >= 5);
    assert.equal((await desk.get("POST", `/api/campaigns/${id}/pause`)).status, "paused");
    await desk.until(id, ({ counts }) => counts.leaving === 0);
    const left = desk.arrived().length;
    await setTimeout(500);
    assert.equal(desk.arrived().length, left);
    assert.ok(left < 30);
    await desk.get("POST", `/api/campaigns/${id}/start`);
    await desk.until(id, ({ status }) => status === "done");
    assert.deepEqual(desk.arrived().sort(), wanted);
  });

  test("what is cancelled stays so", async (t) => {
    const desk = await start(t, { plan: "600" });
    const id = await desk.campaign(numbers(30));
    await desk.get("POST", `/api/campaigns/${id}/start`);
    await desk.until(id, ({ counts }) => counts.sent >= 3);
    assert.equal((await desk.get("POST", `/api/campaigns/${id}/cancel`)).status, "cancelled");
    const { counts } = await desk.until(id, ({ counts }) => counts.leaving + counts.claimed === 0);
    assert.equal(counts.sent + counts.cancelled, 30);
    const { status, body } = await desk.ask("POST", `/api/campaigns/${id}/start`);
    assert.ok(status >= 400 || body.status === "cancelled", JSON.stringify(body));
    await setTimeout(500);
    assert.equal(desk.arrived().length, counts.sent);
  });

  test("who has opted out, or is asleep, is not written to", async (t) => {
    const desk = await start(t);
    const [first = "", second = "", ...others] = numbers(6);
    assert.deepEqual(await desk.get("POST", "/api/opt-outs", { recipients: [`91${first}`] }), {
      changed: 1,
    });
    const id = await desk.campaign([first, second, ...others]);
    await desk.get("POST", `/api/campaigns/${id}/start`);
    const { counts } = await desk.until(id, ({ status }) => status === "done");
    assert.deepEqual([counts.opted_out, counts.sent], [1, 5]);
    assert.ok(!desk.arrived().includes(first));

    const quiet = { from: inIndia(-1), to: inIndia(1) };
    const asleep = await desk.campaign(numbers(5, 9_876_500_000), { quiet });
    await desk.get("POST", `/api/campaigns/${asleep}/start`);
    await setTimeout(1000);
    const { state } = await desk.get("GET", `/api/campaigns/${asleep}`);
    assert.deepEqual([state.status, state.counts.waiting], ["running", 5]);
    assert.equal(desk.arrived().length, 5);

    const changed = await desk.get("DELETE", "/api/opt-outs", { recipients: [`91${first}`] });
    assert.deepEqual(changed, { changed: 1 });
    assert.deepEqual(await desk.get("GET", "/api/opt-outs"), { recipients: [] });
  });

  test("what Interakt refused can be sent again, and what nobody knows of is parked for a person", async (t) => {
    const desk = await start(t);
    const refused = { on: /** @type {const} */ ("sendMessage"), times: 1, status: 400 };
    desk.simulator.fault({ ...refused, body: { result: false, message: "Template is paused" } });
    desk.simulator.fault({ on: "sendMessage", times: 1, status: 502 });
    const id = await desk.campaign(numbers(6));
    await desk.get("POST", `/api/campaigns/${id}/start`);
    const parked = await desk.until(id, ({ status }) => status === "parked");
    assert.deepEqual([parked.counts.refused, parked.counts.unknown, parked.counts.sent], [1, 1, 4]);
    const path = `/api/campaigns/${id}`;
    const { rows } = await desk.get("GET", `${path}/rows?state=unknown`);
    assert.equal(rows.length, 1);
    const marked = await desk.get("POST", `${path}/mark-sent`, { indexes: [rows[0].index] });
    assert.deepEqual([marked.rows, marked.state.counts.unknown], [1, 0]);
    // Somebody said yes to as many as there were on the page.
    for (const [what, state] of /** @type {const} */ ([
      ["again", "refused"],
      ["mark-sent", "unknown"],
    ])) {
      const { status, body } = await desk.ask("POST", `${path}/${what}`, { state, count: 7 });
      assert.equal(status, 409, what);
      assert.match(body.error.message, /no longer 7\. Nothing was done/);
    }
    assert.equal(
      (await desk.ask("POST", `${path}/again`, { state: "refused", count: "1" })).status,
      400,
    );
    const again = await desk.get("POST", `${path}/again`, { state: "refused", count: 1 });
    assert.equal(again.rows, 1);
    const { counts } = await desk.until(id, ({ status }) => status === "done");
    assert.equal(counts.sent, 6);
    // Six, and the one that was refused a second time.
    assert.equal(desk.arrived().length, 7);
  });

  test("a test message goes to the one number, and an erased campaign leaves nothing", async (t) => {
    const desk = await start(t);
    const id = await desk.campaign(numbers(1));
    const path = `/api/campaigns/${id}`;
    await desk.get("POST", `${path}/test`, { to: "+919812345678" });
    const [{ body = undefined, headers = {} } = {}] = desk.simulator.requests;
    assert.equal(body.fullPhoneNumber, "919812345678");
    assert.equal(body.phoneNumber, undefined);
    assert.deepEqual(body.template.bodyValues, ["Asha"]);
    assert.equal(headers.authorization, "[redacted]");
    for (const to of ["+9112", "9812345678", undefined]) {
      assert.equal((await desk.ask("POST", `${path}/test`, { to })).status, 400, to);
    }

    assert.equal((await desk.ask("DELETE", path)).status, 204);
    assert.equal((await desk.ask("GET", path)).status, 404);
    assert.equal((await desk.ask("POST", `${path}/start`)).status, 404);
    assert.deepEqual((await desk.get("GET", "/api/campaigns")).campaigns, []);
  });

  test("a campaign starts once its file is there wholly, and keeps to that file", async (t) => {
    const desk = await start(t);
    const { id } = await desk.get("POST", "/api/campaigns", { settings: { name: "New", ...TEXT } });
    const path = `/api/campaigns/${id}`;
    const early = await desk.ask("POST", `${path}/start`);
    assert.deepEqual([early.status, early.body.error.code], [409, "console_409"]);
    await desk.get("PUT", `${path}/rows`, fileOf(numbers(3)));
    const other = await desk.ask("PUT", `${path}/rows`, fileOf(numbers(4)));
    assert.equal(other.status, 409);
    assert.equal((await desk.get("GET", path)).state.counts.rows, 3);
    assert.equal((await desk.get("POST", `${path}/start`)).status, "running");
  });

  test("an upload that broke off is begun anew, with another file too", async (t) => {
    const desk = await start(t);
    const { id } = await desk.get("POST", "/api/campaigns", { settings: { name: "New", ...TEXT } });
    const path = `/api/campaigns/${id}`;
    const leaving = request(`${desk.url}${path}/rows`, {
      method: "PUT",
      headers: { origin: desk.url, "transfer-encoding": "chunked" },
    });
    leaving.on("error", () => {});
    leaving.write(fileOf(numbers(3000, 9_000_000_000)));
    await desk.until(id, ({ counts }) => counts.rows > 0);
    leaving.destroy();
    assert.equal((await desk.ask("POST", `${path}/start`)).status, 409);
    const { state } = await desk.get("PUT", `${path}/rows`, fileOf(numbers(3)));
    assert.deepEqual([state.counts.rows, state.counts.waiting], [3, 3]);
    await desk.get("POST", `${path}/start`);
    await desk.until(id, ({ status }) => status === "done");
    assert.deepEqual(desk.arrived().sort(), numbers(3));
  });

  test("of two files that are uploaded at once the last one is the campaign's, wholly", async (t) => {
    const desk = await start(t);
    const { id } = await desk.get("POST", "/api/campaigns", { settings: { name: "New", ...TEXT } });
    const path = `/api/campaigns/${id}`;
    const rows = async () => (await desk.get("GET", path)).state.counts.rows;
    const early = upload(`${desk.url}${path}/rows`, desk.url, numbers(8000, 9_876_500_000));
    await until(async () => {
      const seen = await rows();
      await setTimeout(300);
      return seen > 2000 && seen === (await rows());
    });
    const last = numbers(4000, 9_876_600_000);
    const late = upload(`${desk.url}${path}/rows`, desk.url, last);
    await until(async () => [1000, 2000].includes(await rows()));
    early.end();
    const refused = await early.answer;
    assert.deepEqual([refused.status, refused.body.error?.name], [409, "ConsoleError"]);
    late.end();
    const { status, body } = await late.answer;
    assert.deepEqual([status, body.state.counts.rows], [200, 4000]);
    const csv = await desk.get("GET", `${path}/results.csv`);
    const found = [...csv.matchAll(/91(98765\d{5}|98766\d{5})/g)].map(([, number]) => number);
    assert.deepEqual(found, last);
    assert.equal((await desk.get("POST", `${path}/start`)).status, "running");
    await desk.get("POST", `${path}/cancel`);
  });

  test("an upload that is slower than a later one leaves the later one's rows alone", async (t) => {
    const desk = await start(t);
    const { id } = await desk.get("POST", "/api/campaigns", { settings: { name: "New", ...TEXT } });
    const path = `/api/campaigns/${id}`;
    const early = upload(`${desk.url}${path}/rows`, desk.url, numbers(3500, 9_876_500_000));
    await until(async () => (await desk.get("GET", path)).state.counts.rows >= 2000);
    await desk.get("PUT", `${path}/rows`, fileOf(numbers(3)));
    early.end();
    assert.equal((await early.answer).status, 409);
    assert.equal((await desk.get("GET", path)).state.counts.rows, 3);
    assert.equal((await desk.get("POST", `${path}/start`)).status, "running");
    await desk.until(id, ({ status }) => status === "done");
    assert.deepEqual(desk.arrived().sort(), numbers(3));
  });

  test("campaigns that ended long enough ago are forgotten, others go on", async (t) => {
    const interakt = await startInterakt(t, () => []);
    const variables = { ...interakt.settings.variables, KEEP_DAYS: "0" };
    const desk = await startApplication(t, { ...interakt.settings, variables });
    const done = await desk.campaign(numbers(2));
    const draft = await desk.campaign(numbers(2));
    await desk.get("POST", `/api/campaigns/${done}/start`);
    await desk.until(done, ({ status }) => status === "done");
    await desk.sweep();
    assert.equal((await desk.ask("GET", `/api/campaigns/${done}`)).status, 404);
    const { campaigns } = await desk.get("GET", "/api/campaigns");
    assert.deepEqual(
      campaigns.map((/** @type {any} */ { id }) => id),
      [draft],
    );
  });

  test("settings and files that cannot work are refused in words", async (t) => {
    const desk = await start(t);
    for (const settings of [
      undefined,
      { about: TEXT.about },
      { name: "Odd", about: { columns: "Mobile" } },
      { name: "Odd", ...TEXT, operation: "trackUser" },
    ]) {
      const { status, body } = await desk.ask("POST", "/api/campaigns", { settings });
      assert.equal(status, 400, JSON.stringify(body));
      assert.ok(body.error.message.length > 10);
    }
    assert.deepEqual((await desk.get("GET", "/api/campaigns")).campaigns, []);
    const { id } = await desk.get("POST", "/api/campaigns", { settings: { name: "New", ...TEXT } });
    const { status, body } = await desk.ask("PUT", `/api/campaigns/${id}/rows`, "Other\n1\n");
    assert.deepEqual([status, body.error.name], [400, "ConfigurationError"]);
  });

  test("a webhook that nobody signed moves nothing on", async (t) => {
    const desk = await start(t, { life: () => [] });
    const id = await desk.campaign(numbers(1));
    await desk.get("POST", `/api/campaigns/${id}/start`);
    await desk.until(id, ({ status }) => status === "done");
    const body = JSON.stringify({
      version: "1.0",
      timestamp: new Date().toISOString(),
      type: "message_api_delivered",
      data: {
        customer: { channel_phone_number: "919876543200" },
        message: { id: "x", meta_data: { source_data: { callback_data: `${id}.0` } } },
      },
    });
    const tell = async (/** @type {string} */ path, /** @type {string} */ signature) => {
      const headers = { "interakt-signature": signature };
      return (await fetch(`${desk.url}${path}`, { method: "POST", headers, body })).status;
    };
    const good = await webhooks.sign(body, SECRET);
    assert.equal(await tell("/webhooks/interakt", await webhooks.sign(body, "another")), 401);
    assert.equal(await tell("/webhooks/else", good), 404);
    assert.equal(await tell("/webhooks/interakt/guess", good), 404);
    assert.equal((await desk.get("GET", `/api/campaigns/${id}`)).state.counts.delivered, 0);
    assert.equal(await tell("/webhooks/interakt", good), 200);
    await desk.until(id, ({ counts }) => counts.delivered === 1);
  });

  test("RCS, which nobody signs, is heard at the address that nobody can guess", async (t) => {
    const interakt = await startInterakt(t);
    const variables = { ...interakt.settings.variables, RCS_WEBHOOK_TOKEN: "not-to-be-guessed" };
    const desk = await startApplication(t, { ...interakt.settings, variables });
    const body = JSON.stringify({
      ...{ userPhoneNumber: "+919800000021", botId: "tea", entityType: "USER_MESSAGE" },
      entity: { messageId: "reply-1", sendTime: new Date().toISOString(), text: "Stop" },
    });
    const tell = async (/** @type {string} */ path) =>
      (await fetch(`${desk.url}/webhooks/interakt${path}`, { method: "POST", body })).status;
    assert.equal(await tell(""), 401);
    assert.equal(await tell("/guess"), 404);
    assert.deepEqual(await desk.get("GET", "/api/opt-outs"), { recipients: [] });
    assert.equal(await tell("/not-to-be-guessed"), 200);
    assert.deepEqual(await desk.get("GET", "/api/opt-outs"), { recipients: ["919800000021"] });
  });
}
