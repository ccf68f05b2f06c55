/** What stands before a campaign: a message to oneself, and its start. */
import { ask, confirmed } from "../confirm.js";
import { element } from "../dom.js";
import { counted, number } from "../files/words.js";
import { serverOf } from "../server.js";
import { sendTest } from "./api.js";
import { button, createNotice, panel, put } from "./parts.js";
import { remainingWords } from "./words.js";

/**
 * @typedef {import("interakt-wasm/edge").AccountState} AccountState
 * @typedef {import("interakt-wasm/edge").CampaignState} CampaignState
 * @typedef {import("interakt-wasm/phone-field").InteraktPhoneElement} PhoneField
 */

/**
 * @param {string} id
 * @param {import("../worker-client.js").AccountInfo} account
 * @param {() => void} onStart After a yes.
 */
export function createDraft(id, account, onStart) {
  const server = serverOf(account);
  const summary = element("p", { class: "campaign-summary" });
  const takes = element("p", { class: "aside" });
  const field = /** @type {PhoneField} */ (
    element(/** @type {any} */ ("interakt-phone"), { id: "campaign-test", country: "IN" })
  );
  const notice = createNotice();
  const said = element("p", { class: "aside", role: "status" });
  const test = button("Send the test", sendIt, { id: "campaign-test-send" });
  const start = button("Start", askAndStart, { id: "campaign-start", kind: "button-primary" });
  const sending = element(
    "div",
    { class: "campaign-test" },
    element("label", { class: "field-label", for: field.id }, "Send the first message to yourself"),
    element("div", { class: "campaign-test-row" }, field, test),
    notice.area,
    said,
  );
  let ready = 0;

  async function sendIt() {
    notice.show(undefined);
    put(said, "");
    const { number: found } = field;
    if (found === null) {
      notice.show("Enter the complete number of your own phone.");
      field.focus();
      return;
    }
    const { fullPhoneNumber } = found;
    const planned = { operation: "sendMessage", input: { fullPhoneNumber }, host: server };
    // A digit that is wrong makes it somebody else's.
    if (account.mode === "live" && !(await confirmed(planned))) return;
    test.setAttribute("aria-disabled", "true");
    const answer = await sendTest(id, `+${fullPhoneNumber}`);
    test.removeAttribute("aria-disabled");
    if (answer.error) return notice.show(answer.error);
    put(said, `Sent through ${server}. Look at it on the phone; it is not counted here.`);
  }

  async function askAndStart() {
    const isSimulated = account.mode === "simulator";
    const isSure = await ask({
      title: `Send ${counted(ready, "message")} through ${server}?`,
      text: isSimulated
        ? "The simulator answers: no customer gets anything. You can pause at any time."
        : "Customers get them, and Interakt charges the account for each. You can pause at any time; what was sent stays sent.",
      yes: `Send ${counted(ready, "message")}`,
      no: "Not yet",
    });
    if (isSure) onStart();
  }

  return {
    content: panel(
      "campaign-draft-title",
      "Before it starts",
      element(
        "div",
        { class: "campaign-draft" },
        summary,
        sending,
        element("div", { class: "campaign-start" }, start, takes),
      ),
    ),

    /**
     * @param {CampaignState} state
     * @param {AccountState | undefined} pace
     */
    show(state, pace) {
      const { rows, waiting, invalid, duplicate } = state.counts;
      ready = waiting;
      put(start, `Send ${counted(waiting, "message")}…`);
      put(
        summary,
        rows === 0
          ? "It has no rows: its file did not arrive. Delete it and create it again."
          : [
              `${number(waiting)} ready to send`,
              invalid > 0 && `${number(invalid)} wrong in the file`,
              duplicate > 0 && `${number(duplicate)} twice in it`,
            ]
              .filter(Boolean)
              .join(", ")
              .concat("."),
      );
      sending.hidden = waiting === 0;
      start.hidden = waiting === 0;
      put(takes, remainingWords(state, pace));
    },
  };
}
