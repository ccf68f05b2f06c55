/** The simulator as users have it: in the same process, in place of `fetch`. */
import { assert } from "chai";
import { assertError, assertHolds, clientOf, failureOf, KEY, TEMPLATE, TEXT } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */

/** @param {string} path @param {RequestInit} [init] */
function request(path, init) {
  const headers = { authorization: `Basic ${KEY}`, "content-type": "application/json" };
  return new Request(`https://api.interakt.ai${path}`, { headers, ...init });
}

/** @param {object} input @returns {RequestInit} */
function post(input) {
  return { method: "POST", body: JSON.stringify(input) };
}

/**
 * A client whose requests end in the simulator.
 * @param {World} world
 * @param {import("interakt-wasm/simulator").SimulatorOptions} [options]
 */
function inMemory(world, options) {
  const simulator = world.createSimulator(options);
  return { simulator, client: clientOf(world, { baseUrl: undefined, fetch: simulator }) };
}

/** @type {Case[]} */
export const simulatorCases = [
  {
    name: "the simulator stands in for fetch and keeps what it received",
    run: async (world) => {
      const { simulator, client } = inMemory(world, { now: () => 1_768_469_400_000 });
      const { id } = await client.sendMessage(TEXT);
      assert.equal(id, "00000000-0000-4000-8000-000000000001");
      assertHolds(simulator.requests, [
        {
          operation: "sendMessage",
          method: "POST",
          url: "https://api.interakt.ai/v1/public/message/",
          headers: { authorization: "[redacted]" },
          body: TEXT,
          status: 201,
          at: 1_768_469_400_000,
        },
      ]);
    },
  },
  {
    name: "the simulator takes an address and options as fetch does",
    run: async ({ createSimulator }) => {
      const simulator = createSimulator();
      const response = await simulator("https://api.interakt.ai/v1/public/message/", {
        method: "POST",
        headers: { authorization: `Basic ${KEY}` },
        body: JSON.stringify(TEXT),
      });
      assert.equal(response.status, 201);
      assertHolds(simulator.requests, [{ operation: "sendMessage", body: TEXT }]);
    },
  },
  {
    name: "the simulator gives the same ids again after reset",
    run: async (world) => {
      const { simulator, client } = inMemory(world);
      const first = [await client.sendMessage(TEXT), await client.sendMessage(TEXT)];
      assert.notEqual(first[0].id, first[1].id);
      simulator.fault({ status: 500 });
      simulator.reset();
      assert.deepEqual(simulator.requests, []);
      const second = [await client.sendMessage(TEXT), await client.sendMessage(TEXT)];
      assert.deepEqual(second, first);
    },
  },
  {
    name: "the simulator remembers the customers that are tracked",
    run: async (world) => {
      const { client } = inMemory(world);
      const user = { countryCode: "+91", phoneNumber: "9876543210" };
      await client.trackUser({ ...user, traits: { name: "Asha" }, tags: ["new"] });
      await client.trackUser({ ...user, traits: { city: "Ooty" }, tags: ["new", "vip"] });
      const { data } = await client.getUserByPhone({ phoneNumber: "9876543210" });
      assertHolds(data.customers, [
        { traits: { name: "Asha", city: "Ooty" }, tag_names: ["new", "vip"] },
      ]);
      const nobody = await client.getUserById({ userId: "nobody" });
      assert.deepEqual(nobody.data.customers, []);
    },
  },
  {
    name: "the simulator lists the templates that are created",
    run: async (world) => {
      const { client } = inMemory(world, { templates: [] });
      await client.createTemplate({
        display_name: "Order Packed",
        language: "English (US)",
        category: "utility",
        body: "Dear {{1}}, your order is packed.",
        body_text: ["Asha"],
      });
      const waiting = await client.listTemplates({ approval_status: "WAITING" });
      assertHolds(waiting, {
        count: 1,
        has_next: false,
        results: { templates: [{ name: "order_packed", language: "en_US", buttons: [] }] },
      });
      assertHolds(await client.listTemplates({ approval_status: "APPROVED" }), { count: 0 });
      const error = await failureOf(
        client.sendMessage({
          ...TEMPLATE,
          template: { ...TEMPLATE.template, languageCode: "en_US" },
        }),
      );
      assertError(error, world.api.TemplateError, { code: "template_not_found" });
    },
  },
  {
    name: "the simulator takes an empty query value as none",
    run: async ({ createSimulator }) => {
      const simulator = createSimulator({
        templates: [{ name: "order_packed", language: "en", category: "UTILITY" }],
      });
      const query = "?offset=&template_name=&approval_status=APPROVED&language=all";
      const response = await simulator(request(`/v1/public/track/organization/templates${query}`));
      assert.equal(response.status, 200);
      assertHolds(await response.json(), { count: 1, has_next: false });
    },
  },
  {
    name: "the simulator puts JSON into strings as Interakt does",
    run: async ({ createSimulator }) => {
      const simulator = createSimulator();
      const create = async (/** @type {object} */ more) => {
        const input = {
          display_name: "Order Packed",
          language: "English",
          category: "Utility",
          body: "Dear {{1}}, your order is packed.",
          body_text: ["Asha"],
          ...more,
        };
        const response = await simulator(request("/v1/public/track/templates/", post(input)));
        return (await response.json()).data;
      };
      assertHolds(await create({}), {
        body_text: '[\n    "Asha"\n]',
        buttons: '"{}"',
        header_text: null,
        button_text: null,
      });
      const buttons = [{ type: "QUICK_REPLY", text: "Thank you" }];
      assertHolds(await create({ button_type: "Quick Replies", buttons }), {
        buttons: JSON.stringify(JSON.stringify(buttons)),
      });
    },
  },
  {
    name: "the simulator asks for the window of the customer behind a user id",
    run: async (world) => {
      const customers = [
        { user_id: "asha", country_code: "+91", phone_number: "9876543210" },
        { user_id: "ravi", country_code: "+91", phone_number: "9812345678" },
      ];
      const { client } = inMemory(world, { customers, windowOpen: ["919876543210"] });
      const { type, data } = TEXT;
      await client.sendMessage({ userId: "asha", type, data });
      const error = await failureOf(client.sendMessage({ userId: "ravi", type, data }));
      assertError(error, world.api.WindowClosedError, { status: 400 });
    },
  },
  {
    name: "the simulator allows as many requests a minute as the plan",
    run: async ({ createSimulator }) => {
      const plans = /** @type {const} */ ([
        ["growth", 300],
        ["advanced", 600],
      ]);
      for (const [plan, limit] of plans) {
        let at = 0;
        const simulator = createSimulator({ plan, now: () => at });
        const send = () => simulator(request("/v1/public/message/", post(TEXT)));
        for (let sent = 0; sent < limit; sent += 1) assert.equal((await send()).status, 201);
        at = 45_500;
        const refused = await send();
        assert.equal(refused.status, 429);
        assert.equal(refused.headers.get("retry-after"), "15");
        at = 60_000;
        assert.equal((await send()).status, 201);
      }
    },
  },
  {
    name: "the simulator refuses what the operation's rules refuse",
    run: async ({ createSimulator }) => {
      const simulator = createSimulator();
      const zero = await simulator(
        request("/v1/public/message/", post({ ...TEXT, phoneNumber: "09876543210" })),
      );
      assert.equal(zero.status, 400);
      assert.deepEqual(await zero.json(), {
        result: false,
        message: "Phone Number & Country Code provided is invalid",
      });
      const long = await simulator(
        request("/v1/public/message/", post({ ...TEXT, callbackData: "x".repeat(513) })),
      );
      assert.equal(long.status, 400);
      assert.match(
        (await long.json()).message,
        /^Please correct the following error - callbackData: /,
      );
      const garbled = await simulator(
        request("/v1/public/message/", { method: "POST", body: '{"type":' }),
      );
      assert.equal(garbled.status, 400);
      assert.deepEqual(
        simulator.requests.map(({ body }) => typeof body),
        ["object", "object", "string"],
      );
    },
  },
  {
    name: "the simulator answers requests without a key with 401",
    run: async ({ createSimulator }) => {
      const simulator = createSimulator();
      const wrong = ["Bearer abc", "Basic a:b"].map((authorization) => ({ authorization }));
      for (const headers of [new Headers(), ...wrong]) {
        const response = await simulator(
          request("/v1/public/message/", { ...post(TEXT), headers }),
        );
        assert.equal(response.status, 401);
        assertHolds(await response.json(), { result: false });
      }
    },
  },
  {
    name: "the simulator answers unknown paths and methods with a page",
    run: async ({ createSimulator }) => {
      const simulator = createSimulator();
      const unknown = await simulator(request("/v1/public/messages/"));
      assert.equal(unknown.status, 404);
      assert.match(unknown.headers.get("content-type") ?? "", /^text\/html/);
      const wrong = await simulator(request("/v1/public/message/"));
      assert.equal(wrong.status, 405);
      assert.equal(wrong.headers.get("allow"), "POST");
      assert.deepEqual(
        simulator.requests.map(({ operation }) => operation),
        [null, null],
      );
    },
  },
  {
    name: "faults hit the requests that they are for, as often as they say",
    run: async (world) => {
      const { simulator, client } = inMemory(world);
      simulator.fault({ on: "trackUser", status: 503, times: 2 });
      simulator.fault({ on: ({ body }) => body.type === "Text", status: 429 });
      const user = { userId: "tea-lover-0042" };
      await client.sendMessage(TEMPLATE);
      assertError(await failureOf(client.sendMessage(TEXT)), world.api.RateLimitError, {});
      await client.sendMessage(TEXT);
      for (const status of [503, 503]) {
        assertError(await failureOf(client.trackUser(user)), world.api.ServerError, { status });
      }
      await client.trackUser(user);
    },
  },
  {
    name: "a network fault reaches the caller as a ConnectionError with its cause",
    run: async (world) => {
      const { simulator, client } = inMemory(world);
      simulator.fault({ error: "connection reset" });
      const error = await failureOf(client.sendMessage(TEXT));
      assertError(error, world.api.ConnectionError, {});
      assert.instanceOf(error.cause, TypeError);
      assert.equal(error.cause.message, "connection reset");
      assertHolds(simulator.requests, [{ status: null }]);
    },
  },
  {
    name: "a hanging fault ends with the request's signal",
    run: async (world) => {
      const { simulator, client } = inMemory(world);
      simulator.fault({ hang: true });
      const error = await failureOf(client.sendMessage(TEXT, { timeoutMs: 20 }));
      assertError(error, world.api.TimeoutError, {});
    },
  },
  {
    name: "a late answer is the ordinary one, unless the signal comes first",
    run: async (world) => {
      const { simulator, client } = inMemory(world);
      simulator.fault({ delayMs: 1 });
      assertHolds(await client.sendMessage(TEXT), { result: true });
      simulator.fault({ delayMs: 600_000 });
      const error = await failureOf(client.sendMessage(TEXT, { timeoutMs: 20 }));
      assertError(error, world.api.TimeoutError, {});
    },
  },
];
