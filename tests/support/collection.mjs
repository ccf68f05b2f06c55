/**
 * Interakt's own public collection as examples, where the file is at hand. It is
 * not part of this repository: without it, tests make do with the fixtures.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { toInput } from "../../pkg-template/simulator/input.js";
import { createRouter } from "../../pkg-template/simulator/routes.js";

/** Where it is. */
export const COLLECTION = new URL("../../../shared/api/postman_collection.json", import.meta.url);

/**
 * What stands for a placeholder, by the key under which it is found: `PHONE_NUMBER` is a
 * placeholder under `phoneNumber` and a wire value under a button's `type`.
 * @type {Record<string, Record<string, string>>}
 */
const PLACEHOLDERS = {
  phoneNumber: { PHONE_NUMBER: "9876543210", phone_number: "9876543210" },
  fullPhoneNumber: { PHONE_NUMBER: "919876543210" },
  userId: { USER_ID: "customer-0042" },
  campaignId: { YOUR_CAMPAIGN_ID: "5f0c2a8e-6f0e-4a53-9a55-0d4f6a7b8c9d" },
  mediaUrl: { MEDIA_URL: "https://media.example.com/file" },
  headerValues: { media_url_here: "https://media.example.com/file" },
  category: { "Utility/Marketing": "Utility" },
  header_handle: {
    "<file handle received from file upload api goes here>": "4::aW1hZ2UvanBlZw==:handle",
  },
  header_handle_file_url: {
    "<file url received from file upload api goes here>": "https://media.example.com/file.jpg",
  },
  header_handle_file_name: {
    "<file name received from file upload api goes here>": "file.jpg",
  },
  sender_id: { sms_header: "SMSHDR" },
  pe_id: { sms_entity_id: "1301160012345678901" },
  dlt_te_id: { sms_template_id: "1307160098765432109" },
  variable_present: { "Yes/No": "Yes" },
};

/** The collection names a file on somebody's disk: these bytes stand for it. */
const FILE_CONTENT = { type: "image/jpeg", base64: "/9j/4AAQSkZJRgABAQAAAQABAAD/2Q==" };

/**
 * @typedef {object} CollectionExample
 * @property {string} name of the item
 * @property {string} operation
 * @property {any} input
 * @property {{ name: string, status: number | null, headers: Record<string, string>, body: any }[]} answers
 *   those that the item shows; the status is `null` where it has none
 */

/**
 * The examples in the collection's order, or `undefined` where the file is not at hand.
 * @param {Iterable<import("../../pkg-template/simulator/routes.js").Routable>} operations
 * @returns {Promise<CollectionExample[] | undefined>}
 */
export async function readCollection(operations) {
  if (!existsSync(COLLECTION)) return undefined;
  const route = createRouter(operations);
  const collection = JSON.parse(await readFile(COLLECTION, "utf8"));
  return requestsOf(collection).map((item) => toExample(item, route));
}

/** @param {any} folder @returns {any[]} */
function requestsOf(folder) {
  return folder.item.flatMap((/** @type {any} */ child) =>
    child.request === undefined ? requestsOf(child) : [child],
  );
}

/**
 * @param {any} item
 * @param {ReturnType<typeof createRouter>} route
 * @returns {CollectionExample}
 */
function toExample({ name, request, response }, route) {
  const { method } = request;
  // Two items leave out the scheme.
  const url = /^https?:/.test(request.url) ? request.url : `https://${request.url}`;
  const found = route({ method, url });
  if (found.operation === undefined) throw new Error(`no operation for ${method} ${url}`);
  return {
    name,
    operation: found.operation.name,
    input: fill(readInput(request, found, url)),
    answers: response.map(toAnswer),
  };
}

/**
 * @param {any} request
 * @param {{ values: Record<string, string> }} found
 * @param {string} url
 */
function readInput({ method, body }, found, url) {
  if (body?.mode === "formdata") {
    const [path] = body.formdata[0].filesNotInWorkingDirectory;
    return { file: FILE_CONTENT, fileName: path.split("/").at(-1) };
  }
  const content = body?.raw ? JSON.parse(withoutComments(body.raw)) : null;
  return toInput(found, {
    operation: null,
    method,
    url,
    headers: {},
    body: content,
    status: null,
    at: 0,
  });
}

/** @param {any} response */
function toAnswer({ name, code, header, body }) {
  const headers = Object.fromEntries(
    (header ?? []).map((/** @type {any} */ { key, value }) => [key.toLowerCase(), value]),
  );
  return { name, status: code ?? null, headers, body: JSON.parse(body) };
}

/**
 * The text without `//` notes to the reader. A `//` inside a string, as of a URL, stays.
 * @param {string} text
 */
export function withoutComments(text) {
  return text.replace(/("(?:[^"\\]|\\.)*")|\/\/.*/g, (_, string) => string ?? "");
}

/**
 * The value with its placeholders replaced.
 * @param {any} value
 * @param {string} [key] the nearest one above the value
 * @returns {any}
 */
function fill(value, key = "") {
  if (typeof value === "string") return PLACEHOLDERS[key]?.[value] ?? value;
  if (Array.isArray(value)) return value.map((item) => fill(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fill(item, name)]));
}
