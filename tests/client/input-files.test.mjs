/** Files in an input. */
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { listTemplates, uploadMedia } from "interakt-wasm";

/** Properties that count how often they are looked at, and change with each look. */
function changing() {
  /** @type {Record<string, number>} */
  const looks = { file: 0, fileName: 0, type: 0 };
  const look = (/** @type {string} */ name) => {
    looks[name] = Number(looks[name]) + 1;
    return Number(looks[name]);
  };
  const input = {
    get file() {
      return new Blob(["a".repeat(look("file"))], { type: "image/png" });
    },
    get fileName() {
      if (look("fileName") === 4) throw new Error("no");
      return `${looks.fileName}.png`;
    },
  };
  return { input, looks, look };
}

test("a file and its name are read once, so that what is validated is what is sent", async () => {
  for (let time = 0; time < 5; time += 1) {
    const { input, looks } = changing();
    const checked = uploadMedia.validate(input);
    assert.ok(checked.ok);
    assert.deepEqual([looks.file, looks.fileName], [1, 1]);
    assert.deepEqual(
      [checked.value.fileName, Reflect.get(checked.value.file, "size")],
      ["1.png", 1],
    );
    const { body } = uploadMedia.build(input);
    const sent = /** @type {File} */ (/** @type {FormData} */ (body).get("uploadFile"));
    assert.deepEqual([sent.name, sent.size, looks.file, looks.fileName], ["2.png", 2, 2, 2]);
  }
  class Upload {
    get file() {
      return new Blob(["a"], { type: "image/png" });
    }
    get fileName() {
      return "a.png";
    }
  }
  assert.ok(uploadMedia.validate(new Upload()).ok);
});

test("issues come in the order of the keys, also where one of them is called file", () => {
  const input = /** @type {any} */ ({ fileName: "a", file: "b", other: 1 });
  const { warnings } = listTemplates.validate(input);
  assert.deepEqual(
    warnings.map(({ path }) => path),
    [["fileName"], ["file"], ["other"]],
  );
});

test("a description cannot take the place of a file, not even at a second look", () => {
  let looks = 0;
  const input = {
    get file() {
      looks += 1;
      return looks === 1 ? "a.png" : { size: 3, type: "image/png", name: "a.png" };
    },
  };
  const result = uploadMedia.validate(/** @type {any} */ (input));
  assert.ok(!result.ok);
});

test("a file may be a Blob, a File or bytes of any kind", async () => {
  const bytes = new TextEncoder().encode("abc");
  for (const [input, name, type] of /** @type {[any, string, string][]} */ ([
    [{ file: new Blob([bytes], { type: "image/png" }), fileName: "a.png" }, "a.png", "image/png"],
    [{ file: new File([bytes], "b.png", { type: "image/png" }) }, "b.png", "image/png"],
    [{ file: new File([bytes], "b.png"), fileName: "c.png" }, "c.png", ""],
    [{ file: bytes, fileName: "d.png" }, "d.png", ""],
    [{ file: bytes.buffer, fileName: "d.png" }, "d.png", ""],
    [{ file: Buffer.from("abc"), fileName: "d.png" }, "d.png", ""],
    [{ file: vm.runInNewContext("new Uint8Array([97, 98, 99])"), fileName: "d.png" }, "d.png", ""],
    [{ file: bytes }, "file", ""],
  ])) {
    const result = uploadMedia.validate(input);
    assert.ok(result.ok);
    assert.deepEqual(result.value, input);
    assert.equal(result.value.file, input.file);
    const { body, headers } = uploadMedia.build(input);
    assert.ok(body instanceof FormData);
    assert.deepEqual(headers, {});
    const file = /** @type {File} */ (body.get("uploadFile"));
    assert.equal(file.name, name);
    assert.equal(await file.text(), "abc");
    if (type) assert.equal(file.type, type);
  }
});

test("a file is known where its class does not name it, as in Workers before 2024-09-26", () => {
  for (const file of [new Blob(["abc"]), new File(["abc"], "b.png")]) {
    Object.defineProperty(file, Symbol.toStringTag, { value: undefined });
    const input = { file, fileName: "a.png" };
    assert.ok(uploadMedia.validate(input).ok);
    assert.ok(uploadMedia.build(input).body instanceof FormData);
  }
});

test("what is no file is an issue", () => {
  for (const file of ["a.png", 7, null, true, [], {}, { size: 3, type: "image/png" }]) {
    const result = uploadMedia.validate({ file });
    assert.ok(!result.ok);
    assert.deepEqual(
      result.issues.map(({ code, path }) => [code, path]),
      [["type.expected", ["file"]]],
    );
  }
  const empty = uploadMedia.validate({ file: new Blob([], { type: "image/png" }) });
  assert.ok(!empty.ok);
  assert.deepEqual(
    empty.issues.map(({ code }) => code),
    ["file.empty"],
  );
});
