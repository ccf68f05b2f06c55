/** What strangers can send to a form: any names, as many as they like. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { flatten, formOf, sendMessage, trackUser } from "interakt-wasm/forms";

const form = formOf(trackUser);

test("names that objects have of their own do no harm", () => {
  for (const name of [
    "__proto__",
    "__proto__.polluted",
    "constructor.prototype.polluted",
    "traits.__proto__.polluted",
    'traits["__proto__"]',
    "tags.__proto__[0]",
    "hasOwnProperty",
    "toJSON",
    "valueOf.call",
  ]) {
    const checked = form.validate(
      new URLSearchParams([
        ["userId", "1"],
        [name, "x"],
      ]),
    );
    assert.equal(/** @type {any} */ ({}).polluted, undefined, name);
    assert.equal(/** @type {any} */ ([]).polluted, undefined, name);
    if (checked.ok) assert.equal(Object.getPrototypeOf(checked.value), Object.prototype, name);
    flatten(checked.ok ? checked.warnings : checked.issues);
  }
});

test("an index as great as can be costs nothing", () => {
  for (const index of ["999999999", "4294967295", "999999999999999"]) {
    const checked = form.validate(
      new URLSearchParams([
        ["userId", "1"],
        [`tags[${index}]`, "b"],
        ["tags[3]", "a"],
      ]),
    );
    assert.deepEqual(checked.ok && checked.value.tags, ["a", "b"]);
  }
});

test("a name of any depth is a name", () => {
  const deep = `a${".a".repeat(100_000)}`;
  const indexes = `a${"[0]".repeat(100_000)}`;
  for (const name of [
    deep,
    indexes,
    "[".repeat(100_000),
    ".".repeat(100_000),
    '["'.repeat(50_000),
  ]) {
    const checked = form.validate(
      new URLSearchParams([
        ["userId", "1"],
        [name, "x"],
      ]),
    );
    assert.deepEqual(checked.ok && checked.value, { userId: "1" });
  }
});

test("objects of any depth, and in a circle, are refused and not followed", () => {
  /** @type {any} */
  const circle = { traits: {} };
  circle.traits.again = circle;
  assert.equal(form.validate(circle).ok, false);
  /** @type {any} */
  let deep = {};
  for (let depth = 0; depth < 100_000; depth += 1) deep = { traits: deep };
  assert.equal(form.validate(deep).ok, false);
});

test("whatever an object does when it is read, there is a verdict", () => {
  const asked = formOf(trackUser, {
    fields: { mobile: "phone", country: "phone.country", name: "traits.name", tags: "tags" },
  });
  const throws = () => {
    throw new Error("mine");
  };
  const circle = /** @type {any} */ ({});
  circle.one = circle;
  circle.two = circle;
  const deep = JSON.parse("[".repeat(50_000) + "]".repeat(50_000));
  for (const value of [
    Object.create(null),
    { toString: 1 },
    { toString: throws },
    { [Symbol.toStringTag]: "File", size: 0, name: throws },
    Object.defineProperty({}, "a", { enumerable: true, get: throws }),
    new Proxy({}, { get: throws, ownKeys: throws, getPrototypeOf: throws }),
    Symbol("mine"),
    circle,
    deep,
  ]) {
    for (const name of ["mobile", "country", "name", "tags", "phone", "traits"]) {
      const values = { mobile: "+919876543210", phone: "+919876543210", [name]: value };
      for (const checks of [asked, form])
        assert.equal(typeof checks.validate(values).ok, "boolean");
    }
    for (const checks of [asked, form]) {
      assert.equal(checks.validate(/** @type {any} */ (value)).ok, false);
    }
  }
});

test("a long text that is nearly a number is read in one go", () => {
  const asked = formOf(trackUser, { fields: { age: { to: "traits.age", as: "number" } } });
  const checked = asked.validate({ age: `${"1".repeat(3_000_000)}x` });
  assert.ok(!checked.ok && checked.issues.some(({ code }) => code === "type.expected"));
});

test("a name that Interakt does not know is not sent among names that are", () => {
  const template = formOf(sendMessage.kinds.Template);
  const query = "phone=%2B919876543210&template[0]=secret&template.name=a&template.languageCode=en";
  const checked = template.validate(new URLSearchParams(query));
  assert.deepEqual(checked.ok && checked.value.template, { name: "a", languageCode: "en" });
});

test("many names, and one name many times, are read", () => {
  const pairs = Array.from({ length: 20_000 }, (_, index) => [`x${index}`, "y"]);
  const many = Array.from({ length: 20_000 }, () => ["tags", "y"]);
  const checked = form.validate(new URLSearchParams([["userId", "1"], ...pairs, ...many]));
  assert.equal(checked.ok && checked.value.tags?.length, 20_000);
});

const STEP = fc.oneof(
  fc.constantFrom("", ".", "[", "]", '"', "[0]", "[1]", '["a.b"]', "__proto__", "constructor"),
  fc.constantFrom("traits", "name", "tags", "template", "bodyValues", "data", "message", "phone"),
  fc.string({ maxLength: 4 }),
);
const NAME = fc.array(STEP, { maxLength: 6 }).map((steps) => steps.join("."));
const VALUE = fc.oneof(
  fc.constantFrom("", " ", "on", "12", "1.5", "+91 98765 43210", "x\r\ny"),
  fc.string({ maxLength: 8 }),
);

