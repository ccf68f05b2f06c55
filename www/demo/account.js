/** The account that the simulator plays: it has what the examples speak of. */
import { BUTTONS, CLOSED_WINDOW } from "./cases.js";
import { FIXTURES } from "./fixtures.js";

/** @typedef {import("interakt-wasm/simulator").SimulatedCustomer} SimulatedCustomer */
/** @typedef {import("interakt-wasm/simulator").SimulatedTemplate} SimulatedTemplate */

const { countryCode, phoneNumber } = CLOSED_WINDOW;
const CLOSED = countryCode.slice(1) + phoneNumber;

/** @returns {import("interakt-wasm/simulator").SimulatorOptions} */
export function simulatedAccount() {
  const fixtures = Object.values(FIXTURES).flat();
  return {
    customers: customersOf(fixtures),
    templates: templatesOf(fixtures),
    windowOpen: (phone) => phone !== CLOSED,
  };
}

/**
 * Customers of one name are one customer: each example tells another side of them.
 *
 * @param {import("./fixtures.js").Fixture[]} fixtures
 * @returns {SimulatedCustomer[]}
 */
function customersOf(fixtures) {
  /** @type {Map<unknown, SimulatedCustomer>} */
  const customers = new Map();
  for (const customer of fixtures.flatMap(({ setup }) => setup?.customers ?? [])) {
    const { name } = customer.traits;
    customers.set(name, { ...customers.get(name), ...customer });
  }
  return [...customers.values()];
}

/**
 * Those that are listed, and those that messages are sent with.
 *
 * @param {import("./fixtures.js").Fixture[]} fixtures
 * @returns {SimulatedTemplate[]}
 */
function templatesOf(fixtures) {
  /** @type {Map<string, SimulatedTemplate>} */
  const templates = new Map();
  /** @param {SimulatedTemplate} template */
  const add = (template) => {
    const key = `${template.name} ${template.language}`;
    if (!templates.has(key)) templates.set(key, template);
  };
  for (const template of fixtures.flatMap(({ setup }) => setup?.templates ?? [])) add(template);
  for (const [name, buttons] of Object.entries(BUTTONS)) {
    add({ name, language: "en", category: "utility", buttons });
  }
  const messages = fixtures.filter(({ operation }) => operation === "sendMessage");
  for (const { type, template, template_category } of messages.flatMap(({ input }) => input)) {
    if (type !== "Template") continue;
    const { name, languageCode: language } = template;
    add({ name, language, category: template_category ?? "utility" });
  }
  return [...templates.values()];
}
