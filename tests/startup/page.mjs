/** The page of one case. */
import { SUITE } from "./suite.mjs";
import { createWorld } from "./world.mjs";

/** What nobody caught. @type {string[]} */
const uncaught = [];
/** What the page's Content-Security-Policy refused. @type {string[]} */
const violations = [];

addEventListener("error", ({ message }) => uncaught.push(message));
addEventListener("unhandledrejection", ({ reason }) => uncaught.push(`unhandled: ${reason}`));
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  violations.push(`${effectiveDirective} ${blockedURI}`),
);

Object.assign(globalThis, {
  /** @param {{ name: string, elsewhere: string }} task */
  async runCase({ name, elsewhere }) {
    const world = createWorld(elsewhere, violations);
    try {
      await SUITE.find((candidate) => candidate.name === name)?.run(world);
      return uncaught.length > 0 ? uncaught.join("\n") : null;
    } catch (error) {
      const { stack, message, cause, actual, expected } = /** @type {any} */ (error);
      const lines = [message, stack];
      for (const [what, value] of Object.entries({ actual, expected })) {
        if (value !== undefined) lines.push(`${what}: ${JSON.stringify(value, null, 2)}`);
      }
      if (cause !== undefined) lines.push(`cause: ${cause}\n${cause?.stack}`);
      return lines.join("\n");
    }
  },
  /** For a case in another page. @param {string} url */
  load: (url) => import(url),
});
