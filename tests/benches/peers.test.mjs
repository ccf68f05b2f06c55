import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceOf } from "../../benches/peers/source.mjs";
import { VALIBOT } from "../../benches/peers/valibot.mjs";
import { PEERS, writePeers } from "../../benches/peers/write.mjs";
import { ZOD } from "../../benches/peers/zod.mjs";

const TEA = {
  type: "object",
  properties: {
    kind: { const: "tea" },
    name: { type: "string", minLength: 1, maxLength: 9, pattern: "^[a-z/]+$" },
    grams: { type: "integer", minimum: 50 },
  },
  required: ["kind", "name"],
};

const DESCRIBED = {
  shared: new Map([["Tea", TEA]]),
  operations: new Map([["order", { type: "array", items: { $ref: "#/$defs/Tea" }, minItems: 1 }]]),
};

test("a schema is said as one writes it with zod", () => {
  assert.match(
    sourceOf(DESCRIBED, ZOD),
    /const Tea = z\.object\(\{ kind: z\.literal\("tea"\), name: z\.string\(\)\.min\(1\)\.max\(9\)\.regex\(\/\^\[a-z\\\/\]\+\$\/u\), grams: z\.int\(\)\.min\(50\)\.optional\(\) \}\);/,
  );
  assert.match(sourceOf(DESCRIBED, ZOD), /order: z\.array\(Tea\)\.min\(1\)/);
});

test("a schema is said as one writes it with valibot", () => {
  assert.match(
    sourceOf(DESCRIBED, VALIBOT),
    /grams: v\.optional\(v\.pipe\(v\.number\(\), v\.integer\(\), v\.minValue\(50\)\)\)/,
  );
});

test("a schema of a kind that is not known is an error", () => {
  assert.throws(
    () => sourceOf({ shared: new Map(), operations: new Map([["a", { maxLength: 1 }]]) }, ZOD),
    /what is \{"maxLength":1\}/,
  );
});

const peers = await writePeers(["sendMessage"], "test");
const TO = { countryCode: "+91", phoneNumber: "9876543210" };
const TEXT = { type: "Text", data: { message: "Hi" } };

for (const name of PEERS) {
  test(`with ${name} a message is good where one way says for whom it is`, () => {
    const { check } = peers[name];
    assert.ok(check("sendMessage", { ...TO, ...TEXT }));
    assert.ok(check("sendMessage", { fullPhoneNumber: "919876543210", ...TEXT }));
    assert.ok(!check("sendMessage", { ...TO, fullPhoneNumber: "919876543210", ...TEXT }));
    assert.ok(!check("sendMessage", TEXT));
    assert.ok(!check("sendMessage", { ...TO, type: "Text", data: { message: "" } }));
  });

  test(`with ${name} what is wrong is told in words, with its place`, () => {
    const found = peers[name].explain("sendMessage", {
      ...TO,
      type: "Text",
      data: { message: "" },
    });
    assert.ok(found.some(([place, words]) => /data.message$/.test(place) && words.length > 0));
    assert.deepEqual(peers[name].explain("sendMessage", { ...TO, ...TEXT }), []);
  });
}
