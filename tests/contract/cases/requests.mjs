/** What goes over the wire is what was asked for, and what comes back is not cut down. */
import { assert } from "chai";
import { assertError, assertHolds, clientOf, failureOf, KEY, TEXT } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */

/** @type {Case[]} */
export const requestCases = [
  {
    name: "listUsers carries offset and limit in the query and filters in the body",
    run: async (world) => {
      const customers = ["Asha", "Ravi", "Meena"].map((name) => ({ traits: { name } }));
      await world.remote.setup({ customers });
      const filters = [{ trait: "created_at_utc", op: "gt", val: "2020-01-01T00:00:00Z" }];
      const answer = await clientOf(world).listUsers({ filters, offset: 1, limit: 1 });
      assertHolds(answer.data, {
        total_customers: 3,
        offset: 1,
        limit: 1,
        has_next_page: true,
        customers: [{ traits: { name: "Ravi" } }],
      });
      const [{ url, body }] = await world.remote.requests();
      assert.equal(new URL(url).search, "?offset=1&limit=1");
      assert.deepEqual(body, { filters });
    },
  },
  {
    name: "values in the path are percent-encoded",
    run: async (world) => {
      const userId = "tea & lemon/50%?#é";
      await world.remote.setup({ customers: [{ user_id: userId }] });
      const { data } = await clientOf(world).getUserById({ userId });
      assert.equal(data.customers[0].user_id, userId);
      const [{ url }] = await world.remote.requests();
      assert.equal(
        new URL(url).pathname,
        "/v1/public/apis/users/id/tea%20%26%20lemon%2F50%25%3F%23%C3%A9",
      );
    },
  },
  {
    name: "values in the query are percent-encoded",
    run: async (world) => {
      await world.remote.setup({ templates: [] });
      await clientOf(world).listTemplates({ template_name: "50% off & more", language: "all" });
      const [{ url }] = await world.remote.requests();
      assert.equal(new URL(url).searchParams.get("template_name"), "50% off & more");
    },
  },
  {
    name: "an uploaded file arrives byte for byte",
    run: async (world) => {
      await world.remote.setup();
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      const file = new Blob([bytes], { type: "image/png" });
      const { data } = await clientOf(world).uploadMedia({ file, fileName: "every byte é.png" });
      assert.equal(data.file_name, "every byte é.png");
      const [{ body, headers, url }] = await world.remote.requests();
      assert.deepEqual(body.uploadFile, {
        name: "every byte é.png",
        type: "image/png",
        bytes: [...bytes],
      });
      assert.match(headers["content-type"], /^multipart\/form-data; ?boundary=/);
      assert.equal(new URL(url).search, "?fileCategory=message_template_media");
    },
  },
  {
    name: "a file and its name are read once",
    run: async (world) => {
      await world.remote.setup();
      const looks = { file: 0, fileName: 0 };
      const input = {
        get file() {
          looks.file += 1;
          return new Blob(["a".repeat(looks.file)], { type: "image/png" });
        },
        get fileName() {
          looks.fileName += 1;
          return `${looks.fileName}.png`;
        },
      };
      await clientOf(world).uploadMedia(input);
      assert.deepEqual(looks, { file: 1, fileName: 1 });
      const [{ body }] = await world.remote.requests();
      assertHolds(body.uploadFile, { name: "1.png", bytes: [97] });
    },
  },
  {
    name: "bytes are uploaded like a file",
    run: async (world) => {
      await world.remote.setup();
      const file = Uint8Array.of(0, 255, 13, 10, 45, 45);
      await clientOf(world).uploadMedia({ file, fileName: "crop.png" });
      const [{ body }] = await world.remote.requests();
      assertHolds(body.uploadFile, { name: "crop.png", bytes: [...file] });
    },
  },
  {
    name: "the key goes out unchanged and is kept nowhere",
    run: async (world) => {
      await world.remote.setup({ apiKey: KEY });
      await clientOf(world).sendMessage(TEXT);
      const [{ headers }] = await world.remote.requests();
      assert.equal(headers.authorization, "[redacted]");
      const { headers: built } = world.api.sendMessage.build(TEXT, { apiKey: KEY });
      assert.equal(new Headers(built).get("authorization"), `Basic ${KEY}`);
    },
  },
  {
    name: "the body is the input as JSON, keys in their order",
    run: async (world) => {
      const request = world.api.sendMessage.build(TEXT, { apiKey: KEY });
      assertHolds(request, {
        operation: "sendMessage",
        method: "POST",
        url: "https://api.interakt.ai/v1/public/message/",
        body: JSON.stringify(TEXT),
        warnings: [],
      });
      await world.remote.setup();
      await clientOf(world).sendMessage(TEXT);
      const [{ body, headers }] = await world.remote.requests();
      assert.equal(JSON.stringify(body), JSON.stringify(TEXT));
      assert.match(headers["content-type"], /^application\/json/);
    },
  },
  {
    name: "undefined fields stay away and a Date is sent as an ISO string",
    run: async (world) => {
      await world.remote.setup();
      const createdAt = new Date(Date.UTC(2026, 0, 15));
      await clientOf(world).trackUser({ userId: "tea-lover-0042", createdAt, tags: undefined });
      const [{ body }] = await world.remote.requests();
      assert.deepEqual(body, { userId: "tea-lover-0042", createdAt: "2026-01-15T00:00:00.000Z" });
    },
  },
  {
    name: "fields of an answer that nobody knows are kept",
    run: async (world) => {
      const body = { result: true, message: "ok", id: "1", queue: { name: "fast", place: 3 } };
      await world.remote.setup({}, [{ status: 201, body }]);
      assert.deepEqual(await clientOf(world).sendMessage(TEXT), body);
    },
  },
  {
    name: "an unknown key of an input is reported with the nearest known one",
    run: async (world) => {
      const { issues } = world.api.sendMessage.validate({ ...TEXT, callbackdata: "x" });
      assertHolds(issues, [
        { code: "object.unknown_key", path: ["callbackdata"], severity: "error" },
      ]);
      assert.include(JSON.stringify(issues[0].params), "callbackData");
    },
  },
  {
    name: "a warning is reported and never blocks",
    run: async (world) => {
      const input = { ...TEXT, countryCode: "91" };
      const checked = world.api.sendMessage.validate(input);
      assert.isTrue(checked.ok);
      assertHolds(checked.warnings, [
        { code: "country_code.missing_plus", path: ["countryCode"], severity: "warning" },
      ]);
      const { warnings } = world.api.sendMessage.build(input, { apiKey: KEY });
      assert.deepEqual(warnings, checked.warnings);
      await world.remote.setup();
      assertHolds(await clientOf(world).sendMessage(input), { result: true });
    },
  },
  {
    name: "the Standard Schema interface reports the issues of validate",
    run: async ({ api }) => {
      const input = { ...TEXT, phoneNumber: "09876543210", callbackData: "x".repeat(513) };
      const { issues } = await api.sendMessage["~standard"].validate(input);
      assert.lengthOf(issues, 2);
      assert.deepEqual(issues, api.sendMessage.validate(input).issues);
      assert.deepEqual(await api.sendMessage["~standard"].validate(TEXT), { value: TEXT });
    },
  },
  {
    name: "warnings about what was sent come with the answer and to the hook",
    run: async (world) => {
      await world.remote.setup();
      /** @type {any[]} */
      const told = [];
      const onWarning = (/** @type {any} */ event) => told.push(event);
      const filters = [{ trait: "created_at_utc", op: "gt", val: "2020-01-01T00:00:00Z" }];
      const answered = clientOf(world, { onWarning }).listUsers({ filters, limit: 101 });
      const { warnings } = (await answered.withResponse()).response;
      assertHolds(warnings, [{ path: ["limit"], severity: "warning" }]);
      assert.deepEqual(told, [
        {
          ...{ operation: "listUsers", method: "POST", path: "/v1/public/apis/users/" },
          warnings,
        },
      ]);
    },
  },
  {
    name: "a path as baseUrl is one of the page's server, and refused where there is no page",
    run: async ({ api }) => {
      /** @type {string[]} */
      const urls = [];
      const fetch = async (/** @type {Request} */ { url }) => {
        urls.push(url);
        return Response.json({ result: true });
      };
      const send = async () => new api.Interakt({ baseUrl: "/tea", fetch }).sendMessage(TEXT);
      const { location } = /** @type {any} */ (globalThis);
      if (location === undefined) {
        assertError(await failureOf(send), api.ConfigurationError, { code: "base_url_invalid" });
      } else {
        await send();
        assert.deepEqual(urls, [`${location.origin}/tea/v1/public/message/`]);
      }
    },
  },
  ...unserializable(),
];

