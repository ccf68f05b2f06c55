/** What is known against the npm packages of the project, by npm's registry. */
import { capture, run, Unavailable } from "../project.mjs";

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
