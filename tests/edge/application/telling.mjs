/** What the page has told again to a program of somebody's. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import test, { after, before } from "node:test";
import { gzipSync } from "node:zlib";
import { webhooks } from "interakt-wasm";
import { startConsole } from "../../../scripts/console.mjs";
import { freePort, listen } from "../../support/listen.mjs";
import { KEY, raw, SECRET } from "./desk.mjs";
import { PAYLOAD, signedBy, told, untilSo } from "./webhook-support.mjs";

/** One application and one program of somebody's, asked in many ways. */
export function toldWebhooks() {
  /** @type {{ headers: import("node:http").IncomingHttpHeaders, method: string | undefined, body: string }[]} */
  const received = [];
  /** What holds connections open until the end. @type {import("node:http").ServerResponse[]} */
  const open = [];
  /** @type {{ url: string, close: () => Promise<void> }} */
  let program;
  /** @type {Awaited<ReturnType<typeof startConsole>>} */
  let application;
  /** How much of the endless answers was sent. */
  let sent = 0;

  /** @type {Record<string, (response: import("node:http").ServerResponse) => void>} */
  const ANSWERS = {
    "/ok": (response) => response.writeHead(200, { "x-mine": "yes" }).end("thanks"),
    "/created": (response) => response.writeHead(201).end(),
    "/failing": (response) => response.writeHead(500).end("a stack trace"),
    "/redirect": (response) => response.writeHead(302, { location: "/ok" }).end(),
    "/silent": (response) => void open.push(response),
    "/slow-body": (response) => {
      open.push(response);
      response.writeHead(200);
      response.write("only this");
    },
    "/broken": (response) => response.socket?.destroy(),
    "/breaks-off": (response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("half", () => response.socket?.destroy());
    },
    "/long": (response) => response.end("a".repeat(10 * 2 ** 20)),
    "/endless": (response) => {
      const piece = Buffer.alloc(64 * 1024, "a");
      const more = () => {
        sent += piece.length;
        if (!response.destroyed) response.write(piece, more);
      };
      more();
    },
    "/bomb": (response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("a".repeat(2e7))),
    "/headers": (response) => {
      for (let index = 0; index < 60; index += 1) response.setHeader(`x-${index}`, "v".repeat(600));
      response.end();
    },
    "/letters": (response) => response.end(`${"a".repeat(4095)}आ`),
    "/key": (response) => response.end(`the key is ${KEY}`),
  };

  before(async () => {
    const server = createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const { method, headers } = request;
      received.push({ method, headers, body: Buffer.concat(chunks).toString() });
      response.on("error", () => {});
      ANSWERS[request.url ?? ""]?.(response);
    });
    program = await listen(server);
    application = await startConsole({
      apiKey: KEY,
      baseUrl: "http://127.0.0.1:1",
      variables: { TELL_TIMEOUT_MS: "1500", ADMIN_TOKEN: "the password" },
    });
  });

  after(async () => {
    for (const response of open) response.destroy();
    await application?.stop();
    await program?.close();
  });

  /** @param {unknown} asked */
  async function tell(asked) {
    const { url } = application;
    const { status, body } = await raw(`${url}/api/webhooks/tell`, {
      method: "POST",
      headers: {
        origin: url,
        authorization: `Basic ${btoa("me:the password")}`,
        cookie: "session=of-the-page",
        "content-type": "application/json",
      },
      body: [JSON.stringify(asked)],
    });
    return { status, body: JSON.parse(body) };
  }

  /** @param {string} path @param {object} [more] */
  const tellProgram = async (path, more) => {
    const { status, body } = await tell({
      url: `${program.url}${path}`,
      payload: PAYLOAD,
      ...more,
    });
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };

  test("a program is told byte for byte, with the signature and nothing of ours", async () => {
    received.length = 0;
    const signature = await webhooks.sign(PAYLOAD, "a secret of its own");
    const { answer } = await tellProgram("/ok", { signature });
    const { ms, headers, ...rest } = answer;
    assert.ok(ms >= 0);
    assert.equal(headers["x-mine"], "yes");
    assert.deepEqual(rest, { status: 200, statusText: "OK", body: "thanks", end: "whole" });
    const [only, ...others] = received;
    assert.equal(others.length, 0);
    assert.equal(only?.method, "POST");
    assert.equal(only?.body, PAYLOAD);
    const { host, "content-length": length, ...told } = only?.headers ?? {};
    assert.equal(told["interakt-signature"], signature);
    assert.ok(await webhooks.verify(only?.body ?? "", signature, "a secret of its own"));
    assert.equal(told["content-type"], "application/json");
    assert.equal(told["user-agent"], "interakt-wasm console");
    for (const ours of ["authorization", "cookie", "origin", "referer"]) {
      assert.equal(told[ours], undefined, ours);
    }
    for (const secret of [KEY, "the password", "of-the-page", SECRET, btoa("me:the password")]) {
      assert.ok(!JSON.stringify(only).includes(secret), secret);
    }
    await tellProgram("/created", { signature: null });
    assert.equal(received.at(-1)?.headers["interakt-signature"], undefined);
  });

  test("what it answers is told, a redirect too, which nobody follows", async () => {
    assert.deepEqual(
      [(await tellProgram("/failing")).answer].map(({ status, body }) => [status, body])[0],
      [500, "a stack trace"],
    );
    received.length = 0;
    const { answer } = await tellProgram("/redirect");
    assert.deepEqual([answer.status, answer.headers.location], [302, "/ok"]);
    assert.equal(received.length, 1);
  });

  test("who does not answer, or is not there, is said to be so", async () => {
    const port = await freePort();
    const { body: gone } = await tell({ url: `http://127.0.0.1:${port}/`, payload: PAYLOAD });
    assert.equal(gone.failure.why, "unreachable");
    const { body: nobody } = await tell({ url: "http://nobody.invalid/", payload: PAYLOAD });
    assert.equal(nobody.failure.why, "unreachable");
    assert.equal((await tellProgram("/broken")).failure.why, "unreachable");
    assert.equal((await tellProgram("/silent")).failure.why, "late");
    const { status, body, end } = (await tellProgram("/slow-body")).answer;
    assert.deepEqual([status, body, end], [200, "only this", "late"]);
    const broken = (await tellProgram("/breaks-off")).answer;
    assert.deepEqual([broken.status, broken.body, broken.end], [200, "half", "broken"]);
  });

  test("only the beginning of an answer is read, however long it is", async () => {
    for (const path of ["/long", "/endless", "/bomb"]) {
      const { body, end } = (await tellProgram(path)).answer;
      assert.deepEqual([body, end], ["a".repeat(4096), "long"], path);
    }
    // Nothing more is taken of what does not end.
    let last = -1;
    await untilSo(
      async () => sent,
      (now) => {
        const isStill = now === last;
        last = now;
        return isStill;
      },
    );
    assert.ok(sent < 64 * 2 ** 20, `${sent} bytes were taken`);
    const { headers } = (await tellProgram("/headers")).answer;
    assert.equal(Object.keys(headers).length, 40);
    assert.ok(Object.values(headers).every((value) => String(value).length <= 500));
    assert.equal((await tellProgram("/letters")).answer.body, "a".repeat(4095));
  });

  test("a key that the program has from elsewhere does not reach the page", async () => {
    const { answer } = await tellProgram("/key");
    assert.equal(answer.body, "the key is [API key]");
  });

  test("addresses that are nobody's program, and what is no webhook, are refused before anything is sent", async () => {
    received.length = 0;
    const { port } = new URL(application.url);
    const good = { url: `${program.url}/ok`, payload: PAYLOAD, signature: "sha256=00" };
    for (const wrong of [
      { url: `http://127.0.0.1:${port}/webhooks/interakt` },
      { url: `http://me:secret@127.0.0.1:${new URL(program.url).port}/ok` },
      { url: "file:///etc/passwd" },
      { url: "https://api.interakt.ai/v1/public/message/" },
      { url: "http://127.0.0.1:1/v1/public/message/" },
      { url: "http://169.254.169.254/latest/meta-data" },
      { url: 7 },
      { url: undefined },
      { payload: "no JSON" },
      { payload: "[1]" },
      { payload: 7 },
      { payload: "" },
      { signature: "sha256=00\r\nauthorization: Basic x" },
      { signature: "ä" },
      { signature: "a".repeat(301) },
      { signature: 7 },
    ]) {
      const { status, body } = await tell({ ...good, ...wrong });
      assert.equal(status, 400, JSON.stringify(wrong));
      assert.match(body.error.message, /\.$/);
    }
    assert.equal((await tell(7)).status, 400);
    const long = await tell({ ...good, payload: JSON.stringify({ a: "a".repeat(2 ** 20) }) });
    assert.equal(long.status, 413);
    assert.deepEqual(received, []);
  });

  test("the console takes nothing from itself, by whatever name it is reached", async () => {
    const headers = { "user-agent": "interakt-wasm console", ...(await signedBy(PAYLOAD)) };
    const { status } = await told(application.url, headers);
    assert.equal(status, 508);
  });

  test("a password comes before all of it", async () => {
    const headers = { origin: application.url, "content-type": "application/json" };
    const body = [JSON.stringify({ url: `${program.url}/ok`, payload: PAYLOAD })];
    const init = { method: "POST", headers, body };
    assert.equal((await raw(`${application.url}/api/webhooks/tell`, init)).status, 401);
  });

  test("a console that is deployed reaches no program on a machine of its own network", async () => {
    const url = "http://campaigns.example";
    const { status, body } = await raw(`${application.url}/api/webhooks/tell`, {
      method: "POST",
      headers: {
        ...{ host: "campaigns.example", origin: url },
        authorization: `Basic ${btoa("me:the password")}`,
      },
      body: [JSON.stringify({ url: `${program.url}/ok`, payload: PAYLOAD })],
    });
    assert.equal(status, 400);
    assert.match(JSON.parse(body).error.message, /A deployed console/);
  });
}
