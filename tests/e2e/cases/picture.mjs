import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import test from "node:test";
import { PICTURE, SIZE, takePicture } from "../../../scripts/picture.mjs";
import { ROOT } from "../../../scripts/project.mjs";

/** It is loaded with every look at the README. */
const MOST_BYTES = 60 * 1024;

/**
 * @param {() => import("playwright-core").Browser} browser
 * @param {() => import("../desk.mjs").Desk} desk
 */
export function readmePicture(browser, desk) {
  test("the README shows a small picture of the console, which can be taken anew", async () => {
    const readme = await readFile(join(ROOT, "README.md"), "utf8");
    assert.match(
      readme,
      new RegExp(`^!\\[The console: .+\\]\\(${relative(ROOT, PICTURE)}\\)$`, "m"),
    );
    for (const bytes of [await readFile(PICTURE), await takePicture(browser(), desk().url)]) {
      assert.deepEqual(sizeOf(bytes), SIZE);
      assert.ok(bytes.length < MOST_BYTES, `it has ${bytes.length} bytes`);
    }
  });
}

/** @param {Buffer} bytes Of a WebP image, as Chromium writes it. @returns {typeof SIZE} */
function sizeOf(bytes) {
  assert.match(bytes.toString("latin1", 0, 16), /^RIFF[\s\S]{4}WEBPVP8X$/);
  return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
}
