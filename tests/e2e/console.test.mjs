/**
 * The console's workbench as people use it: the real page in Chromium, served by the real Worker in
 * workerd.
 */
import { describe } from "node:test";
import { accessibility } from "./cases/accessibility.mjs";
import { answers } from "./cases/answers.mjs";
import { examples } from "./cases/examples.mjs";
import { faults } from "./cases/faults.mjs";
import { first } from "./cases/first.mjs";
import { form } from "./cases/form.mjs";
import { help } from "./cases/help.mjs";
import { history } from "./cases/history.mjs";
import { issues } from "./cases/issues.mjs";
import { keyboard } from "./cases/keyboard.mjs";
import { phone } from "./cases/phone.mjs";
import { request } from "./cases/request.mjs";
import { templates } from "./cases/templates.mjs";
import { shareDesk } from "./shared-desk.mjs";

const { desk } = shareDesk();

describe("the first load", () => first(desk));
describe("the keyboard", () => keyboard(desk));
describe("the lists", () => examples(desk));
describe("the help in the editor", () => help(desk));
describe("the issues", () => issues(desk));
describe("the form", () => form(desk));
describe("the phone field", () => phone(desk));
describe("the templates and the preview", () => templates(desk));
describe("the request", () => request(desk));
describe("the answer", () => answers(desk));
describe("drafts and the history", () => history(desk));
describe("faults on request", () => faults(desk));
describe("the page for everybody", () => accessibility(desk));
