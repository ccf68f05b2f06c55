/**
 * Runs some of the cases in one browser, and says what does not hold:
 * `node tests/field/try.mjs firefox pasting "in brackets"` runs those that have all these words.
 */
import { performField } from "./perform.mjs";

const [engine = "chromium", ...words] = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };

await performField(
  /** @type {import("./engines.mjs").Engine} */ (engine),
  async ({ topic, name, cannot, run }) => {
    const what = `${topic}: ${name}`;
    if (!words.every((word) => what.includes(word))) return;
    if (cannot !== undefined) {
      console.log(`not driven  ${what} (${cannot})`);
      return;
    }
    try {
      await run();
      counts.passed += 1;
    } catch (error) {
      counts.failed += 1;
      const { message } = /** @type {Error} */ (error);
      console.log(`FAILED      ${what}\n${message.replace(/^/gm, "    ")}`);
    }
  },
);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
if (counts.failed > 0) process.exitCode = 1;
