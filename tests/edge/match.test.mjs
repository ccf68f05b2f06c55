/** Requests lead back to their operation and input, and nothing else does. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { getUserById, listTemplates, operations } from "interakt-wasm";
import { matchRequest } from "interakt-wasm/edge";
import openapi from "interakt-wasm/openapi.json" with { type: "json" };
import { Miniflare } from "miniflare";
import { readExamples } from "../schemas/values.mjs";
import { workerModules } from "../support/worker.mjs";
import { matchedStrangers, PREFIXES, roundTrip, STRANGE, strangeRequest } from "./match-cases.mjs";

/** A file of this size goes through a form; what is larger shows nothing more. */
const LARGE = 1_000_000;

/** Those that can be sent: more than a thousand. */
const sendable = (await readExamples()).filter(({ operation: name, value }) => {
  const operation = operations.find((one) => one.name === name);
  const { file } = value ?? {};
  if (name === "uploadMedia" && !(file?.base64 || file?.size < LARGE)) return false;
  const checkable = file?.base64 ? { ...value, file: new Blob(["f"], { type: file.type }) } : value;
  return operation?.validate(checkable).ok;
});

test("every operation's requests lead back to it and to an input that builds the same", async () => {
  const tried = new Set();
  for (const example of sendable) {
    for (const prefix of PREFIXES) {
      assert.equal(await roundTrip(example, prefix), null, example.name);
    }
    tried.add(example.operation);
  }
  assert.equal(tried.size, operations.length);
  assert.ok(sendable.length > 300, `${sendable.length} examples`);
});

test("what is written in another way is no operation's", async () => {
  for (const [name, strange] of Object.entries(STRANGE)) {
    const request = strangeRequest(strange);
    if (request) assert.equal(await matchRequest(request), null, name);
  }
});

test("each of them would match but for what is strange about it", async () => {
  const request = strangeRequest({});
  assert.deepEqual(request && (await matchRequest(request)), {
    operation: "sendMessage",
    input: {},
  });
});

test("it is the same in workerd", async (t) => {
  const entry = fileURLToPath(new URL("match-worker.mjs", import.meta.url));
  const miniflare = new Miniflare({
    modules: await workerModules(entry),
    compatibilityDate: "2026-01-01",
  });
  t.after(() => miniflare.dispose());
  const strangers = await miniflare.dispatchFetch("http://worker/");
  assert.deepEqual(await strangers.json(), await matchedStrangers());
  for (const prefix of PREFIXES) {
    const response = await miniflare.dispatchFetch("http://worker/", {
      method: "POST",
      body: JSON.stringify({ examples: sendable, prefix }),
    });
    assert.deepEqual(await response.json(), { problems: [], tried: sendable.length });
  }
});

test("ids and texts of any signs come back as they were", async () => {
  const text = fc.string({ unit: "binary", minLength: 1 });
  await fc.assert(
    fc.asyncProperty(text, fc.nat(), async (text, offset) => {
      fc.pre(getUserById.validate({ userId: text }).ok);
      const byId = getUserById.build({ userId: text }, { baseUrl: "https://a.example/p" });
      assert.deepEqual(await matchRequest(new Request(byId.url, byId)), {
        operation: "getUserById",
        input: { userId: text },
      });
      const filters = { template_name: text, offset };
      const list = listTemplates.build(filters, { baseUrl: "https://a.example/p" });
      assert.deepEqual(await matchRequest(new Request(list.url, list)), {
        operation: "listTemplates",
        input: filters,
      });
    }),
  );
});

