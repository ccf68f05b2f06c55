/** What the tests of the client share. */
import { getEventListeners } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export { failureOf } from "../support/failure.mjs";

/** A key as Interakt's dashboard shows it: "secret-key:" in base64. */
export const API_KEY = "c2VjcmV0LWtleTo=";

/** The same, encoded once more by somebody who meant well. */
export const TWICE_ENCODED_KEY = "YzJWamNtVjBMV3RsZVRvPQ==";

/** And by somebody who took it for a user name with an empty password. */
export const USER_NAME_KEY = "YzJWamNtVjBMV3RsZVRvPTo=";

/** A message that Interakt takes. */
export const MESSAGE = /** @type {const} */ ({
  countryCode: "+91",
  phoneNumber: "9999999999",
  type: "Text",
  data: { message: "a text that no error repeats" },
});

/** The folder of the package's modules. */
export const DIST = dirname(fileURLToPath(import.meta.resolve("interakt-wasm")));

/**
 * Another copy of the package, in which nothing has been started yet.
 *
 * @param {import("node:test").TestContext} t Removes it at the end.
 * @param {string} [entry]
 */
export async function freshCopy(t, entry = "index.js") {
  const folder = await mkdtemp(join(tmpdir(), "interakt-wasm-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await cp(DIST, folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  return import(pathToFileURL(join(folder, entry)).href);
}

/**
 * Replaces a global for the length of one test.
 *
 * @param {import("node:test").TestContext} t
 * @param {string} name
 * @param {unknown} value
 */
export function setGlobal(t, name, value) {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  t.after(() => {
    if (before) Object.defineProperty(globalThis, name, before);
    else Reflect.deleteProperty(globalThis, name);
  });
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/**
 * @param {number} status
 * @param {unknown} body
 * @param {HeadersInit} [headers]
 */
export function answer(status, body, headers) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(text, { status, headers });
}

/** A signal, and how many listeners it has. */
export function countingSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  return { controller, signal, listeners: () => getEventListeners(signal, "abort").length };
}

/**
 * What is rejected from now on without anybody taking it, until the test ends.
 *
 * @param {import("node:test").TestContext} t
 */
export function unhandledIn(t) {
  /** @type {unknown[]} */
  const unhandled = [];
  const keep = (/** @type {unknown} */ reason) => unhandled.push(reason);
  process.on("unhandledRejection", keep);
  t.after(() => process.off("unhandledRejection", keep));
  return unhandled;
}
