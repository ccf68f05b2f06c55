/**
 * The same operations with other libraries, as modules in build/peers/. None of them looks at the
 * numbering plan: that is what libphonenumber-js is beside them for.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BUILD } from "../../scripts/project.mjs";
import { readExamples } from "../../tests/schemas/values.mjs";
import { ajvSourceOf } from "./ajv.mjs";
import { describe } from "./schemas.mjs";
import { sourceOf } from "./source.mjs";
import { VALIBOT } from "./valibot.mjs";
import { ZOD } from "./zod.mjs";

/**
 * @typedef {object} Peer
 * @property {string} path Of the module.
 * @property {(operation: string, input: unknown) => boolean} check
 * @property {(operation: string, input: unknown) => [place: string, words: string][]} explain
 */

export const PEERS = /** @type {const} */ (["zod", "valibot", "ajv"]);

/** Lengths are counted in other units by some, so that a few may differ. */
const ALIKE = 0.98;

/** All but the one whose input is a file. */
const OPERATIONS = [
  ...["trackUser", "trackEvent", "createCampaign", "listUsers", "getUserByPhone", "getUserById"],
  ...["sendMessage", "createTemplate", "listTemplates", "assignChat", "sendRcs"],
];

/**
 * @param {string[]} [operations]
 * @param {string} [name] Of the files, behind that of the library.
 * @returns {Promise<Record<typeof PEERS[number], Peer>>}
 */
export async function writePeers(operations = OPERATIONS, name = "operations") {
  const described = await describe(operations);
  const sources = {
    zod: sourceOf(described, ZOD),
    valibot: sourceOf(described, VALIBOT),
    ajv: await ajvSourceOf(described),
  };
  const folder = join(BUILD, "peers");
  await mkdir(folder, { recursive: true });
  const written = PEERS.map(async (peer) => {
    const path = join(folder, `${peer}-${name}.mjs`);
    await writeFile(path, sources[peer]);
    return [peer, { path, ...(await import(pathToFileURL(path).href)) }];
  });
  const peers = Object.fromEntries(await Promise.all(written));
  await agree(peers, operations);
  return peers;
}

/**
 * All say of the cases of the tests what ajv says, which reads the very schemas.
 *
 * @param {Record<string, Peer>} peers
 * @param {string[]} operations
 */
async function agree(peers, operations) {
  const examples = (await readExamples()).filter(({ operation }) => operations.includes(operation));
  const expected = examples.map(({ operation, value }) => peers.ajv?.check(operation, value));
  if (new Set(expected).size !== 2) throw new Error("ajv says the same of every case");
  for (const [name, { check }] of Object.entries(peers)) {
    const alike = examples.filter(
      ({ operation, value }, index) => check(operation, value) === expected[index],
    );
    if (alike.length < ALIKE * examples.length) {
      throw new Error(`${name} and ajv agree on ${alike.length} of ${examples.length} cases only`);
    }
  }
}
