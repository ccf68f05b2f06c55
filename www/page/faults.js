/** The control by the button that has something go wrong, where Interakt is simulated. */
import { FAULTS } from "../demo/faults.js";
import { byId, element } from "./dom.js";

/**
 * @typedef {import("../demo/faults.js").FaultName} FaultName
 * @typedef {import("../demo/faults.js").Fault} Fault
 *
 * @typedef {object} Faults
 * @property {() => FaultName | undefined} chosen What goes wrong with what is sent next.
 * @property {() => string | undefined} note Says so, beside the button.
 * @property {(own?: FaultName) => void} open For an example, which may begin with one of its own.
 * @property {(operation: string, input: unknown) => void} show For what would be sent.
 */

/** @type {readonly [FaultName, Fault][]} */
const ENTRIES = /** @type {any} */ (Object.entries(FAULTS));

/** Headings in the list. @type {Record<import("interakt-wasm").Outcome, string>} */
const OUTCOMES = {
  refused: "Refused",
  not_sent: "Not sent",
  unknown: "Unknown whether it was carried out",
};

/** On a real account nothing is simulated. @type {Faults} */
const NONE = { chosen: () => undefined, note: () => undefined, open() {}, show() {} };

/**
 * @param {import("./mode.js").Mode} mode
 * @param {() => void} onChange
 * @returns {Faults}
 */
export function createFaults(mode, onChange) {
  if (mode === "live") {
    byId("fault-bar").remove();
    return NONE;
  }
  const select = byId("fault", HTMLSelectElement);
  const told = byId("fault-told");
  /** What a person has chosen, for all that is sent from then on. @type {FaultName | undefined} */
  let wanted;
  /** The example's, until a person chooses. @type {FaultName | undefined} */
  let own;

  select.append(
    ...Object.entries(OUTCOMES).map(([outcome, label]) =>
      element(
        "optgroup",
        { label },
        ...ENTRIES.filter(([, fault]) => fault.outcome === outcome).map(([value, { title }]) =>
          element("option", { value }, title),
        ),
      ),
    ),
  );
  select.disabled = false;
  select.addEventListener("change", () => {
    own = undefined;
    wanted = /** @type {FaultName | ""} */ (select.value) || undefined;
    tell();
    onChange();
  });

  const chosen = () => /** @type {FaultName | ""} */ (select.value) || undefined;

  function tell() {
    const fault = chosen();
    const words = fault ? FAULTS[fault].told : "";
    if (told.textContent !== words) told.textContent = words;
  }

  return {
    chosen,

    note() {
      const fault = chosen();
      return fault && `Simulating: ${FAULTS[fault].title}`;
    },

    open(next) {
      own = next;
    },

    show(operation, input) {
      // While the text is no JSON the choice stays.
      if (input === undefined) return;
      for (const [name, fault] of ENTRIES) {
        const option = select.querySelector(`option[value="${name}"]`);
        option?.toggleAttribute("disabled", !meets(fault, operation, input));
      }
      const asked = own ?? wanted;
      const isMet = asked !== undefined && meets(FAULTS[asked], operation, input);
      select.value = isMet ? asked : "";
      tell();
    },
  };
}

/**
 * Whether a request can meet the fault.
 *
 * @param {Fault} fault
 * @param {string} operation
 * @param {unknown} input
 */
function meets({ ofTemplates }, operation, input) {
  if (!ofTemplates) return true;
  const messages = Array.isArray(input) ? input : [input];
  return operation === "sendMessage" && messages.some((message) => message?.type === "Template");
}
