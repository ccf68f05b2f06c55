/** The input in a request's body, of which no more is read than is allowed. */

/** The field of a form that holds the file of an upload. */
const FILE_FIELD = "uploadFile";

/**
 * @typedef {"media_type_refused" | "encoding_refused" | "body_too_large" | "body_unexpected" |
 *   "body_unreadable" | "body_incomplete" | "key_refused"} NoBody
 *
 * @typedef {object} BodyLimits
 * @property {number} maxBytes Of JSON.
 * @property {number} maxFileBytes Of a form with a file.
 * @property {AbortSignal} [signal] Ends the reading.
 */

/**
 * What can be said of a body before it is read.
 *
 * @param {import("./match-route.js").Route} route
 * @param {Request} request
 * @param {BodyLimits} limits
 * @returns {NoBody | undefined}
 */
export function bodyProblem({ operation }, { headers, body }, limits) {
  const length = Number(headers.get("content-length") ?? 0);
  if (operation.method === "GET") {
    return body || length > 0 || headers.has("transfer-encoding") ? "body_unexpected" : undefined;
  }
  if ((headers.get("content-encoding") ?? "identity") !== "identity") return "encoding_refused";
  const wanted = isUpload(operation) ? FORM : JSON_TEXT;
  if (!wanted.test(headers.get("content-type") ?? "")) return "media_type_refused";
  return length > mostOf(operation, limits) ? "body_too_large" : undefined;
}

// No two runs of spaces meet: where they do, a long header is looked through for each of its spaces.
const JSON_TEXT = /^\s*application\/json\s*(;\s*(charset\s*=\s*"?utf-8"?\s*(;\s*)?)?)?$/i;
const FORM = /^\s*multipart\/form-data\s*;\s*boundary=/i;

/** @param {{ name: string }} operation */
const isUpload = ({ name }) => name === "uploadMedia";

/** @param {{ name: string }} operation @param {BodyLimits} limits */
const mostOf = (operation, { maxBytes, maxFileBytes }) =>
  isUpload(operation) ? maxFileBytes : maxBytes;

/**
 * The whole input: what stands in the URL, and what stands in the body.
 *
 * @param {import("./match-route.js").Route} route
 * @param {Request} request One of which `bodyProblem` says nothing.
 * @param {BodyLimits} limits
 * @returns {Promise<{ input: unknown } | { refused: NoBody }>}
 */
export async function readInput({ operation, values }, request, limits) {
  if (operation.method === "GET") return { input: values };
  const bytes = await readBytes(request, mostOf(operation, limits), limits.signal);
  if (typeof bytes === "string") return { refused: bytes };
  if (isUpload(operation)) return readForm(bytes, request.headers.get("content-type") ?? "");
  /** @type {unknown} */
  let value;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    value = JSON.parse(text);
    // Nobody means anything good by it. An escape may hide it.
    if (/__proto__|\\u/.test(text) && hasPrototypeKey(text)) return { refused: "key_refused" };
  } catch {
    return { refused: "body_unreadable" };
  }
  if (Object.keys(values).length === 0) return { input: value };
  // A key of the query that stands in the body as well would be sent once alone.
  if (!isObject(value) || Object.keys(values).some((name) => Object.hasOwn(value, name))) {
    return { refused: "body_unreadable" };
  }
  return { input: { ...value, ...values } };
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {string} text */
function hasPrototypeKey(text) {
  let found = false;
  JSON.parse(text, (key, value) => {
    found ||= key === "__proto__";
    return value;
  });
  return found;
}

/**
 * @param {Request} request
 * @param {number} most Whatever its `Content-Length` says.
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<Uint8Array<ArrayBuffer> | "body_too_large" | "body_incomplete">}
 */
async function readBytes(request, most, signal) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  let size = 0;
  try {
    const reader = request.body?.getReader();
    // Nobody waits for what has no end.
    const stop = () => reader?.cancel().catch(() => {});
    signal?.addEventListener("abort", stop, { once: true });
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) break;
      size += value.byteLength;
      if (size > most) {
        stop();
        return "body_too_large";
      }
      chunks.push(value);
    }
    signal?.removeEventListener("abort", stop);
  } catch {
    return "body_incomplete";
  }
  if (signal?.aborted) return "body_incomplete";
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} type With the boundary.
 * @returns {Promise<{ input: unknown } | { refused: NoBody }>}
 */
async function readForm(bytes, type) {
  try {
    const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
    const entries = [...form];
    const [name, file] = entries[0] ?? [];
    if (entries.length === 1 && name === FILE_FIELD && typeof file === "object") {
      return { input: { file, fileName: file.name } };
    }
  } catch {
    // It is no form.
  }
  return { refused: "body_unreadable" };
}