test("no path that a person or a program makes up matches without being one of the package's", async () => {
  const own = operations.map(({ path }) => path.replace(/\{.+\}/, "a"));
  const pieces = fc.constantFrom(
    ...["/", "//", "%2f", "%2e", "..", ".", "\\", ";", "%00", "v1", "public", "message", "?", "#"],
    ...["a", "%61", "%25", "users", "id", "apis", " ", "\t", "é"],
    ...own,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 6 }), async (parts) => {
      const url = new URL(`https://a.example/${parts.join("")}`);
      for (const method of ["GET", "POST"]) {
        const headers = { "content-type": "application/json" };
        const body = method === "POST" ? "{}" : undefined;
        const matched = await matchRequest(new Request(url, { method, headers, body }));
        if (!matched) continue;
        const { pathname } = url;
        const operation = operations.find(({ name }) => name === matched.operation);
        const [head = "", field] = operation?.path.split("{") ?? [];
        const at = pathname.lastIndexOf(head);
        assert.ok(at >= 0 && !pathname.slice(0, at).includes("//"), pathname);
        const rest = pathname.slice(at + head.length);
        assert.ok(field ? rest !== "" && !rest.includes("/") : rest === "", pathname);
        assert.equal(operation?.method, method);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("a number in a query that is none stays what it is, for the rules to complain about", async () => {
  const url = "https://a.example/v1/public/track/organization/templates?offset=";
  for (const [text, offset] of [
    ["7", 7],
    ["-1", -1],
    ["1.5", 1.5],
    ["1e%2B21", 1e21],
    ["007", "007"],
    ["", ""],
    ["0x10", "0x10"],
  ]) {
    assert.deepEqual(await matchRequest(new Request(url + text)), {
      operation: "listTemplates",
      input: { offset },
    });
  }
});

test("no more of a body is read than is allowed, whatever its length is said to be", async () => {
  for (const length of [undefined, "10", "x"]) {
    let given = 0;
    const body = new ReadableStream({
      pull(controller) {
        given += 1024;
        controller.enqueue(new Uint8Array(1024).fill(0x20));
      },
    });
    const init = {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(length !== undefined && { "content-length": length }),
      },
      body,
      duplex: "half",
    };
    const request = new Request("https://a.example/v1/public/message/", init);
    assert.equal(await matchRequest(request, { maxBytes: 10_000 }), null);
    assert.ok(given < 20_000, `${given} bytes were read`);
  }
});

test("each key that the API's description has in a query is found again, and no other", async () => {
  for (const [path, methods] of Object.entries(openapi.paths)) {
    for (const [method, described] of Object.entries(methods)) {
      const { operationId, parameters = [] } = /** @type {any} */ (described);
      /** @type {{ name: string, in: string, schema: any }[]} */
      const inQuery = parameters.filter((/** @type {any} */ one) => one.in === "query");
      const values = inQuery.map(({ name, schema }) => {
        return [name, schema.const ?? schema.enum?.[0] ?? (schema.type === "integer" ? 3 : "a")];
      });
      const query = new URLSearchParams(values.map(([name, value]) => [name, String(value)]));
      const url = `https://a.example${path.replace(/\{.+\}/, "a")}?${query}`;
      const json = { "content-type": "application/json" };
      const init = {
        method: method.toUpperCase(),
        ...(method === "post" && { headers: json, body: "{}" }),
      };
      if (operationId === "uploadMedia") {
        const form = new FormData();
        form.append("uploadFile", new Blob(["f"]), "f.png");
        Object.assign(init, { headers: {}, body: form });
      }
      const matched = await matchRequest(new Request(url, init));
      assert.equal(matched?.operation, operationId);
      const found = { .../** @type {any} */ (matched?.input) };
      for (const [name, value] of values) {
        if (operationId !== "uploadMedia") assert.equal(found[name], value, name);
      }
      const more = `${url}${values.length > 0 ? "&" : ""}one_more=1`;
      assert.equal(await matchRequest(new Request(more, init)), null);
    }
  }
});

/** Of a header of 2 MB: whoever looks at each space for each other never comes to an end. */
const SPACES = " ".repeat(2_000_000);

test("a type of content is read once, however many spaces it has", async () => {
  const json = "application/json";
  /** @type {[type: string, isRead: boolean][]} */
  const types = [
    ...[json, `${json};`, `${json} ; charset=utf-8`, `${json};CHARSET = "UTF-8" ; `].map(
      (type) => /** @type {[string, boolean]} */ ([type, true]),
    ),
    ...[`${json};;`, `${json}; charset=utf-7`, `${json} charset=utf-8`, `${json}; a=b`].map(
      (type) => /** @type {[string, boolean]} */ ([type, false]),
    ),
    ...[json, `${json};`, `${json};charset`, `${json};charset=`, `${json};charset=utf-8`].map(
      (type) => /** @type {[string, boolean]} */ ([`${type}${SPACES}x`, false]),
    ),
    [`${json};charset=utf-8;${SPACES}x`, false],
    [`${json}${SPACES};${SPACES}charset${SPACES}=${SPACES}utf-8${SPACES};`, true],
    [`multipart/form-data${SPACES};${SPACES}x`, false],
  ];
  for (const [type, isRead] of types) {
    const request = new Request("https://shop.example/v1/public/message/", {
      method: "POST",
      headers: { "content-type": type },
      body: "{}",
    });
    const matched = await matchRequest(request);
    assert.equal(matched !== null, isRead, type.replaceAll(SPACES, "(spaces)"));
  }
});
