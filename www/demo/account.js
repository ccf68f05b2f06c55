/** The account that the simulator plays: it has what the examples speak of. */
import { CLOSED_WINDOW } from "./cases.js";
import { FIXTURES } from "./fixtures.js";
import { TEMPLATES } from "./templates.js";

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
 * Its own, and those that the examples list.
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
  for (const template of TEMPLATES) add(template);
  for (const template of fixtures.flatMap(({ setup }) => setup?.templates ?? [])) add(template);
  return [...templates.values()];
}
