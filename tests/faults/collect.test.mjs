/** What ends a call also ends its connection, though nothing else holds on to the request. */
import { execFile } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startFaultServer } from "./server.mjs";

const SCRIPT = fileURLToPath(new URL("collect.mjs", import.meta.url));

/** Compiled code keeps nothing alive that it does not need any more, unlike interpreted code. */
const FLAGS = ["--expose-gc", "--always-turbofan"];

test("aborts and time limits close the connection also after garbage was collected", async (t) => {
  const server = await startFaultServer();
  t.after(() => server.close());
  await promisify(execFile)(process.execPath, [...FLAGS, SCRIPT, JSON.stringify(server.addresses)]);
});
