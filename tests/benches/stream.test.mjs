import assert from "node:assert/strict";
import { test } from "node:test";
import { checkRows } from "interakt-wasm/bulk";
import { OPTIONS, pieces, streamOf, wrongOf } from "../../benches/stream.mjs";

const COUNT = 1200;

for (const format of /** @type {const} */ (["ndjson", "csv"])) {
  test(`the rows of ${format} are good but for those that are meant to be wrong, and none twice`, async () => {
    const { rows, ready, refused, warned } = await checkRows(
      streamOf(format, COUNT),
      OPTIONS[format],
    ).run();
    const wrong = wrongOf(COUNT);
    assert.deepEqual(
      { rows, ready, refused, warned },
      {
        ...{ rows: COUNT, ready: COUNT - wrong, refused: wrong, warned: 0 },
      },
    );
  });
}

test("a row of NDJSON has about 300 bytes", () => {
  const { length } = new TextEncoder().encode([...pieces("ndjson", COUNT)].join(""));
  assert.ok(Math.abs(length / COUNT - 300) < 30, `${length / COUNT}`);
});
