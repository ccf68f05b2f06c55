/** The code that ajv makes of the schemas, which needs no ajv any more. */
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import * as esbuild from "esbuild";
import { ROOT } from "../../scripts/project.mjs";

/** Where all of them stand. */
const ID = "https://interakt.example/operations";

/**
 * @param {import("./schemas.mjs").Described} described
 * @returns {Promise<string>} A module whose `check` says whether an input is good for an operation,
 *   and whose `explain` says what is wrong with it.
 */
export async function ajvSourceOf({ shared, operations }) {
  const ajv = new Ajv2020({
    ...{ code: { source: true, esm: true }, allErrors: true, strictTypes: false },
  });
  const $defs = { ...Object.fromEntries(shared), ...Object.fromEntries(operations) };
  ajv.addSchema({ $id: ID, $defs });
  const names = [...operations.keys()];
  const references = names.map((name) => [`check_${name}`, `${ID}#/$defs/${name}`]);
  const write = /** @type {any} */ (standaloneCode).default ?? standaloneCode;
  const members = names.map((name) => `${name}: check_${name}`);
  const contents = `${write(ajv, Object.fromEntries(references))}
const operations = { ${members.join(", ")} };
export const check = (operation, input) => operations[operation](input);
export const explain = (operation, input) =>
  check(operation, input)
    ? []
    : operations[operation].errors.map(({ instancePath, message }) => [instancePath, message]);
`;
  // It calls `require` also where it is a module.
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: ROOT },
    ...{ bundle: true, write: false, format: "esm", target: "es2022" },
  });
  return outputFiles.map(({ text }) => text).join("");
}
