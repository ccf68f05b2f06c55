/** Pages without a key: off, until the application is told what they may send. */
import assert from "node:assert/strict";
import test from "node:test";
import { Interakt, isApiError } from "interakt-wasm";
import { startApplication, startInterakt } from "./desk.mjs";

const MESSAGE = /** @type {const} */ ({
  fullPhoneNumber: "919876543210",
  type: "Text",
  data: { message: "Hi" },
});

/** A page's client. @param {string} url */
const pageOf = (url) =>
  new Interakt({
    baseUrl: `${url}/api/interakt`,
    maxRetries: 0,
    fetch: async (asked) => {
      const { method } = asked;
      const headers = new Headers(asked.headers);
      headers.set("origin", url);
      return fetch(asked.url, {
        method,
        headers,
        ...(method === "POST" && { body: await asked.text() }),
      });
    },
  });

export function proxied() {
  test("a page sends what it may with a key that it never sees, and nothing else", async (t) => {
    const interakt = await startInterakt(t, () => []);
    const { settings } = interakt;
    const variables = { ...settings.variables, PROXY_ALLOW: '{"sendMessage":{"kinds":["Text"]}}' };
    const { url } = await startApplication(t, { ...settings, variables });
    const { id } = await pageOf(url).sendMessage(MESSAGE);
    assert.match(id, /^[\da-f-]{36}$/);
    assert.deepEqual(interakt.arrived(), ["919876543210"]);

    await assert.rejects(pageOf(url).listUsers({ offset: 0, limit: 1 }), (error) => {
      return isApiError(error) && error.status === 403;
    });
    assert.equal(interakt.arrived().length, 1);
  });

  test("nobody sends through an application that was not told so", async (t) => {
    const interakt = await startInterakt(t, () => []);
    const { url } = await startApplication(t, interakt.settings);
    await assert.rejects(pageOf(url).sendMessage(MESSAGE), (error) => {
      return isApiError(error) && error.status === 404;
    });
    assert.deepEqual(interakt.arrived(), []);
  });
}
