/** A `baseUrl` that is a path. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, sendMessage } from "interakt-wasm";
import { API_KEY, answer, failureOf, MESSAGE, setGlobal } from "./support.mjs";

const PATH = "/v1/public/message/";

/** @param {string} baseUrl */
async function urlOf(baseUrl) {
  /** @type {string[]} */
  const urls = [];
  /** @param {Request} request */
  const fetch = async (request) => {
    urls.push(request.url);
    return answer(200, { result: true });
  };
  await new Interakt({ baseUrl, fetch }).sendMessage(MESSAGE);
  const built = sendMessage.build(MESSAGE, { baseUrl });
  assert.deepEqual([built.url], urls);
  return urls[0];
}

test("in a page a path is one of its own server, and no key is needed", async (t) => {
  setGlobal(t, "window", { document: {} });
  setGlobal(t, "location", new URL("https://shop.example:8443/orders/7?tab=chat#top"));
  for (const [baseUrl, url] of /** @type {[string, string][]} */ ([
    ["/api/interakt", `https://shop.example:8443/api/interakt${PATH}`],
    ["/api/interakt/", `https://shop.example:8443/api/interakt${PATH}`],
    ["/", `https://shop.example:8443${PATH}`],
    ["https://example.com/x", `https://example.com/x${PATH}`],
  ])) {
    assert.equal(await urlOf(baseUrl), url);
  }
  const withKey = () => new Interakt({ apiKey: API_KEY, baseUrl: "/api" });
  assert.equal((await failureOf(withKey)).code, "api_key_in_page");
});

test("in a worker of a page, also one without a file, a path is one of the page's server", async (t) => {
  setGlobal(t, "location", new URL("blob:https://shop.example/6a5c0b7e"));
  assert.equal(await urlOf("/api"), `https://shop.example/api${PATH}`);
});

test("the path is that of the page in which the client was made", async (t) => {
  setGlobal(t, "location", { origin: "https://a.example" });
  /** @type {string[]} */
  const urls = [];
  const interakt = new Interakt({
    baseUrl: "/api",
    fetch: async ({ url }) => {
      urls.push(url);
      return answer(200, { result: true });
    },
  });
  setGlobal(t, "location", undefined);
  await interakt.sendMessage(MESSAGE);
  assert.deepEqual(urls, [`https://a.example/api${PATH}`]);
});

test("where there is no page of a server a path is refused, with what to give", async (t) => {
  for (const location of [
    undefined,
    {},
    new URL("file:///home/index.html"),
    { origin: "null" },
    { origin: "chrome-extension://abc" },
  ]) {
    setGlobal(t, "location", location);
    for (const give of [
      () => new Interakt({ baseUrl: "/api/interakt" }),
      () => sendMessage.build(MESSAGE, { baseUrl: "/api/interakt" }),
    ]) {
      const error = await failureOf(give);
      assert.deepEqual([error.name, error.code], ["ConfigurationError", "base_url_invalid"]);
      assert.equal(
        error.message,
        "baseUrl is a path, but there is no page here to start from: give the whole URL.",
      );
    }
  }
});

test("a path that leads elsewhere is none", async (t) => {
  setGlobal(t, "location", new URL("https://shop.example/"));
  for (const baseUrl of ["//evil.example/api", "/\\evil.example", "api", "/api?a=1", "/a b", ""]) {
    const error = await failureOf(() => new Interakt({ baseUrl }));
    assert.equal(error.code, "base_url_invalid", baseUrl);
  }
});
