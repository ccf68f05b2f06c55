/** What Wrangler makes of the application, which it is installed for. */
import { before, describe } from "node:test";
import { bundleConsole } from "../../scripts/console.mjs";
import { deployed } from "./application/deployed.mjs";

before(bundleConsole);

describe("what is deployed", deployed);
