/** Who wants no more messages: no campaign writes to them. */
import { phone } from "interakt-wasm/web";
import { element } from "../dom.js";
import { counted } from "../files/words.js";
import { changeOptOuts, readOptOuts } from "./api.js";
import { button, createNotice, headUnder, put } from "./parts.js";
import { recipientsIn } from "./recipients.js";

/** Recipients on a page. */
const MOST = 100;

/** @returns {import("./view.js").Part} */
export function createOptOuts() {
  const heading = element(
    "h2",
    { class: "panel-title", id: "campaign-title", tabindex: "-1" },
    "Opt-outs",
  );
  const added = element("textarea", {
    class: "field-text campaign-recipients",
    id: "campaign-added",
    rows: "3",
    spellcheck: "false",
    autocomplete: "off",
    "aria-describedby": "campaign-added-hint",
  });
  const notice = createNotice();
  const said = element("p", { class: "aside", role: "status" });
  const list = element("ul", { class: "campaign-opt-outs" });
  const empty = element("p", { class: "empty", hidden: true }, "Nobody is on the list.");
  const more = button("Show more", () => read(last));
  more.hidden = true;
  /** @type {string | undefined} */
  let last;
  let isClosed = false;

  /** @param {string} [after] Those behind it come besides. */
  async function read(after) {
    const answer = await readOptOuts({ after, most: MOST + 1 });
    if (isClosed) return;
    if (answer.error) return notice.show(answer.error);
    const shown = answer.recipients.slice(0, MOST);
    last = shown.at(-1) ?? after;
    const lines = shown.map(lineOf);
    if (after === undefined) list.replaceChildren(...lines);
    else list.append(...lines);
    more.hidden = answer.recipients.length <= MOST;
    empty.hidden = list.childElementCount > 0;
    // The button that is gone had the keyboard.
    if (after !== undefined) lines[0]?.querySelector("button")?.focus();
  }

  /** @param {string} recipient */
  function lineOf(recipient) {
    const off = button("Remove", () => remove(recipient));
    off.append(element("span", { class: "visually-hidden" }, ` ${recipient}`));
    return element(
      "li",
      {},
      element("span", { class: "campaign-recipient" }, shownOf(recipient)),
      off,
    );
  }

  async function add() {
    notice.show(undefined);
    put(said, "");
    const { recipients, problems } = recipientsIn(added.value, "IN", phone.parse);
    if (problems.length > 0 || recipients.length === 0) {
      notice.show(problems.length > 0 ? problems.join(" ") : "Enter a phone number first.");
      added.focus();
      return;
    }
    const answer = await changeOptOuts("POST", recipients);
    if (answer.error) return notice.show(answer.error);
    added.value = "";
    const { changed } = answer;
    const old = recipients.length - changed;
    put(
      said,
      `${counted(changed, "recipient")} added${old > 0 ? `, ${old} were already there` : ""}.`,
    );
    read();
  }

  /** @param {string} recipient */
  async function remove(recipient) {
    notice.show(undefined);
    const answer = await changeOptOuts("DELETE", [recipient]);
    if (answer.error) return notice.show(answer.error);
    put(said, `${shownOf(recipient)} gets campaigns again.`);
    heading.focus();
    read();
  }

  read();
  return {
    title: "Opt-outs",
    heading,
    content: element(
      "div",
      { class: "campaign-page" },
      element(
        "section",
        { class: "panel campaign-panel campaign-narrow", "aria-labelledby": heading.id },
        headUnder(
          heading,
          element(
            "p",
            { class: "endpoint" },
            "No campaign writes to them. Anyone who replies STOP or UNSUBSCRIBE is added automatically.",
          ),
        ),
        element(
          "div",
          { class: "campaign-add" },
          element(
            "label",
            { class: "field-label", for: added.id },
            "Phone numbers to add, one per line",
          ),
          added,
          element(
            "p",
            { class: "aside", id: "campaign-added-hint" },
            "Numbers without + are treated as Indian. A customer’s userId works too.",
          ),
          notice.area,
          element(
            "div",
            { class: "campaign-buttons" },
            button("Add to the list", add, { id: "campaign-add", kind: "button-primary" }),
            said,
          ),
        ),
        list,
        empty,
        element("div", { class: "campaign-paging" }, more),
      ),
    ),
    close() {
      isClosed = true;
    },
  };
}

/** @param {string} recipient All digits of a number, or a userId. @returns {string} With the + of a number. */
function shownOf(recipient) {
  return /^\d{7,15}$/.test(recipient) && phone.parse(`+${recipient}`).ok
    ? `+${recipient}`
    : recipient;
}
