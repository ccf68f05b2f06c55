/**
 * `npm run bench -- transfer`: what a page downloads to check, and to send, the inputs of all
 * operations, and for one form, beside the same from other libraries. With `--check` it fails where
 * a target is missed.
 */
import { join } from "node:path";
import { operations } from "interakt-wasm";
import { main, ROOT } from "../scripts/project.mjs";
import { bundle, minified, moduleSize, sizeOf } from "../tests/size/measure.mjs";
import { PEERS, writePeers } from "./peers/write.mjs";
import { judge } from "./targets.mjs";

const PHONES = /** @type {const} */ (["min", "mobile"]);

/** Whose figures ours stand beside. */
const RIVAL = "zod, mobile";

const CHECKS = ["phone", ...operations.map(({ name }) => name)];
const SENDS = ["phone", "Interakt"];

/**
 * What is ours: the names that a page imports of an entry, and its module where that is a file.
 *
 * @typedef {object} Ours
 * @property {string} name
 * @property {string} entry
 * @property {string[]} imports
 * @property {string} [cut]
 * @property {keyof ReturnType<typeof rivals>} peer
 */

/** @type {Ours[]} */
const OURS = [
  {
    ...{ name: "check all, `interakt-wasm/forms/web`", entry: "./forms/web" },
    ...{ imports: ["init", ...CHECKS], cut: "forms", peer: "check" },
  },
  {
    ...{ name: "check all, `interakt-wasm/forms`", entry: "./forms" },
    ...{ imports: CHECKS, peer: "check" },
  },
  {
    ...{ name: "check and send all, `interakt-wasm/web`", entry: "./web" },
    ...{ imports: ["init", ...SENDS], cut: "core", peer: "send" },
  },
  {
    ...{ name: "check and send all, `interakt-wasm`", entry: "." },
    ...{ imports: SENDS, peer: "send" },
  },
];

/** The form of a checkout, in benches/forms/. */
const FORM = {
  name: "one form, `interakt-wasm/customer/web`",
  file: "customer.mjs",
  cut: "customer",
};

/** @param {string} file */
const inForms = (file) => join(ROOT, "benches", "forms", file);

/**
 * The programs that do the same with a library, without phones.
 *
 * @param {string} library
 * @param {string} checks Path of the module that checks all operations with it.
 * @param {string} form That of the form.
 */
const rivals = (library, checks, form) => ({
  check: `export { check } from ${quoted(checks)};
    export * from ${quoted(inForms("phones-min.mjs"))};`,
  send: `export { check } from ${quoted(checks)};
    export * from ${quoted(inForms("phones-min.mjs"))};
    export * from ${quoted(inForms("client.mjs"))};`,
  form:
    library === "ajv"
      ? `import { check as takes } from ${quoted(form)};
        import parsePhoneNumber from "libphonenumber-js/min";
        export function check({ name, phone, optIn }) {
          const read = parsePhoneNumber(phone, "IN");
          if (!read?.isPossible()) return false;
          const { countryCallingCode, nationalNumber } = read;
          return takes("trackUser", {
            countryCode: "+" + countryCallingCode,
            phoneNumber: nationalNumber,
            traits: { name, opted_in: optIn },
          });
        }`
      : `export { check } from ${quoted(inForms(`${library}.mjs`))};`,
});

/** @param {string} path */
const quoted = (path) => JSON.stringify(path);

/**
 * @param {string} contents Of a program with `libphonenumber-js/min`.
 * @param {typeof PHONES[number]} phones Which to take in its place.
 * @returns {Promise<number>} Bytes after brotli.
 */
async function weigh(contents, phones) {
  const alias = { "libphonenumber-js/min": `libphonenumber-js/${phones}` };
  return sizeOf(await minified({ stdin: { contents, resolveDir: ROOT }, alias })).brotli;
}

/** @param {string | undefined} cut */
const moduleOf = async (cut) => (cut === undefined ? 0 : (await moduleSize(cut)).brotli);

/** @returns {Promise<Record<Ours["peer"], Record<string, number>>>} Bytes of each program, by peers. */
async function weighRivals() {
  const all = await writePeers();
  const customer = await writePeers(["trackUser"], "form");
  /** @type {Record<Ours["peer"], Record<string, number>>} */
  const weighed = { check: {}, send: {}, form: {} };
  for (const library of PEERS) {
    const programs = rivals(library, all[library].path, customer[library].path);
    for (const phones of PHONES) {
      for (const kind of /** @type {Ours["peer"][]} */ (Object.keys(programs))) {
        weighed[kind][`${library}, ${phones}`] = await weigh(programs[kind], phones);
      }
    }
  }
  return weighed;
}

/** @param {number} bytes */
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

await main(async () => {
  const weighed = await weighRivals();
  const columns = Object.keys(weighed.form);
  /** @param {string} name @param {number} bytes @param {Record<string, number>} peers */
  const row = (name, bytes, peers) => ({
    name,
    details: [bytes, ...columns.map((peer) => peers[peer] ?? Number.NaN)].map(kilobytes),
    figure: bytes / (peers[RIVAL] ?? Number.NaN),
  });
  const rows = [];
  for (const { name, entry, imports, cut, peer } of OURS) {
    const code = await bundle(entry, { names: `{ ${imports.join(", ")} }` });
    rows.push(row(name, sizeOf(code).brotli + (await moduleOf(cut)), weighed[peer]));
  }
  const form = sizeOf(await minified({ entryPoints: [inForms(FORM.file)] })).brotli;
  rows.push(row(FORM.name, form + (await moduleOf(FORM.cut)), weighed.form));
  judge(
    "transfer",
    {
      columns: ["ours, KB", ...columns],
      unit: `× ${RIVAL}`,
      peers: [...PEERS, "libphonenumber-js", "esbuild"],
    },
    rows,
  );
});
