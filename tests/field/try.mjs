/** node tests/field/try.mjs ENGINE [words…]: runs the cases whose names have the words, and says what fails. */
import { performField } from "./perform.mjs";

const [engine = "chromium", ...words] = process.argv.slice(2);
const start = Date.now();
let [passed, failed] = [0, 0];
await performField(/** @type {any} */ (engine), async ({ topic, name, cannot, run }) => {
  const what = `${topic}: ${name}`;
  if (!words.every((word) => what.includes(word))) return;
  if (cannot) return console.log(`CANNOT ${what} (${cannot})`);
  const t = Date.now();
  await run().then(
    () => {
      passed += 1;
      if (process.env.ALL) console.log(`ok     ${what} ${Date.now() - t} ms`);
    },
    (error) => {
      failed += 1;
      console.log(
        `FAILED ${what} ${Date.now() - t} ms\n    ${String(error.message).replaceAll("\n", "\n    ")}`,
      );
    },
  );
});
console.log(`${passed} passed, ${failed} failed, ${Date.now() - start} ms`);
process.exit(0);
