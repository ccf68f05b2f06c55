/**
 * `npm run phone -- <command>`: the tables of calling codes and the numbers that test them, made
 * with the Python version of Google's library. Nothing else needs Python.
 *
 *   generate                writes the tables in src/phone/
 *   labels                  writes tests/phone/labelled.txt: numbers with Google's verdicts
 *   check                   fails when one of these files is not what would be written
 *   compare [count] [seed]  compares half a million numbers, or as many as are asked for
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BUILD, main, ROOT, run, say, timed } from "./project.mjs";
import { ensurePython, ensureRust, ensureRustLinters } from "./toolchain.mjs";

const SCRIPTS = join(ROOT, "scripts", "phone");
const TABLES = join(ROOT, "src", "phone");
const LABELLED = join(ROOT, "tests", "phone", "labelled.txt");

/** Where `check` and `compare` write: inside the checkout, where rustfmt finds its settings. */
const SCRATCH = join(BUILD, "phone");

/** How many numbers are labelled, at least, and the seed that they are drawn by. */
const LABELS = { count: 25_000, seed: 1 };

/** What `compare` takes unless told otherwise. */
const COMPARED = { count: 500_000, seed: 20261122 };

/** @type {Record<string, (...given: string[]) => Promise<void>>} */
const COMMANDS = {
  generate: () => generate(TABLES),
  labels: () => label(LABELS, LABELLED),
  check,
  compare,
};

/** @param {string} folder */
async function generate(folder) {
  await ensureRustLinters(); // rustfmt
  await mkdir(folder, { recursive: true });
  await timed("writing the tables (under a minute)", () => python("generate.py", folder));
}

/**
 * @param {{ count: number, seed: number }} numbers
 * @param {string} file
 */
async function label({ count, seed }, file) {
  await mkdir(dirname(file), { recursive: true });
  await timed(`labelling at least ${count} numbers of seed ${seed}`, () =>
    python("label.py", `${count}`, `${seed}`, file),
  );
}

async function check() {
  await rm(SCRATCH, { recursive: true, force: true });
  const [tables, labelled] = [join(SCRATCH, "tables"), join(SCRATCH, "labelled.txt")];
  await generate(tables);
  await label(LABELS, labelled);
  const pairs = (await readdir(tables)).map((name) => [join(tables, name), join(TABLES, name)]);
  for (const [fresh = "", present = ""] of [...pairs, [labelled, LABELLED]]) {
    if (!(await readFile(fresh)).equals(await readFile(present))) {
      throw new Error(`${present} is not what would be written; compare it with ${fresh}`);
    }
  }
  say("tables and labels are what would be written");
}

/** @param {string[]} given */
async function compare(...given) {
  const [count = COMPARED.count, seed = COMPARED.seed] = given.map(Number);
  if (given.length > 2 || ![count, seed].every((number) => Number.isSafeInteger(number))) {
    throw new Error("compare takes a number of numbers and a seed, in digits");
  }
  const labelled = join(SCRATCH, "compared.txt");
  await label({ count, seed }, labelled);
  await ensureRust();
  await timed("comparing", () =>
    run("cargo", ["run", "--quiet", "--bin", "phone_agreement", labelled]),
  );
}

/**
 * Runs one of the Python scripts.
 *
 * @param {string} script
 * @param {string[]} given
 */
async function python(script, ...given) {
  const program = await ensurePython(join(SCRIPTS, "requirements.txt"));
  // Without folders of compiled scripts among the sources.
  await run(program, ["-B", join(SCRIPTS, script), ...given]);
}

await main(async () => {
  const [name = "", ...given] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    throw new Error(`usage: npm run phone -- ${Object.keys(COMMANDS).join(" | ")} [count] [seed]`);
  }
  await command(...given);
});
