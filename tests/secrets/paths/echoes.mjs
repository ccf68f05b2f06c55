/** A server that repeats all that it was sent: in bodies and headers, plain and encoded. */

/** @param {Request} request */
async function said(request) {
  const headers = Object.fromEntries(request.headers);
  return { url: request.url, headers, body: await request.clone().text() };
}

/** @param {string} text */
const bytes = (text) => Buffer.from(text);

/** @type {Record<string, (text: string) => string>} */
const ENCODINGS = {
  "as it is": (text) => text,
  "for a URL": encodeURIComponent,
  "in JSON": (text) => JSON.stringify(text),
  "for HTML": (text) => text.replace(/[^a-z0-9 ]/gi, (c) => `&#${c.charCodeAt(0)};`),
};

/** @type {Record<string, (request: Request) => Promise<Response>>} */
export const echoes = Object.fromEntries(
  [200, 302, 400, 401, 404, 429, 500].flatMap((status) =>
    Object.entries(ENCODINGS).map(([how, encode]) => [
      `${status} that repeats all ${how}`,
      async (/** @type {Request} */ request) => {
        const { url, headers, body } = await said(request);
        const echo = encode(`${headers.authorization} ${body} ${url}`);
        const location = "https://shop.example/elsewhere";
        return Response.json(
          { result: false, message: `Refused: ${echo}`, detail: [headers, echo] },
          { status, headers: { "retry-after": "0", "x-echo": latin(echo), location } },
        );
      },
    ]),
  ),
);
echoes["a failure that repeats all"] = async (request) => {
  const { url, headers, body } = await said(request);
  throw new TypeError(`fetch failed: ${headers.authorization} ${url} ${body}`, {
    cause: Object.assign(new Error(`${headers.authorization}`), { request: headers }),
  });
};

/** What a header can hold. @param {string} text */
const latin = (text) =>
  bytes(text)
    .toString("latin1")
    .replace(/[^\x20-\x7e]/g, "?");
