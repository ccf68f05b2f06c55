/** A form of plain HTML, as people fill it in: with a mouse, with keys alone, with a screen reader. */
import { after, before, describe } from "node:test";
import { startForms } from "./plain-form/desk.mjs";
import { everybody } from "./plain-form/everybody.mjs";
import { schemas } from "./plain-form/schemas.mjs";
import { sending } from "./plain-form/sending.mjs";
import { telling } from "./plain-form/telling.mjs";

/** @type {Awaited<ReturnType<typeof startForms>>} */
let forms;

before(async () => {
  forms = await startForms();
});

after(() => forms?.stop());

describe("what is told, and when", () => telling(() => forms));
describe("what is sent", () => sending(() => forms));
describe("schemas of others", () => schemas(() => forms));
everybody(() => forms);
