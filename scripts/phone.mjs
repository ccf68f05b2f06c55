/**
 * `npm run phone -- <command>`: the tables of calling codes and the numbers that test them, made
 * with the Python version of Google's library. Nothing else needs Python.
 *
 *   generate                writes the tables in src/phone/
 *   labels                  writes tests/phone/labelled.txt, numbers with Google's verdicts,
 *                           tests/phone/texts.txt, texts with what it reads in them, and
 *                           tests/phone/written.txt, numbers as it writes them
 *   check                   fails when one of these files is not what would be written
 *   compare [count] [seed]  compares half a million numbers, or as many as are asked for
 *   read [count] [seed]     compares what is read in two hundred thousand texts
 *   write [count] [seed]    compares how a hundred thousand numbers are written, digit by digit too
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BUILD, main, ROOT, run, say, timed } from "./project.mjs";
import { ensurePython, ensureRust, ensureRustLinters } from "./toolchain.mjs";

const SCRIPTS = join(ROOT, "scripts", "phone");
const TABLES = join(ROOT, "src", "phone");
const LABELLED = join(ROOT, "tests", "phone", "labelled.txt");
const TEXTS = join(ROOT, "tests", "phone", "texts.txt");
const WRITTEN = join(ROOT, "tests", "phone", "written.txt");

/** Where `check` and `compare` write: inside the checkout, where rustfmt finds its settings. */
const SCRATCH = join(BUILD, "phone");

/**
 * @typedef {{ count: number, seed: number }} Drawn How many are drawn, at least, and by which seed.
 *
 * @typedef {object} Kind What is compared with Google's library.
 * @property {string} name As the program that compares calls it.
 * @property {string} script Writes them with what the library says.
 * @property {Drawn} compared What is compared unless told otherwise.
 */

/** @type {Kind} */
const NUMBERS = {
  name: "numbers",
  script: "label.py",
  compared: { count: 500_000, seed: 20261122 },
};

/** @type {Kind} */
const READ = { name: "texts", script: "read.py", compared: { count: 200_000, seed: 20261129 } };

/** @type {Kind} */
const FORMATS = {
  name: "formats",
  script: "writing.py",
  compared: { count: 120_000, seed: 20261129 },
};

/** The files that tests replay. @type {{ kind: Kind, drawn: Drawn, file: string }[]} */
const REPLAYED = [
  { kind: NUMBERS, drawn: { count: 25_000, seed: 1 }, file: LABELLED },
  { kind: READ, drawn: { count: 5_000, seed: 1 }, file: TEXTS },
  { kind: FORMATS, drawn: { count: 3_000, seed: 1 }, file: WRITTEN },
];

/** @type {Record<string, (...given: string[]) => Promise<void>>} */
const COMMANDS = {
  generate: () => generate(TABLES),
  async labels() {
    for (const { kind, drawn, file } of REPLAYED) await write(kind, drawn, file);
  },
  check,
  compare: (...given) => compare(NUMBERS, ...given),
  read: (...given) => compare(READ, ...given),
  write: (...given) => compare(FORMATS, ...given),
};

/** @param {string} folder */
async function generate(folder) {
  await ensureRustLinters(); // rustfmt
  await mkdir(folder, { recursive: true });
  await timed("writing the tables (under a minute)", () => python("generate.py", folder));
}

/**
 * @param {Kind} kind
 * @param {Drawn} drawn
 * @param {string} file
 */
async function write({ name, script }, { count, seed }, file) {
  await mkdir(dirname(file), { recursive: true });
  await timed(`asking Google's library for at least ${count} ${name} of seed ${seed}`, () =>
    python(script, `${count}`, `${seed}`, file),
  );
}

async function check() {
  await rm(SCRATCH, { recursive: true, force: true });
  const tables = join(SCRATCH, "tables");
  await generate(tables);
  const pairs = (await readdir(tables)).map((name) => [join(tables, name), join(TABLES, name)]);
  for (const { kind, drawn, file } of REPLAYED) {
    const fresh = join(SCRATCH, basename(file));
    await write(kind, drawn, fresh);
    pairs.push([fresh, file]);
  }
  for (const [fresh = "", present = ""] of pairs) {
    if (!(await readFile(fresh)).equals(await readFile(present))) {
      throw new Error(`${present} is not what would be written; compare it with ${fresh}`);
    }
  }
  say("tables and labels are what would be written");
}

/**
 * @param {Kind} kind
 * @param {string[]} given
 */
async function compare(kind, ...given) {
  const { name, compared } = kind;
  const [count = compared.count, seed = compared.seed] = given.map(Number);
  if (given.length > 2 || ![count, seed].every((number) => Number.isSafeInteger(number))) {
    throw new Error(`give a number of ${name} and a seed, in digits`);
  }
  const file = join(SCRATCH, `${name}.txt`);
  await write(kind, { count, seed }, file);
  await ensureRust();
  await timed("comparing", () =>
    run("cargo", ["run", "--quiet", "--bin", "phone_agreement", name, file]),
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
