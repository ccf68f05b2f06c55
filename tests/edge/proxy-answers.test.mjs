/** The page's client makes of each answer what the server's does: in Node and in Chromium. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Interakt } from "interakt-wasm";
import { createProxy } from "interakt-wasm/edge";
import { startBrowser } from "../support/browsers.mjs";
import { bundle } from "../support/page.mjs";
import { ask } from "./proxy-ask.mjs";
import { OTHER, SAME } from "./proxy-cases.mjs";
import { serveInterakt, serveRequests } from "./proxy-http.mjs";
import { KEY, TEXT } from "./proxy-inputs.mjs";

const PNG = { text: "not a picture", name: "a b.png", type: "image/png" };

const script = await bundle(fileURLToPath(new URL("proxy-page.mjs", import.meta.url)));
const interakt = await serveInterakt({ ...SAME, ...OTHER });
after(interakt.close);

/** A client that sends to a case of Interakt's answers. @param {string} name @param {object} [more] */
const clientOf = (name, more) => ({
  apiKey: KEY,
  baseUrl: `${interakt.url}/${encodeURIComponent(name)}`,
  maxRetries: 0,
  ...more,
});

/**
 * Serves the page, and proxies below `/api/<case>`.
 *
 * @param {() => any} options
 */
const serveSite = (options) =>
  serveRequests(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/") {
      const html = '<!doctype html><script type="module" src="/page.js"></script>';
      return new Response(html, { headers: { "content-type": "text/html" } });
    }
    if (pathname === "/page.js") {
      return new Response(script, { headers: { "content-type": "text/javascript" } });
    }
    const name = decodeURIComponent(pathname.split("/")[2] ?? "");
    return createProxy({
      client: new Interakt(clientOf(name)),
      apiKey: KEY,
      allow: { sendMessage: true, getUserById: true, uploadMedia: true },
      authorize: () => ({ id: "somebody" }),
      timeoutMs: name === "silent" ? 300 : 20_000,
      ...options(),
    })(request);
  });

/** @typedef {{ ask: (task: any) => Promise<any>, url: string, stop: () => Promise<void> }} Page */

/** @returns {Promise<Page>} */
async function inNode() {
  const site = await serveSite(() => ({ missingOrigin: true }));
  const withFile = (/** @type {any} */ task) =>
    task.input.file
      ? { ...task, input: { ...task.input, file: new File([PNG.text], PNG.name, PNG) } }
      : task;
  return {
    ask: (task) => ask(withFile(task)),
    url: site.url,
    stop: async () => void (await site.close()),
  };
}

/** @returns {Promise<Page>} */
async function inChromium() {
  const site = await serveSite(() => ({}));
  const browser = await startBrowser("chromium");
  const tab = await browser.open(`${site.url}/`);
  const stop = async () => {
    await browser.stop();
    await site.close();
  };
  return { ask: (task) => tab.call("runCase", task), url: "", stop };
}

const INPUTS = {
  sendMessage: TEXT,
  getUserById: { userId: "a/b ü?" },
  uploadMedia: { file: PNG, fileName: "c.png" },
};

/** @param {object} value Without what is undefined: a page's answers come as JSON. */
const plain = (value) => JSON.parse(JSON.stringify(value));