test("whatever is sent has a verdict, and what passes is the same again", () => {
  const forms = [form, formOf(sendMessage, { fixed: { type: "Text" }, defaultCountry: "IN" })];
  fc.assert(
    fc.property(fc.array(fc.tuple(NAME, VALUE), { maxLength: 12 }), (pairs) => {
      for (const each of forms) {
        const checked = each.validate(new URLSearchParams(pairs));
        const data = new FormData();
        for (const [name, value] of pairs) data.append(name, value);
        assert.deepEqual(checked, each.validate(data));
        flatten(checked.ok ? checked.warnings : checked.issues);
        if (!checked.ok) assert.notEqual(checked.issues.length, 0);
        else if (each === form) assert.equal(trackUser.validate(checked.value).ok, true);
        else assert.equal(sendMessage.validate(checked.value).ok, true);
      }
    }),
    { numRuns: 500 },
  );
});

test("a form with fields finds the same as the validator, and loses none of it", () => {
  const fields = /** @type {const} */ ({
    a: "userId",
    b: "traits.name",
    c: "tags",
    d: "createdAt",
    e: "add_to_sales_cycle",
  });
  const mapped = formOf(trackUser, { fields });
  const given = fc.record(
    { a: VALUE, b: VALUE, c: VALUE, d: VALUE, e: VALUE },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(given, (values) => {
      const byPath = Object.entries(values).map(([name, value]) => [
        fields[/** @type {keyof typeof fields} */ (name)],
        value,
      ]);
      const one = mapped.validate(values);
      const other = form.validate(Object.fromEntries(byPath));
      assert.equal(one.ok, other.ok);
      const codes = (/** @type {typeof one} */ checked) =>
        (checked.ok ? [] : checked.issues.map(({ code }) => code)).sort();
      assert.deepEqual(codes(one), codes(other));
      if (one.ok && other.ok) assert.deepEqual(one.value, other.value);
    }),
  );
});

test("a long list in a form changes nothing of what stands beside it", () => {
  for (const length of [9_999, 10_001]) {
    const orders = Array.from({ length }, (_, at) => `order-${at}`);
    const form = formOf(trackUser, { required: ["traits.whatsapp_opted_in"] });
    const traits = { age: "", whatsapp_opted_in: "on" };
    const checked = form.validate({ userId: "1", orders, traits });
    assert.ok(checked.ok);
    assert.deepEqual(checked.value, { userId: "1", traits: { whatsapp_opted_in: true } });
  }
});

test("a list that is in a form many times over is not copied as often", () => {
  const list = Array.from({ length: 20_000 }, (_, at) => at);
  let copies = 0;
  Object.defineProperty(list, "map", {
    value() {
      copies += 1;
      return [...this];
    },
  });
  const traits = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`k${at}`, list]));
  formOf(trackUser).validate({ userId: "1", traits });
  assert.ok(copies <= 1, `${copies}`);
});

/** @param {any} schema Counts its checks. */
function counted(schema) {
  const own = {
    checks: 0,
    ...{ name: schema.name, fixed: schema.fixed },
    validate(/** @type {unknown} */ input, /** @type {any} */ options) {
      own.checks += 1;
      return schema.validate(input, options);
    },
  };
  return own;
}

test("none of the names that Interakt does not know is sent, however many there are", () => {
  for (const [schema, base, around] of /** @type {const} */ ([
    [trackUser, { userId: "1" }, ""],
    [sendMessage.kinds.Text, { fullPhoneNumber: "919876543210", "data.message": "Hi" }, "data."],
  ])) {
    for (const many of [20_000, 60_000]) {
      const own = counted(schema);
      const form = formOf(/** @type {any} */ (own));
      const strangers = Array.from({ length: many }, (_, at) => [`${around}x${at}`, "secret"]);
      const pairs = [...strangers.slice(many / 2), ...Object.entries(base), ...strangers];
      const checked = form.validate(new URLSearchParams(pairs));
      const expected = around ? { ...base, type: "Text", data: { message: "Hi" } } : base;
      const { "data.message": _, ...rest } = /** @type {any} */ (expected);
      assert.deepEqual(checked.ok && checked.value, rest);
      // Each finds as many as fit, which grows with the input: they are no more for more names.
      assert.ok(own.checks <= 12, `${own.checks} checks of ${many} names`);
    }
  }
});

test("a form of which not all is told for its warnings is not sent: there can be any name in it", () => {
  const odd = Array.from({ length: 30_000 }, (_, at) => [`traits.t${at}`, "a\nb"]);
  const pairs = [["userId", "1"], ...odd, ["secret", "x"]];
  const checked = form.validate(new URLSearchParams(pairs));
  assert.ok(!checked.ok);
  assert.deepEqual(
    checked.issues.map(({ code, severity }) => [code, severity]),
    [["issues.not_listed", "error"]],
  );
});
