/**
 * The console in each of its states, at each width, in each scheme of colours, with axe; and by keys
 * alone.
 */
import { describe } from "node:test";
import { looks } from "./cases/accessibility.mjs";
import { campaignsWithCare } from "./cases/campaigns-care.mjs";
import { docsWithCare } from "./cases/docs.mjs";
import { filesWithCare } from "./cases/files-care.mjs";
import { shareDesk } from "./shared-desk.mjs";

const { browser, desk } = shareDesk();

describe("the page for everybody", () => looks(desk));
describe("the check of files for everybody", () => filesWithCare(desk));
describe("the docs for everybody", () => docsWithCare(desk));
describe("campaigns on a stage for everybody", () => campaignsWithCare(browser, desk));
