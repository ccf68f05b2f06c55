/** The field as people and pages meet it, in cases that run in every browser. */
import { accessibilityCases } from "./cases/accessibility.mjs";
import { autofillCases } from "./cases/autofill.mjs";
import { composingCases } from "./cases/composing.mjs";
import { correctingCases } from "./cases/correcting.mjs";
import { formCases } from "./cases/forms.mjs";
import { languageCases } from "./cases/languages.mjs";
import { lifeCases } from "./cases/life.mjs";
import { pastingCases } from "./cases/pasting.mjs";
import { pickingCases } from "./cases/picking.mjs";
import { placeCases } from "./cases/places.mjs";
import { stateCases } from "./cases/states.mjs";
import { tellingCases } from "./cases/telling.mjs";
import { typingCases } from "./cases/typing.mjs";
import { undoingCases } from "./cases/undoing.mjs";
import { upgradingCases } from "./cases/upgrading.mjs";

/** The cases by what they are about. @type {Record<string, import("./perform.mjs").Case[]>} */
export const TOPICS = {
  typing: typingCases,
  correcting: correctingCases,
  pasting: pastingCases,
  autofill: autofillCases,
  undoing: undoingCases,
  "input methods": composingCases,
  "choosing a country": pickingCases,
  "what is told, and when": tellingCases,
  "for everybody": accessibilityCases,
  "in a form": formCases,
  "what it can be": stateCases,
  "before it is upgraded": upgradingCases,
  "coming and going": lifeCases,
  "where it stands": placeCases,
  languages: languageCases,
};