for (const [where, start] of Object.entries({ inNode, inChromium })) {
  describe(where, () => {
    /** @type {Page} */
    let page;
    before(async () => {
      page = await start();
    });
    after(() => page.stop());

    /** @param {string} name @param {string} operation @param {any} input */
    async function both(name, operation, input) {
      const from = interakt.arrived.length;
      const direct = await ask({
        client: clientOf(name),
        operation,
        input: input.file ? { ...input, file: new File([PNG.text], PNG.name, PNG) } : input,
        call: name === "silent" ? { timeoutMs: 300 } : {},
      });
      const client = { baseUrl: `${page.url}/api/${encodeURIComponent(name)}` };
      const told = await page.ask({ client, operation, input });
      const sent = interakt.arrived.slice(from);
      // Node's fetch asks once more by itself after 421: the request was not looked at.
      assert.equal(sent.length, name === "misdirected" ? 4 : 2, `${name} was sent too often`);
      return { direct, told, sent };
    }

    for (const [operation, input] of Object.entries(INPUTS)) {
      test(`${operation}: answers are the same`, async () => {
        for (const name of Object.keys(SAME)) {
          const { direct, told, sent } = await both(name, operation, input);
          // Where to look is another place, and the rest of the words are the same.
          const { message, ...rest } = direct;
          const { message: saidThere, ...restThere } = told;
          assert.deepEqual(plain(restThere), plain(rest), name);
          if (message) {
            const [words] = message.split(". ");
            assert.ok(saidThere.startsWith(words), `${saidThere}\n${message}`);
          }
          assert.equal(sent[1]?.url, sent[0]?.url);
          if (operation === "sendMessage") assert.equal(sent[1]?.body, sent[0]?.body);
          assert.ok(!JSON.stringify(told).includes(KEY), name);
        }
      });

      test(`${operation}: what is known of the request is the same`, async () => {
        for (const name of Object.keys(OTHER)) {
          const { direct, told } = await both(name, operation, input);
          assert.equal(told.outcome, direct.outcome, `${name}: ${told.message}`);
          assert.ok(["bad_request", "server_error"].includes(told.code), `${name}: ${told.code}`);
          assert.ok(!JSON.stringify(told).includes(KEY), name);
        }
      });
    }
  });
}

test("the file of an upload arrives as it was, with its name and type", async (t) => {
  const site = await serveSite(() => ({ missingOrigin: true }));
  t.after(site.close);
  const from = interakt.arrived.length;
  const file = new File([PNG.text], PNG.name, PNG);
  const client = { baseUrl: `${site.url}/api/done` };
  await ask({ client, operation: "uploadMedia", input: { file } });
  const [sent] = interakt.arrived.slice(from);
  assert.match(
    sent?.body ?? "",
    /name="uploadFile"; filename="a b\.png"\r\ncontent-type: image\/png\r\n\r\nnot a picture\r\n/i,
  );
});

test("a page of another origin may ask where that is allowed, and reads refusals and waits", async (t) => {
  /** @type {string[]} */
  let origins = [];
  const site = await serveSite(() => ({ origins, limits: { caller: { most: 1, perMs: 9_000 } } }));
  t.after(site.close);
  const other = await serveSite(() => ({}));
  t.after(other.close);
  const browser = await startBrowser("chromium");
  t.after(() => browser.stop());
  const tab = await browser.open(`${other.url}/`);
  /** @param {string} operation @param {any} input @param {any} [headers] */
  const asked = (operation, input, headers) =>
    tab.call("runCase", {
      client: { baseUrl: `${site.url}/api/done`, headers },
      ...{ operation, input },
    });

  const from = interakt.arrived.length;
  const refused = await asked("sendMessage", TEXT);
  assert.deepEqual([refused.code, refused.outcome], ["connection_failed", "unknown"]);
  assert.equal(interakt.arrived.length, from, "what no page of ours asked for was sent");

  origins = [other.url];
  const sent = await asked("sendMessage", TEXT, { authorization: "Bearer session" });
  assert.equal(sent.data?.id, "m-1", JSON.stringify(sent));
  const strange = await asked("sendMessage", TEXT, { "x-other": "1" });
  assert.equal(strange.code, "connection_failed", "a header that is not named");
  const list = await asked("listTemplates", {});
  assert.equal(list.body.code, "operation_refused", "a refusal can be read");
});

test("how long to wait can be read from another origin", async (t) => {
  const other = await serveSite(() => ({}));
  t.after(other.close);
  const site = await serveSite(() => ({ origins: [other.url] }));
  t.after(site.close);
  const browser = await startBrowser("chromium");
  t.after(() => browser.stop());
  const tab = await browser.open(`${other.url}/`);
  const client = { baseUrl: `${site.url}/api/too%20many` };
  const told = await tab.call("runCase", { client, operation: "sendMessage", input: TEXT });
  assert.deepEqual([told.code, told.retryAfterMs], ["rate_limited", 7_000]);
});