/** @returns {Case[]} */
function unserializable() {
  const cycle = { ...TEXT, data: /** @type {any} */ ({ message: "Hi" }) };
  cycle.data.self = cycle;
  const throwing = {
    get type() {
      throw new Error("no type today");
    },
  };
  /** @type {[what: string, value: unknown, path: (string | number)[]][]} */
  const values = [
    ["a cycle", cycle, ["data", "self"]],
    ["a BigInt", { ...TEXT, data: { message: 10n } }, ["data", "message"]],
    ["a function", () => TEXT, []],
    ["a throwing getter", throwing, ["type"]],
    ["NaN", { ...TEXT, callbackData: Number.NaN }, ["callbackData"]],
    ["an invalid Date", { ...TEXT, callbackData: new Date(Number.NaN) }, ["callbackData"]],
    ["a function as a value", { ...TEXT, data: { message: () => {} } }, ["data", "message"]],
    ["a Map", { ...TEXT, data: new Map([["message", "Hi"]]) }, ["data"]],
    ["a promise", { ...TEXT, data: Promise.resolve({ message: "Hi" }) }, ["data"]],
    ["bytes", { ...TEXT, data: { message: new Uint8Array(2) } }, ["data", "message"]],
    ["a hole in a list", { ...TEXT, data: { message: new Array(1) } }, ["data", "message", 0]],
    ["half a character in a key", { ...TEXT, "cut\ud83d": 1 }, ["cut\ud83d"]],
  ];
  return values.map(([what, value, path]) => ({
    name: `${what} is reported as json.unserializable`,
    run: async (world) => {
      const checked = world.api.sendMessage.validate(value);
      assert.isFalse(checked.ok);
      assertHolds(checked.issues, [{ code: "json.unserializable", path, severity: "error" }]);
      const error = await failureOf(clientOf(world).sendMessage(value));
      assertError(error, world.api.ValidationError, {});
    },
  }));
}
