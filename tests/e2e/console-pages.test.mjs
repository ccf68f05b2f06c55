/**
 * The console's other pages as people use them, its Worker's guard, and what a key changes.
 */
import { describe } from "node:test";
import { campaigns } from "./cases/campaigns.mjs";
import { campaignsForReal } from "./cases/campaigns-real.mjs";
import { docs } from "./cases/docs.mjs";
import { files } from "./cases/files.mjs";
import { guard } from "./cases/guard.mjs";
import { inspector } from "./cases/inspector.mjs";
import { life } from "./cases/life.mjs";
import { live } from "./cases/live.mjs";
import { readmePicture } from "./cases/picture.mjs";
import { listedWebhooks } from "./cases/webhooks.mjs";
import { shareDesk } from "./shared-desk.mjs";

const { browser, desk } = shareDesk();

describe("the delivery of a message", () => life(desk));
describe("the inspector of webhooks", () => inspector(desk));
describe("the list of webhooks", () => listedWebhooks(browser, desk));
describe("the check of files", () => files(desk));
describe("campaigns on a stage", () => campaigns(browser, desk));
describe("campaigns", () => campaignsForReal(desk));
describe("the docs", () => docs(desk));
describe("the picture of the console", () => readmePicture(browser, desk));
describe("the Worker's guard", () => guard(desk));
describe("with a key", () => live(browser));
