/** Every way in which Interakt or the network says no reaches the caller as the right error. */
import { assert } from "chai";
import { assertError, clientOf, exchange, failureOf, KEY, TEMPLATE, TEXT } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */

/**
 * Refusals that come back as answers: what brings them about, what is sent, what is thrown.
 * @type {{
 *   name: string, options?: object, faults?: object[], input?: object,
 *   error: string, properties: Record<string, unknown>,
 * }[]}
 */
const REFUSALS = [
  {
    name: "an unknown key is an AuthenticationError",
    options: { apiKey: "c29tZWJvZHktZWxzZTo=" },
    error: "AuthenticationError",
    properties: { code: "unauthorized", status: 401, operation: "sendMessage" },
  },
  {
    name: "403 is a PermissionError",
    faults: [{ status: 403 }],
    error: "PermissionError",
    properties: { code: "forbidden", status: 403 },
  },
  {
    name: "429 is a RateLimitError with the time to wait",
    faults: [{ status: 429 }],
    error: "RateLimitError",
    properties: { code: "rate_limited", status: 429, retryAfterMs: 20_000 },
  },
  {
    name: "of several times to wait the longest counts, and fractions do",
    faults: [{ status: 429, headers: { "retry-after": "2, 2.5, 1" } }],
    error: "RateLimitError",
    properties: { code: "rate_limited", retryAfterMs: 2_500 },
  },
  {
    name: "a closed window under 400 is a WindowClosedError",
    options: { windowOpen: [] },
    error: "WindowClosedError",
    properties: {
      code: "window_closed",
      status: 400,
      body: {
        result: false,
        message:
          "Please correct the following error - Customer has not messaged within last 24 hours",
      },
    },
  },
  {
    name: "a closed window under 201 is a WindowClosedError as well",
    options: { windowOpen: ["919812345678"] },
    input: {
      ...TEXT,
      type: "Document",
      data: { mediaUrl: "https://media.nilgiritea.example/invoice.pdf", fileName: "invoice.pdf" },
    },
    error: "WindowClosedError",
    properties: { code: "window_closed", status: 201 },
  },
  {
    name: "an unknown template is a TemplateError",
    options: { templates: [{ name: "order_packed", language: "en_US", category: "UTILITY" }] },
    input: TEMPLATE,
    error: "TemplateError",
    properties: { code: "template_not_found", status: 400 },
  },
  {
    name: "a template that waits for approval is a TemplateError",
    options: {
      templates: [
        {
          name: "order_packed",
          language: "en",
          category: "UTILITY",
          approval_status: "WAITING",
        },
      ],
    },
    input: TEMPLATE,
    error: "TemplateError",
    properties: { code: "template_not_found", status: 400 },
  },
  {
    name: "a template that became a marketing template is a TemplateError",
    options: { templates: [{ name: "order_packed", language: "en", category: "MARKETING" }] },
    input: TEMPLATE,
    error: "TemplateError",
    properties: { code: "template_category_mismatch" },
  },
  {
    name: "an HTML page under 404 is a NotFoundError",
    faults: [{ status: 404 }],
    error: "NotFoundError",
    properties: { code: "not_found", status: 404 },
  },
  {
    name: "an HTML page under 502 is a ServerError",
    faults: [{ status: 502 }],
    error: "ServerError",
    properties: { code: "server_error", status: 502 },
  },
  {
    name: "an empty body under 500 is a ServerError",
    faults: [{ status: 500, body: "" }],
    error: "ServerError",
    properties: { code: "server_error", status: 500 },
  },
  {
    name: "a page in place of JSON under 200 is an ApiError",
    faults: [{ status: 200, body: "<p>Please log in</p>" }],
    error: "ApiError",
    properties: { code: "invalid_response", status: 200 },
  },
  {
    name: "an empty body under 201 is an ApiError",
    faults: [{ status: 201, body: "" }],
    error: "ApiError",
    properties: { code: "invalid_response", status: 201 },
  },
  {
    name: "a success under 401 is an AuthenticationError that keeps the body",
    faults: [{ status: 401, body: { result: true, id: "1" } }],
    error: "AuthenticationError",
    properties: { code: "unauthorized", status: 401, body: { result: true, id: "1" } },
  },
];

