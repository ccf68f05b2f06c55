/** Everything that `npm run test:packaging` tests, in the order of the tables in docs/runtimes.md. */
import { APPS } from "./apps.mjs";
import { BUN } from "./bun.mjs";
import { BUNDLERS } from "./bundlers.mjs";
import { EXTENSION } from "./extension.mjs";
import { FIELD } from "./field.mjs";
import { FORMS } from "./forms.mjs";
import { FRAMEWORKS } from "./frameworks.mjs";
import { OLDER } from "./older.mjs";
import { RUNTIMES } from "./runtimes.mjs";
import { STARTUP } from "./startup.mjs";
import { TOOLS } from "./tools.mjs";

/**
 * @typedef {object} Row
 * @property {string} where What people know it by: "Node", "Vite".
 * @property {string} how What was done there: "import", "built".
 * @property {() => Promise<string>} version Of what is named by `where`.
 * @property {boolean} [isOfSystem] Whether the system brings it, and so chooses the version.
 * @property {() => Promise<void>} run Rejects when something does not work, with an `Unavailable`
 *   when it cannot be run on this machine.
 */

/**
 * @typedef {object} Group
 * @property {string} name Of its table in docs/runtimes.md.
 * @property {Row[][]} units The rows of one unit share something and run one after the other.
 */

/** @type {Group[]} */
export const GROUPS = [
  { name: "runtimes", units: RUNTIMES },
  { name: "pages", units: [...STARTUP, ...FIELD] },
  {
    name: "consumers",
    units: [
      ...[...BUNDLERS, ...BUN, ...OLDER, ...EXTENSION, ...APPS, ...FRAMEWORKS],
      ...[...FORMS, ...TOOLS],
    ],
  },
];
