/** How Interakt, or what stands before it, may answer. */

/** @typedef {import("node:http").ServerResponse} Outgoing */
/** @typedef {Record<string, string>} Names */

/**
 * @param {number} status
 * @param {string} [body]
 * @param {Names} [headers]
 */
const says =
  (status, body = "", headers = { "content-type": "application/json" }) =>
  (/** @type {Outgoing} */ outgoing) =>
    outgoing.writeHead(status, headers).end(body);

const HTML = { "content-type": "text/html" };
const DONE = '{"result":true,"message":"Message queued","id":"m-1"}';
const NO = (/** @type {string} */ message) => JSON.stringify({ result: false, message });

/** Answers that the page's client is given as they are. */
export const SAME = {
  done: says(200, DONE),
  created: says(201, DONE),
  "200 and no": says(200, NO("Not today")),
  "no in a list": says(400, '{"message":["Chat is taken","Really"]}'),
  "window closed": says(400, NO("Customer has not messaged within last 24 hours")),
  "no template": says(400, NO("No approved template found with name 'a' and language 'en'")),
  "values missing": says(400, NO("Missing variable values in body. Expected 2, received 1")),
  unauthorized: says(401, NO("Invalid token")),
  forbidden: says(403, '{"detail":"Not in your plan"}'),
  "not found in HTML": says(404, "<h1>Not found</h1><script>alert(1)</script>", HTML),
  "not allowed": says(405, ""),
  conflict: says(409, NO("There already")),
  large: says(413, "too large", { "content-type": "text/plain" }),
  "other type": says(415, NO("What is this")),
  teapot: says(418, '["short", "and stout"]'),
  "too many": says(429, NO("Slow down"), { "retry-after": "7" }),
  "too many by no time": says(429, "<b>Slow</b>", HTML),
  failed: says(500, '{"message":"Oops"}'),
  gateway: says(502, "<html>Bad gateway</html>", HTML),
  unavailable: says(503, "", { "retry-after": "30" }),
  "a login page": says(200, "<form>Password</form>", HTML),
  "other JSON": says(200, '{"ok":true}'),
  nothing: says(200, ""),
  "JSON with the key": says(400, NO("You sent Basic c2VjcmV0LWtleS1vZi1taW5lOg== and no more")),
};

/** Those that a browser would make something else of: the same is known of the request. */
export const OTHER = {
  timeout: says(408, ""),
  misdirected: says(421, NO("Not here")),
  "too early": says(425, NO("Not yet")),
  "a proxy's word": says(407, NO("Who are you")),
  moved: says(301, "", { location: "https://elsewhere.example/" }),
  found: says(302, "", { location: "https://elsewhere.example/" }),
  "see other": says(303, "", { location: "https://elsewhere.example/" }),
  kept: says(307, "", { location: "https://elsewhere.example/" }),
  "no content": says(204, ""),
  "reset content": says(205, ""),
  "a status of its own": says(799, NO("Odd")),
  broken: (/** @type {Outgoing} */ outgoing) => outgoing.destroy(),
  cut(/** @type {Outgoing} */ outgoing) {
    outgoing.writeHead(200, { "content-length": "1000" });
    outgoing.write('{"result":true', () => outgoing.destroy());
  },
  silent() {},
};
