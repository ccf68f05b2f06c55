/**
 * What is known against what the project is made of: by npm's registry of its packages, by RustSec's
 * database of the crates. Both are asked over the network.
 */
import { capture, run, Unavailable } from "../project.mjs";
import { ensureSupplyTools } from "./tools.mjs";

/** @throws {Unavailable} Where the registry answers no such question. */
export async function auditNpm() {
  /** @type {unknown} */
  let failure;
  // It prints its answer on either way, and errors of its own as JSON as well.
  const text = await capture("npm", ["audit", "--json"]).catch((error) => {
    failure = error;
    return /** @type {Error} */ (error).message;
  });
  if (failure === undefined) return;
  const answer = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
  const { metadata, message = text } = answer ? JSON.parse(answer) : {};
  if (!metadata?.vulnerabilities) {
    throw new Unavailable(`the npm registry does not answer audits here: ${message}`);
  }
  await run("npm", ["audit"]);
}

/** @throws {Unavailable} Where the database of RustSec cannot be had. */
export async function auditCrates() {
  const { cargoDeny } = await ensureSupplyTools();
  let output = "";
  const onOutput = (/** @type {string} */ text) => {
    output += text;
  };
  try {
    await run(cargoDeny, ["check", "advisories"], { onOutput });
  } catch (cause) {
    if (!/failed to (fetch|open|load) advisory database/.test(output)) throw cause;
    throw new Unavailable("the database of RustSec cannot be had here");
  }
}
