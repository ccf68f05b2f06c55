/** What `npm start` is told and what it says, and that it says in time why it cannot start. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import test from "node:test";
import { promisify } from "node:util";
import { linesOf, problemOfPort, settingsOf } from "../../scripts/start-settings.mjs";
import { listen } from "../support/listen.mjs";

const KEY = "c2VjcmV0LWtleTo=";

test("the key, its server and what else the Worker knows come from the environment", () => {
  assert.deepEqual(settingsOf({}), { port: 8787, variables: {} });
  assert.deepEqual(
    settingsOf({
      ...{ PORT: "0", INTERAKT_API_KEY: KEY, INTERAKT_BASE_URL: "http://localhost:9999" },
      ...{ ADMIN_TOKEN: "open", KEEP_DAYS: "", PATH: "/bin" },
    }),
    {
      ...{ port: 0, apiKey: KEY, baseUrl: "http://localhost:9999" },
      variables: { ADMIN_TOKEN: "open" },
    },
  );
  for (const port of ["http", "-1", "65536", "80.5"]) {
    assert.throws(() => settingsOf({ PORT: port }), /^Error: PORT must be a port number, not /);
  }
});

test("three lines tell the address, the mode and the server", () => {
  const url = "http://localhost:8787";
  assert.deepEqual(linesOf(url, { mode: "simulator" }, false), [
    "address  http://localhost:8787 (Ctrl+C stops it)",
    "mode     simulator: nothing reaches Interakt; INTERAKT_API_KEY sends for real",
    "server   none: the simulator answers",
  ]);
  assert.deepEqual(linesOf(url, { mode: "live", host: "api.interakt.ai" }, false), [
    "address  http://localhost:8787 (Ctrl+C stops it)",
    "mode     live: messages reach real customers and cost money",
    "server   api.interakt.ai, with the key of INTERAKT_API_KEY",
  ]);
  const [, , other] = linesOf(url, { mode: "live", host: "localhost:9999" }, true);
  assert.equal(other, "server   localhost:9999, with the key of INTERAKT_API_KEY");
  const [, , unused] = linesOf(url, { mode: "simulator" }, true);
  assert.match(unused, /INTERAKT_BASE_URL is used with INTERAKT_API_KEY alone$/);
});

test("a port that cannot be had is told with the next step", () => {
  const told = (/** @type {number} */ port, /** @type {string} */ code) =>
    problemOfPort(port, Object.assign(new Error(), { code }));
  assert.match(told(8787, "EADDRINUSE"), /8787 is in use.*PORT=8788 npm start/);
  assert.match(told(65535, "EADDRINUSE"), /PORT=65534 npm start/);
  assert.match(told(80, "EACCES"), /above 1023.*PORT=8787 npm start/);
  assert.match(told(1, "ENOTHING"), /cannot be used/);
});

test("a port in use is found before anything is built, and the key is not printed", async () => {
  const other = await listen(createServer());
  const { port } = new URL(other.url);
  try {
    const env = { ...process.env, PORT: port, INTERAKT_API_KEY: KEY };
    const script = new URL("../../scripts/start.mjs", import.meta.url).pathname;
    const failed = await promisify(execFile)(process.execPath, [script], { env }).then(
      () => assert.fail("it started"),
      (error) => error,
    );
    assert.equal(failed.code, 1);
    const said = `${failed.stdout}${failed.stderr}`;
    assert.match(said, new RegExp(`port ${port} is in use by another program`));
    assert.doesNotMatch(said, new RegExp(`${KEY}|building|at .*start\\.mjs`));
  } finally {
    await other.close();
  }
});