/** @type {Case[]} */
export const errorCases = [
  ...REFUSALS.map(({ name, options, faults = [], input = TEXT, error, properties }) => ({
    name,
    run: async (/** @type {World} */ world) => {
      const ways = [
        () => clientOf(world).sendMessage(input),
        () => exchange(world, "sendMessage", input),
      ];
      for (const send of ways) {
        await world.remote.setup(options, faults);
        const thrown = await failureOf(send());
        assertError(thrown, world.api[error], properties);
        assert.isTrue(world.api.isApiError(thrown));
        assert.notInclude(JSON.stringify([thrown, String(thrown), thrown.stack]), KEY);
      }
    },
  })),
  {
    name: "the plan's limit is a RateLimitError until its oldest request is a minute old",
    run: async (world) => {
      await world.remote.setup({ requestsPerMinute: 1 });
      const client = clientOf(world);
      await client.sendMessage(TEXT);
      await world.remote.advance(40_000);
      const error = await failureOf(client.sendMessage(TEXT));
      assertError(error, world.api.RateLimitError, { retryAfterMs: 20_000 });
      await world.remote.advance(20_000);
      await client.sendMessage(TEXT);
    },
  },
  {
    name: "a request to an address that Interakt does not have is a NotFoundError",
    run: async (world) => {
      await world.remote.setup();
      const client = clientOf(world, { baseUrl: `${world.remote.baseUrl}/elsewhere` });
      const error = await failureOf(client.sendMessage(TEXT));
      assertError(error, world.api.NotFoundError, { code: "not_found", status: 404 });
    },
  },
  {
    name: "a dropped connection is a ConnectionError",
    run: async (world) => {
      // A runtime may open a second connection for a request whose first one died.
      await world.remote.setup({}, [{ error: true, times: 100 }]);
      const error = await failureOf(clientOf(world).sendMessage(TEXT));
      assertError(error, world.api.ConnectionError, {});
      assert.isTrue(world.api.isInteraktError(error));
      assert.isFalse(world.api.isApiError(error));
      assert.exists(error.cause);
    },
  },
  {
    name: "no answer in time is a TimeoutError",
    run: async (world) => {
      await world.remote.setup({}, [{ hang: true }]);
      const error = await failureOf(clientOf(world).sendMessage(TEXT, { timeoutMs: 50 }));
      assertError(error, world.api.TimeoutError, {});
    },
  },
  {
    name: "an aborted request rejects with the reason of the abort",
    run: async (world) => {
      await world.remote.setup({}, [{ hang: true }]);
      const controller = new AbortController();
      const sending = failureOf(clientOf(world).sendMessage(TEXT, { signal: controller.signal }));
      while ((await world.remote.requests()).length === 0);
      const reason = new Error("the customer closed the window");
      controller.abort(reason);
      assert.strictEqual(await sending, reason);
    },
  },
  {
    name: "an input that breaks a rule is a ValidationError, and nothing is sent",
    run: async (world) => {
      await world.remote.setup();
      const input = { ...TEXT, phoneNumber: "09876543210" };
      const error = await failureOf(clientOf(world).sendMessage(input));
      assertError(error, world.api.ValidationError, {});
      assert.deepEqual(
        error.issues.map((/** @type {any} */ { code, path }) => [code, path]),
        [["phone.leading_zero", ["phoneNumber"]]],
      );
      assert.deepEqual(await world.remote.requests(), []);
    },
  },
  {
    name: "headers of every form are read, and what is none is refused",
    run: async ({ api }) => {
      /** @param {unknown} headers */
      const parse = (headers) =>
        failureOf((async () => api.sendMessage.parse(429, headers, "{}"))());
      for (const headers of [
        { "Retry-After": "2.5" },
        { "retry-after": 2.5 },
        { "RETRY-AFTER": ["1", "2.5"], date: undefined },
        new Map([["Retry-After", "2.5"]]),
        [
          ["x", "1"],
          ["Retry-After", "2.5"],
          ["retry-after", "1"],
        ],
        new Headers([
          ["Retry-After", "1"],
          ["Retry-After", "2.5"],
        ]),
        new Headers({ "Retry-After": "2.5" }).entries(),
        { get: (/** @type {string} */ name) => (name === "retry-after" ? 2.5 : null) },
      ]) {
        assertError(await parse(headers), api.RateLimitError, { retryAfterMs: 2_500 });
      }
      for (const headers of [undefined, null, {}, [], new Map(), new Headers()]) {
        assertError(await parse(headers), api.RateLimitError, { retryAfterMs: undefined });
      }
      for (const headers of [
        5,
        "retry-after: 5",
        [5],
        ["retry-after", "5"],
        [["retry-after"]],
        [[Symbol("retry-after"), "5"]],
        { "retry-after": { seconds: 5 } },
        { get: () => new Date() },
      ]) {
        assertError(await parse(headers), api.ConfigurationError, { code: "headers_invalid" });
      }
    },
  },
  {
    name: "a client takes a key anywhere but in a page and its workers",
    async run({ api }) {
      const agent = globalThis.navigator?.userAgent;
      const apiKey = "bmlsZ2lyaS10ZWEtaG91c2U6";
      const made = await failureOf((async () => void new api.Interakt({ apiKey }))()).catch(
        () => undefined,
      );
      assert.equal(made?.code, /^Mozilla/.test(agent) ? "api_key_in_page" : undefined, agent);
    },
  },
  {
    name: "the key is taken out of a text in whatever form it stands there",
    run: async ({ api }) => {
      const key = "fj8+fj8/dXNlcjo=";
      for (const written of [
        key,
        "fj8+fj8/dXNlcjo",
        "fj8-fj8_dXNlcjo",
        "fj8+fj8\\/dXNlcjo=",
        "\\u0066j8+fj8\\u002fdXNlcjo\\u003d",
        "fj8%2Bfj8%2FdXNlcjo%3D",
        "~?>~??user:",
        btoa(key),
      ]) {
        const text = api.withoutKey(`{"said":"${written}"}`, key);
        assert.include(["[API key]", "[API key]:"], JSON.parse(text).said, written);
      }
      assert.equal(api.withoutKey("nothing of the kind", key), "nothing of the kind");
      const error = await failureOf((async () => api.withoutKey(undefined, key))());
      assertError(error, api.ConfigurationError, { code: "option_invalid" });
    },
  },
];
