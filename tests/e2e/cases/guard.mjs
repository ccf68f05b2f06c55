import assert from "node:assert/strict";
import { request } from "node:http";
import { connect } from "node:net";
import test from "node:test";
import { setTimeout } from "node:timers/promises";

/** @param {() => import("../desk.mjs").Desk} desk */
export function guard(desk) {
  const INPUT = JSON.stringify({ operation: "getUserById", input: { userId: "tea-lover-0042" } });

  /** Headers of the console's own page. */
  const own = () => ({ origin: desk().url, "sec-fetch-site": "same-origin" });

  test("the console's own page may send", async () => {
    const { status, body } = await ask(desk().url, "/api/send", own(), INPUT);
    assert.equal(status, 200);
    assert.equal(JSON.parse(body).answer.data.customers[0].user_id, "tea-lover-0042");
  });

  test("nobody else may", async () => {
    for (const headers of /** @type {Record<string, string>[]} */ ([
      {},
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { ...own(), "sec-fetch-site": "cross-site" },
      { ...own(), "sec-fetch-site": "same-site" },
    ])) {
      const { status } = await ask(desk().url, "/api/send", headers, INPUT);
      assert.equal(status, 403, JSON.stringify(headers));
    }
  });

  test("a host name that is not this machine's is not answered to", async () => {
    const headers = { host: "elsewhere.example", origin: "http://elsewhere.example" };
    assert.equal((await ask(desk().url, "/api/send", headers, INPUT)).status, 421);
    assert.equal((await ask(desk().url, "/", { host: "elsewhere.example" })).status, 421);
  });

  test("whatever a request says of where it goes, only this machine's own names are answered to", async () => {
    const { host, port } = new URL(desk().url);
    const own = [host, `LOCALHOST:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`];
    const foreign = [
      ...[`localhost.:${port}`, `0.0.0.0:${port}`, `127.1:${port}`, "2130706433", ""],
      ...["localhost.elsewhere.example", "127.0.0.1.nip.io", `x@${host}`],
      `elsewhere.example\r\nHost: ${host}`,
      ...["x-forwarded-host", "forwarded", "x-original-host", "mf-original-hostname"].map(
        (name) => `elsewhere.example\r\n${name}: ${host}`,
      ),
      `elsewhere.example\r\nmf-original-url: ${desk().url}/api/send`,
    ];
    const asked = (/** @type {string} */ named, /** @type {string} */ target) => {
      const origin = `http://${/^\S*/.exec(named)}`;
      return raw(desk().url, [
        `POST ${target} HTTP/1.1`,
        ...[`Host: ${named}`, `Origin: ${origin.toLowerCase()}`, "Sec-Fetch-Site: same-origin"],
        ...[`Content-Length: ${INPUT.length}`, "Connection: close", "", INPUT],
      ]);
    };
    for (const named of own) assert.equal((await asked(named, "/api/send")).status, 200, named);
    for (const named of foreign) {
      const { status, body } = await asked(named, "/api/send");
      assert.ok([400, 421, 500].includes(status), `${named}: ${status}`);
      assert.doesNotMatch(body, /tea-lover/, named);
    }
    // In place of a path, as proxies are asked.
    for (const [named, target] of [
      ["elsewhere.example", `${desk().url}/api/send`],
      [host, "http://elsewhere.example/api/send"],
    ]) {
      assert.notEqual((await asked(named ?? "", target ?? "")).status, 200, target);
    }
    const old = await raw(desk().url, ["POST /api/send HTTP/1.0", "", INPUT]);
    assert.notEqual(old.status, 200);
  });

  test("no kind of body, and no socket, gets anybody else in", async () => {
    for (const type of [
      ...["text/plain", "application/x-www-form-urlencoded", "application/json", ""],
      ...["multipart/form-data; boundary=x", "application/csp-report"],
    ]) {
      for (const origin of ["https://elsewhere.example", "null", "http://localhost:1"]) {
        const headers = { origin, "content-type": type };
        const { status } = await ask(desk().url, "/api/send", headers, INPUT);
        assert.equal(status, 403, `${type} ${origin}`);
      }
    }
    const { status, body } = await raw(desk().url, [
      ...["GET /api/send HTTP/1.1", `Host: ${new URL(desk().url).host}`],
      ...["Origin: https://elsewhere.example", "Connection: Upgrade", "Upgrade: websocket"],
      ...["Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", ""],
    ]);
    assert.equal(status, 403, body);
  });

  test("no path leads out of the page's folder, and what is told is never kept", async () => {
    const { host } = new URL(desk().url);
    for (const path of [
      ...["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd"],
      ...["/../worker/worker.js", "/..%2fworker/worker.js", "/..%5cworker%5cworker.js"],
      ...["//elsewhere.example/", "/worker.js", "/%00", "/main.js%00.html", "/%", "/__proto__"],
    ]) {
      const asked = [`GET ${path} HTTP/1.1`, `Host: ${host}`, "Connection: close", "", ""];
      const { status, body } = await raw(desk().url, asked);
      assert.equal(status, 404, path);
      assert.equal(body, "", path);
    }
    const reading = { "sec-fetch-site": "same-origin" };
    for (const [path, headers, body] of /** @type {const} */ ([
      ["/api/account", {}],
      ["/api/else", reading],
      ["/api/__proto__", reading],
      ["/api/campaigns", reading],
      ["/api/webhooks?id=x", reading],
      ["/api/send", { origin: desk().url }, INPUT],
      ["/api/send", {}, INPUT],
    ])) {
      const answer = await ask(desk().url, path, headers, body);
      assert.equal(answer.headers["cache-control"], "no-store", path);
      assert.equal(answer.headers["x-content-type-options"], "nosniff", path);
      assert.equal(answer.headers["cross-origin-resource-policy"], "same-origin", path);
      assert.equal(answer.headers["access-control-allow-origin"], undefined, path);
    }
  });

  test("only the console's own page reads what webhooks were told", async () => {
    const path = `/api/webhooks?id=${await sentMessage()}`;
    const { status, headers, body } = await ask(desk().url, path, {
      "sec-fetch-site": "same-origin",
    });
    assert.equal(status, 200);
    assert.equal(headers["cache-control"], "no-store");
    assert.equal(JSON.parse(body).done, false);
    for (const foreign of /** @type {Record<string, string>[]} */ ([
      {},
      { origin: "https://elsewhere.example", "sec-fetch-site": "same-origin" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
    ])) {
      assert.equal((await ask(desk().url, path, foreign)).status, 403, JSON.stringify(foreign));
    }
    const misdirected = { ...own(), host: "elsewhere.example" };
    assert.equal((await ask(desk().url, path, misdirected)).status, 421);
    assert.equal((await ask(desk().url, path, own(), "{}")).status, 405);
    for (const id of ["", "?id=", "?id=nobody's"]) {
      assert.equal((await ask(desk().url, `/api/webhooks${id}`, own())).status, 404, id);
    }
  });

  test("who leaves while webhooks are told keeps nobody else from them", async () => {
    const path = `/api/webhooks?id=${await sentMessage()}`;
    const leave = () =>
      new Promise((resolve) => {
        const leaving = request(new URL(path, desk().url), { headers: own(), agent: false });
        leaving.on("error", () => {});
        leaving.on("close", resolve);
        leaving.end(() => leaving.destroy());
      });
    for (let done = false; !done; ) {
      await leave();
      const both = await Promise.all([ask(desk().url, path, own()), ask(desk().url, path, own())]);
      assert.deepEqual(
        both.map(({ status }) => status),
        [200, 200],
      );
      ({ done } = JSON.parse(both[1].body));
      await setTimeout(50);
    }
  });

  /** @returns {Promise<string>} The id of a message that the simulator took. */
  async function sentMessage() {
    const input = { fullPhoneNumber: "919876543210", type: "Text", data: { message: "Hi" } };
    const asked = JSON.stringify({ operation: "sendMessage", input });
    const { body } = await ask(desk().url, "/api/send", own(), asked);
    return JSON.parse(body).answer.id;
  }

  test("only the twelve operations are carried out", async () => {
    for (const operation of [
      "deleteEverything",
      "constructor",
      "__proto__",
      ["sendMessage"],
      7,
      null,
    ]) {
      const body = JSON.stringify({ operation, input: {} });
      assert.equal(
        (await ask(desk().url, "/api/send", own(), body)).status,
        404,
        String(operation),
      );
    }
  });

  test("an input with errors does not leave the Worker either", async () => {
    const asked = JSON.stringify({ operation: "getUserById", input: {} });
    const { status, body } = await ask(desk().url, "/api/send", own(), asked);
    assert.equal(status, 200);
    const { request: sent, error } = JSON.parse(body);
    assert.equal(sent, undefined);
    assert.equal(error.name, "ValidationError");
    assert.equal(error.issues[0].code, "object.missing_key");
  });

  test("what is no request of the page is refused", async () => {
    assert.equal((await ask(desk().url, "/api/send", own(), "{")).status, 400);
    assert.equal((await ask(desk().url, "/api/send", own(), "null")).status, 400);
    const form = { ...own(), "content-type": "multipart/form-data; boundary=x" };
    assert.equal((await ask(desk().url, "/api/send", form, "no form")).status, 400);
    assert.equal((await ask(desk().url, "/api/send", own())).status, 405);
    assert.equal((await ask(desk().url, "/api/account", own(), "{}")).status, 405);
    assert.equal((await ask(desk().url, "/api/else", own())).status, 404);
  });

  test("an input that is too long is refused, in words", async () => {
    const { status, body } = await ask(desk().url, "/api/send", own(), " ".repeat(2 ** 20 + 1));
    assert.equal(status, 413);
    assert.match(JSON.parse(body).error.message, /up to 1 MB/);
  });

  test("the page allows nothing from elsewhere, and is fetched anew with another nonce", async () => {
    const [first, second] = await Promise.all([ask(desk().url, "/"), ask(desk().url, "/")]);
    const policy = String(first.headers["content-security-policy"]);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
    assert.doesNotMatch(policy, /unsafe-inline|https?:|\*/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    assert.ok(first.body.includes(`nonce="${nonce}"`));
    assert.ok(!second.body.includes(nonce));
    assert.equal(first.headers["cache-control"], "no-store");
    assert.equal(first.headers["x-content-type-options"], "nosniff");
  });

  test("files are asked after before they are taken from the cache", async () => {
    const { headers } = await ask(desk().url, "/main.js");
    assert.equal(headers["cache-control"], "no-cache");
    const again = await ask(desk().url, "/main.js", { "if-none-match": String(headers.etag) });
    assert.equal(again.status, 304);
  });
}

/**
 * Like `fetch`, which would not let a program set these headers.
 *
 * @param {string} url
 * @param {string} path
 * @param {Record<string, string>} [headers]
 * @param {string} [body] Makes it a POST.
 * @returns {Promise<{ status: number | undefined, headers: import("node:http").IncomingHttpHeaders, body: string }>}
 */
function ask(url, path, headers = {}, body) {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const method = body === undefined ? "GET" : "POST";
    const sent = request(new URL(path, url), {
      method,
      headers: { ...headers, ...length },
      // A refusal may close the connection: the next request gets one of its own.
      agent: false,
    });
    sent.on("error", reject);
    sent.on("response", async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode, headers: response.headers, body: text });
    });
    sent.end(body);
  });
}

/**
 * Says just this over a connection, as no client would.
 *
 * @param {string} url
 * @param {string[]} lines
 * @returns {Promise<{ status: number, body: string }>} 0: it was hung up.
 */
function raw(url, lines) {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const pieces = [];
    const socket = connect(Number(port), "127.0.0.1", () => socket.end(lines.join("\r\n")));
    socket.on("data", (piece) => pieces.push(piece));
    socket.on("error", () => {});
    socket.on("close", () => {
      const [head = "", ...rest] = Buffer.concat(pieces).toString().split("\r\n\r\n");
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0);
      resolve({ status, body: rest.join("\r\n\r\n") });
    });
  });
}
