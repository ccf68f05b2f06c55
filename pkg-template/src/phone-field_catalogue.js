/**
 * The codes of the cut `phone-field`, of which the module gives the numbers. Its page has the words of
 * forms; the sentences for developers, which other cuts have here, would be there for nobody.
 */
import { catalogueOf } from "./issues.js";
import { enPhone } from "./messages/en-phone.js";

export const catalogue = /*#__PURE__*/ catalogueOf(/*#__PURE__*/ Object.keys(enPhone).join("\n"));
