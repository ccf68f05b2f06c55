/** What requests and `matchRequest` have to agree on. Runs in every runtime that the tests run in. */
import { operations } from "interakt-wasm";
import { matchRequest } from "interakt-wasm/edge";

/** What stands before Interakt's own path. */
export const PREFIXES = ["", "/api/interakt", "/a/b%20c/:d"];

/**
 * Builds a request, finds its operation and input again, and builds that: both must be the same.
 *
 * @param {{ operation: string, value: any }} example A file stands as `{ type, base64 }`.
 * @param {string} prefix
 * @returns {Promise<string | null>} The problem, if there is one.
 */
export async function roundTrip({ operation: name, value }, prefix) {
  const operation = operations.find((one) => one.name === name);
  if (!operation) return `there is no ${name}`;
  const settings = { baseUrl: `https://shop.example${prefix}` };
  const { file } = value ?? {};
  const input = name === "uploadMedia" ? { ...value, file: toFile(file) } : value;
  const first = operation.build(input, settings);
  const matched = await matchRequest(new Request(first.url, first));
  if (matched?.operation !== name) return `${name} became ${matched?.operation}`;
  const again = operation.build(/** @type {any} */ (matched.input), settings);
  const [one, other] = [await textOf(first), await textOf(again)];
  return one === other ? null : `${one}\nbecame\n${other}`;
}

/** @param {any} file */
function toFile({ type, base64, name, size }) {
  const bytes = base64
    ? Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
    : "f".repeat(size);
  return name ? new File([bytes], name, { type }) : new Blob([bytes], { type });
}

/** @param {import("interakt-wasm").InteraktRequest} request All that is sent, as one text. */
async function textOf({ body, warnings, ...rest }) {
  if (!(body instanceof FormData)) return JSON.stringify({ ...rest, body });
  const parts = [...body].map(async ([field, value]) => {
    const { name, type } = /** @type {File} */ (value);
    return { field, name, type, content: await new Response(value).text() };
  });
  return JSON.stringify({ ...rest, body: await Promise.all(parts) });
}

/** Requests that the package does not write, though each is close to one. */
export const STRANGE = {
  "an encoded letter": { path: "/api/v1/public/%6Dessage/" },
  "an encoded slash": { path: "/api/v1%2Fpublic/message/" },
  "an encoded slash at the end": { path: "/api/v1/public/message%2F" },
  "a doubled slash": { path: "/api/v1/public//message/" },
  "a doubled slash before it": { path: "/api//v1/public/message/" },
  "a doubled slash at the end": { path: "/api/v1/public/message//" },
  "a doubled slash at the beginning": { path: "//v1/public/message/" },
  "no slash at the end": { path: "/api/v1/public/message" },
  "something behind it": { path: "/api/v1/public/message/x" },
  "a file type behind it": { path: "/api/v1/public/message/.json" },
  "a parameter of the path": { path: "/api/v1/public/message/;a=b" },
  "an encoded zero": { path: "/api/v1/public/message/%00" },
  "an encoded dot segment that is none": { path: "/api/v1/public/message/%252e%252e/" },
  "a segment of dots that is none": { path: "/api/v1/public/.../message/" },
  "other capitals": { path: "/api/V1/public/message/" },
  "another version": { path: "/api/v2/public/message/" },
  "a word before it": { path: "/apiv1/public/message/" },
  "two paths in one": { path: "/v1/public/message/v1/public/message/" },
  "one path in the value of another": { path: "/v1/public/apis/users/id/v1/public/message/" },
  "an id with a slash behind": { path: "/v1/public/apis/users/id/user-42/", method: "GET" },
  "an id of two segments": { path: "/v1/public/apis/users/id/a/b", method: "GET" },
  "no id": { path: "/v1/public/apis/users/id/", method: "GET" },
  "an id that is no UTF-8": { path: "/v1/public/apis/users/id/%E0%A4", method: "GET" },
  "an unknown key in the query": { path: "/v1/public/message/?_method=GET" },
  "an unknown key beside known ones": {
    path: "/v1/public/track/organization/templates?offset=1&offset_=2",
    method: "GET",
  },
  "a key twice in the query": {
    path: "/v1/public/track/organization/templates?offset=1&offset=2",
    method: "GET",
  },
  "a key of another operation": { path: "/v1/public/apis/users/?template_name=a" },
  "a prototype's key in the query": {
    path: "/v1/public/track/organization/templates?__proto__=1",
    method: "GET",
  },
  "an upload into another category": {
    path: "/v1/public/track/files/upload_to_fb/?fileCategory=other",
  },
  "an upload without its category": { path: "/v1/public/track/files/upload_to_fb/" },
  "the GET of a POST": { path: "/v1/public/message/", method: "GET" },
  "the POST of a GET": { path: "/v1/public/apis/users/id/user-42" },
  "a PUT": { path: "/v1/public/message/", method: "PUT" },
  "a HEAD": { path: "/v1/public/apis/users/id/user-42", method: "HEAD" },
  "a method of one's own": { path: "/v1/public/message/", method: "post " },
  "a method in a header": { headers: { "x-http-method-override": "GET" } },
  "a method in another header": { headers: { "X-HTTP-Method": "POST" } },
  "a method in a third header": { headers: { "x-method-override": "" } },
  "a form": { headers: { "content-type": "application/x-www-form-urlencoded" } },
  "plain text": { headers: { "content-type": "text/plain" } },
  "no type": { headers: {} },
  "JSON of another kind": { headers: { "content-type": "application/json-patch+json" } },
  "two types": { headers: { "content-type": "application/json, text/plain" } },
  "another encoding of signs": {
    headers: { "content-type": "application/json; charset=utf-16" },
  },
  "a compressed body": {
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
  },
  "no JSON": { body: '{"type":"Text"' },
  nothing: { body: "" },
  "JSON and something behind it": { body: "{}{}" },
  "signs that are no UTF-8": { body: new Uint8Array([0x22, 0xff, 0x22]) },
  "a prototype's key": { body: '{"userId":"a","__proto__":{"type":"Text"}}' },
  "a prototype's key deep inside": { body: '{"template":{"bodyValues":[{"__proto__":1}]}}' },
  "a prototype's key in disguise": { body: '{"userId":"a","\\u005f_proto__":{"type":"Text"}}' },
  "JSON that never closes": { body: "[".repeat(200_000) },
  "more than is read": { body: JSON.stringify("a".repeat(300_000)) },
  "a key in query and body": { path: "/v1/public/apis/users/?limit=1", body: '{"limit":100}' },
};

/**
 * @param {{ path?: string, method?: string, headers?: Record<string, string>, body?: any }} strange
 * @returns {Request | null} Null where the runtime takes no such request.
 */
export function strangeRequest({ path = "/v1/public/message/", method = "POST", headers, body }) {
  const init = {
    method,
    headers: headers ?? { "content-type": "application/json" },
    body: method === "GET" || method === "HEAD" ? undefined : (body ?? "{}"),
  };
  try {
    return new Request(`https://shop.example${path}`, init);
  } catch {
    return null;
  }
}

/** @returns {Promise<string[]>} The names of strange requests that match. */
export async function matchedStrangers() {
  const matched = [];
  for (const [name, strange] of Object.entries(STRANGE)) {
    const request = strangeRequest(strange);
    if (request && (await matchRequest(request))) matched.push(name);
  }
  return matched;
}
