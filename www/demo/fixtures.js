/** The examples that the tests run on, a family a file. */
import fallback from "../../tests/fixtures/fallback.json" with { type: "json" };
import messages from "../../tests/fixtures/messages.json" with { type: "json" };
import rcs from "../../tests/fixtures/rcs.json" with { type: "json" };
import sendTemplates from "../../tests/fixtures/send-templates.json" with { type: "json" };
import templates from "../../tests/fixtures/templates.json" with { type: "json" };
import track from "../../tests/fixtures/track.json" with { type: "json" };

/**
 * @typedef {object} Fixture
 * @property {string} name
 * @property {string} operation
 * @property {any} input A file is `{ type, base64 }`.
 * @property {boolean} [bothForms] The input has both phone forms, which is refused.
 * @property {{ customers?: any[], templates?: any[] }} [setup] What the account must hold.
 */

/** @type {Record<"track" | "messages" | "sendTemplates" | "fallback" | "templates" | "rcs", Fixture[]>} */
export const FIXTURES = { track, messages, sendTemplates, fallback, templates, rcs };
