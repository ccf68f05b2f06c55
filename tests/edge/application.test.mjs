/**
 * The application as it is deployed, in workerd: asked over HTTP, sending over HTTP. One file, because
 * all of it needs the same bundle.
 */
import { before, describe } from "node:test";
import { bundleConsole } from "../../scripts/console.mjs";
import { guarded } from "./application/guarded.mjs";
import { proxied } from "./application/proxied.mjs";
import { sent } from "./application/sent.mjs";
import { simulated } from "./application/simulated.mjs";
import { survived } from "./application/survived.mjs";
import { toldWebhooks } from "./application/telling.mjs";
import { listedWebhooks } from "./application/webhooks.mjs";

before(bundleConsole);

describe("a campaign on the simulator", simulated);
describe("a campaign over HTTP", sent);
describe("a campaign whose machine fails", survived);
describe("who may ask", guarded);
describe("pages without a key", proxied);
describe("webhooks that the page lists", listedWebhooks);
describe("webhooks that the page has told again", toldWebhooks);
