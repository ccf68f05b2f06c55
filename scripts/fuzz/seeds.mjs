/**
 * What fuzzing begins with: the inputs, answers, webhooks, texts and files of the other tests, in
 * the lines that tests/fuzz/targets/ reads, and a dictionary of the words in them.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../project.mjs";

const TESTS = join(ROOT, "tests");

/** Longer ones are slow to change, and say no more. */
const LONGEST = 2048;

/** The key that texts of servers repeat in some of the cases. */
const KEY = "c2VjcmV0LWtleTo=";

/**
 * Writes the seeds of each target into its folder, and the dictionary beside them.
 *
 * @param {string} folder
 * @returns {Promise<string>} The path of the dictionary.
 */
export async function writeSeeds(folder) {
  await rm(folder, { recursive: true, force: true });
  const seeds = await seedsOf();
  for (const [target, inputs] of Object.entries(seeds)) {
    await mkdir(join(folder, target), { recursive: true });
    const kept = [...new Map(inputs.map((input) => [input.toString("latin1"), input])).values()];
    for (const [at, input] of kept.filter(({ length }) => length <= LONGEST).entries()) {
      await writeFile(join(folder, target, String(at)), input);
    }
  }
  const dictionary = join(folder, "words.dict");
  const words = new Set((seeds.tape ?? []).flatMap((json) => wordsOf(json.toString())));
  await writeFile(dictionary, [...words].map((word) => `"${word}"\n`).join(""));
  return dictionary;
}

/**
 * The seeds of each target as tests/fuzz/targets/grown.rs has them: each short one with several of
 * its parts as what is repeated.
 *
 * @param {string} folder
 */
export async function writeCostSeeds(folder) {
  await rm(folder, { recursive: true, force: true });
  for (const [target, inputs] of Object.entries(await seedsOf())) {
    await mkdir(join(folder, target), { recursive: true });
    const short = inputs.filter(({ length }) => length > 4 && length < 254);
    const grown = short.flatMap((input) =>
      // As many of each seed, at places all over it.
      [...new Set([1, 2, 3, 4, 5].map((part) => placeIn(input, part / 6)))].map((start) => {
        const length = Math.max(1, input.indexOf(",", start + 1) + 1 - start);
        return Buffer.concat([Buffer.from([start, Math.min(length, 255)]), input]);
      }),
    );
    for (const [at, input] of grown.entries())
      await writeFile(join(folder, target, String(at)), input);
  }
}

/** Behind a comma or a bracket near a part of the whole. @param {Buffer} input @param {number} part */
function placeIn(input, part) {
  const text = input.toString("latin1");
  const from = Math.floor(input.length * part);
  return from + Math.max(0, text.slice(from).search(/[,[{\n]/) + 1);
}

/** Keys and short texts of ASCII letters, with their quotes. @param {string} json */
function wordsOf(json) {
  const words = json.match(/"[A-Za-z][A-Za-z0-9_ ]{1,30}"/g) ?? [];
  return words.map((word) => word.replaceAll('"', String.raw`\x22`));
}

/** @returns {Promise<Record<string, Buffer[]>>} */
async function seedsOf() {
  const cases = await tables("cases");
  const fixtures = await tables("fixtures");
  const inputs = [...cases, ...fixtures].filter(({ input, json }) => input ?? json);
  const bodies = fixtures.filter(({ name, body }) => name && typeof body === "object");
  const answers = fixtures.filter(({ status }) => status);
  const files = await rows();
  const texts = await phones();
  const text = (/** @type {any} */ { input, json }) => json ?? JSON.stringify(expanded(input));
  const answer = (/** @type {any} */ { operation, status, answer, body }) => {
    const said = answer ?? body ?? "";
    return `${operation} ${status}\n${KEY}\n${typeof said === "string" ? said : JSON.stringify(said)}`;
  };
  const echoes = [
    KEY,
    encodeURIComponent(KEY),
    "secret-key",
    btoa(KEY),
    '{"a":"c2VjcmV0LWtleTo\\u003d"}',
  ];
  const headers = "https://example.com/api|c2VjcmV0LWtleTo=|x-trace|1";
  return buffers({
    tape: [...inputs.map(text), ...bodies.map(({ body }) => JSON.stringify(body))],
    validate: inputs.map((given) => `${given.operation}\n${text(given)}`),
    request: inputs.flatMap((given) => [
      `${given.operation}\n\n${text(given)}`,
      `${given.operation}\n${headers}\n${text(given)}`,
    ]),
    packs: inputs.map(
      (given, at) => `\x01${String.fromCharCode(at & 127)}\x10\x08\x06${text(given)}`,
    ),
    answer: [
      ...answers.map(answer),
      ...echoes.map((echo) => `sendMessage 400  120\n${KEY}\n{"message":"Bad key ${echo}"}`),
      ...echoes.map(
        (echo) => `listTemplates 502 cut Wed, 21 Oct 2026 07:28:00 GMT\n${KEY}\n<p>${echo}`,
      ),
    ],
    webhook: bodies.map(({ body }) => JSON.stringify(body)),
    phone: texts,
    rows: files.flatMap((file) =>
      ["H,\x05", "I,\x05", "J;\x03", "L\t\x11"].map((way) => [way, "\n", file]),
    ),
    records: files.flatMap((file) => [",\x03", ";\x09", "\t\x01"].map((way) => [way, file])),
    redact: echoes.map((echo) => `${KEY}\n{"a":"${echo}"} ${echo}`),
    settings: [
      headers.replaceAll("|", "\n"),
      "http://localhost:8787\n\nauthorization\nBasic a",
      "Wed, 21 Oct 2026 07:28:00 GMT",
      "120",
    ],
    sms: ["Hello {{1}} €", "नमस्ते", "😀^{}[]~|\\"],
  });
}

/**
 * @param {Record<string, (string | (string | Buffer)[])[]>} seeds
 * @returns {Record<string, Buffer[]>}
 */
function buffers(seeds) {
  const bytes = (/** @type {string | (string | Buffer)[]} */ seed) =>
    Buffer.concat([seed].flat().map((part) => Buffer.from(part)));
  return Object.fromEntries(Object.entries(seeds).map(([target, all]) => [target, all.map(bytes)]));
}

/** The rows of all JSON files of a folder. @param {string} name @returns {Promise<any[]>} */
async function tables(name) {
  const folder = join(TESTS, name);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return texts.flatMap((text) => JSON.parse(text));
}

/** As tests/table/mod.rs has it. @param {any} value @returns {any} */
function expanded(value) {
  if (Array.isArray(value)) return value.map(expanded);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value.$repeat)) return value.$repeat[0].repeat(value.$repeat[1]);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expanded(inner)]));
}

/** The files of rows that people have. @returns {Promise<Buffer[]>} */
async function rows() {
  const folder = join(TESTS, "rows", "ugly");
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    /\.(csv|txt|tsv|ndjson)$/.test(name),
  );
  return Promise.all(names.sort().map((name) => readFile(join(folder, name))));
}

/** Texts as people type them, of each country some. @returns {Promise<string[]>} */
async function phones() {
  const lines = (await readFile(join(TESTS, "phone", "texts.txt"), "utf8")).split("\n");
  const some = lines.slice(1).filter((line, at) => line && at % 23 === 0);
  return some.map((line) => {
    const [text = "", country = "-"] = line.split("\t");
    return `${country.replace("-", "")}\n${text}`;
  });
}
