/** Who is let in, and how much they may bring. */
import assert from "node:assert/strict";
import test from "node:test";
import { raw, startApplication, TEXT } from "./desk.mjs";

const TOKEN = "a password: with a colon";

/** @param {string} password */
const basic = (password) => ({ authorization: `Basic ${btoa(`anybody:${password}`)}` });

export function guarded() {
  test("campaigns and opt-outs are for the console's own page alone", async (t) => {
    const { url, get } = await startApplication(t);
    const { id } = await get("POST", "/api/campaigns", { settings: { name: "Mine", ...TEXT } });
    for (const path of [
      ...["/api/campaigns", `/api/campaigns/${id}`, `/api/campaigns/${id}/rows`],
      ...[`/api/campaigns/${id}/results.csv`, `/api/campaigns/${id}/events`, "/api/opt-outs"],
    ]) {
      for (const headers of /** @type {Record<string, string>[]} */ ([
        {},
        { origin: "https://elsewhere.example" },
        { origin: "null" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "none" },
      ])) {
        const { status } = await raw(`${url}${path}`, { headers });
        assert.equal(status, 403, `${path} ${JSON.stringify(headers)}`);
      }
    }
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const headers = { "sec-fetch-site": "same-origin", "content-length": "0" };
      const { status } = await raw(`${url}/api/campaigns/${id}`, { method, headers });
      assert.equal(status, 403, method);
    }
  });

  test("away from this machine nobody is answered to before there is a password", async (t) => {
    const { url } = await startApplication(t);
    const headers = { host: "campaigns.example", origin: "http://campaigns.example" };
    for (const path of ["/", "/api/account", "/api/campaigns"]) {
      const { status, body } = await raw(`${url}${path}`, { headers });
      assert.equal(status, 421, path);
      assert.match(body, /wrangler secret put ADMIN_TOKEN/);
    }
    // Miniflare takes the address from this header, which a page may write.
    const posing = { ...headers, "mf-original-url": `${url}/api/campaigns`, origin: url };
    assert.equal((await raw(`${url}/api/campaigns`, { headers: posing })).status, 421);
    const read = { host: headers.host, "mf-original-url": url, "sec-fetch-site": "same-origin" };
    assert.equal((await raw(`${url}/api/campaigns`, { headers: read })).status, 421);
    // Whatever the machine calls itself is answered to.
    for (const host of ["127.0.0.1", "LOCALHOST:80", "[::1]:8080"]) {
      assert.equal((await raw(`${url}/api/account`, { headers: { host } })).status, 200, host);
    }
  });

  test("with a password, a browser is asked for it and a program brings it", async (t) => {
    const { url } = await startApplication(t, { variables: { ADMIN_TOKEN: TOKEN } });
    const own = { host: "campaigns.example", origin: "http://campaigns.example" };
    for (const headers of /** @type {Record<string, string>[]} */ ([
      {},
      basic("another"),
      basic(""),
      basic(`${TOKEN}${TOKEN}`),
      { authorization: "Basic %%%" },
      { authorization: "Bearer" },
      { authorization: "Bearer another" },
    ])) {
      const answer = await raw(`${url}/`, { headers: { ...own, ...headers } });
      assert.equal(answer.status, 401, JSON.stringify(headers));
      assert.match(String(answer.headers["www-authenticate"]), /^Basic realm=/);
      const listed = await raw(`${url}/api/campaigns`, { headers: { ...own, ...headers } });
      assert.equal(listed.status, 401, JSON.stringify(headers));
    }
    const page = await raw(`${url}/`, { headers: { host: "campaigns.example", ...basic(TOKEN) } });
    assert.equal(page.status, 200);
    const listed = { ...own, ...basic(TOKEN) };
    assert.equal((await raw(`${url}/api/campaigns`, { headers: listed })).status, 200);
    // A browser adds the password to what others make it ask.
    const foreign = { ...listed, origin: "https://elsewhere.example" };
    assert.equal((await raw(`${url}/api/campaigns`, { headers: foreign })).status, 403);
  });

  test("a program needs no origin where it brings the password itself", async (t) => {
    const token = "8e1f9f2c-of-a-program";
    const { url } = await startApplication(t, { variables: { ADMIN_TOKEN: token } });
    const headers = { host: "campaigns.example", authorization: `Bearer ${token}` };
    const { status, body } = await raw(`${url}/api/campaigns`, { headers });
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(body).campaigns, []);
  });

  test("bodies are counted while they come, whatever they say of their length", async (t) => {
    const { url, get } = await startApplication(t);
    const { id } = await get("POST", "/api/campaigns", { settings: { name: "Mine", ...TEXT } });
    const megabyte = "\n".repeat(2 ** 20);
    const headers = { origin: url };
    const asked = (/** @type {string} */ method, /** @type {string} */ path, count = 0) => {
      const body = ["Mobile,Name\n9876543210,Asha\n", ...Array(count).fill(megabyte)];
      return raw(`${url}${path}`, { method, headers, body });
    };
    const settings = await asked("POST", "/api/campaigns", 2);
    assert.equal(settings.status, 413);
    assert.match(settings.body, /up to 1 MB/);
    assert.equal((await asked("POST", "/api/send", 2)).status, 413);
    const file = await asked("PUT", `/api/campaigns/${id}/rows`, 66);
    assert.equal(file.status, 413);
    assert.match(file.body, /up to 64 MB/);
    // A file that broke off is none.
    const started = await asked("POST", `/api/campaigns/${id}/start`);
    assert.equal(started.status, 409);
  });

  test("what there is not is not found, and what is asked in another way is told so", async (t) => {
    const { ask, get } = await startApplication(t);
    const { id } = await get("POST", "/api/campaigns", { settings: { name: "Mine", ...TEXT } });
    const path = `/api/campaigns/${id}`;
    for (const [method, asked, expected, given] of /** @type {const} */ ([
      ["GET", "/api/campaigns/20260101-nobody", 404],
      ["GET", "/api/campaigns/..%2f..", 404],
      ["GET", `${path}/constructor`, 404],
      ["GET", `${path}/rows/1`, 404],
      ["GET", "/api/constructor", 404],
      ["GET", "/api/interakt/v1/public/message/", 404],
      ["GET", `${path}/start`, 405],
      ["POST", path, 405],
      ["PUT", "/api/campaigns", 405],
      ["PUT", "/api/opt-outs", 405],
      ["POST", "/api/opt-outs", 400],
      ["POST", `${path}/again`, 400],
      ["POST", `${path}/again`, 400, { state: "sent" }],
      ["POST", `${path}/again`, 400, { state: "dead", indexes: "x" }],
      ["POST", `${path}/mark-sent`, 400, { indexes: [-1] }],
    ])) {
      const { status, body } = await ask(method, asked, given);
      assert.equal(status, expected, `${method} ${asked}`);
      assert.equal(body.error.name, "ConsoleError");
    }
  });
}
