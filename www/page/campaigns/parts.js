/** Small parts that all pages of campaigns are made of. */
import { element, icon } from "../dom.js";
import { showPath } from "../inspect.js";
import { CAMPAIGNS } from "../route.js";
import { STATUSES } from "./words.js";

/**
 * @param {string} label
 * @param {() => void} onClick
 * @param {{ id?: string, kind?: string }} [how]
 */
export function button(label, onClick, { id, kind = "" } = {}) {
  const made = element(
    "button",
    { type: "button", class: `button ${kind}`.trim(), ...(id && { id }) },
    label,
  );
  made.addEventListener("click", () => {
    if (made.getAttribute("aria-disabled") !== "true") onClick();
  });
  return made;
}

/**
 * @param {string} label
 * @param {string} href
 * @param {string} [kind]
 */
export function linkButton(label, href, kind = "") {
  return element("a", { class: `button ${kind}`.trim(), href }, label);
}

/**
 * @param {string} id Of its title.
 * @param {string | HTMLElement} title
 * @param {(Node | string | false | undefined)[]} children
 */
export function panel(id, title, ...children) {
  return element(
    "section",
    { class: "panel campaign-panel", "aria-labelledby": id },
    element("header", { class: "panel-head" }, element("h3", { class: "panel-title", id }, title)),
    ...children,
  );
}

/** The link to the list that all others are reached from. */
export const wayBack = () =>
  element("p", { class: "campaign-back" }, element("a", { href: CAMPAIGNS }, "All campaigns"));

/**
 * The head of a page below the list.
 *
 * @param {HTMLElement} heading
 * @param {Node[]} children
 */
export const headUnder = (heading, ...children) =>
  element(
    "header",
    { class: "panel-head" },
    element("div", { class: "panel-heading" }, wayBack(), heading, ...children),
  );

/** A place for what goes wrong beside what it is about: it is read out when it comes. */
export function createNotice() {
  const area = element("div", { class: "campaign-notice", role: "alert", hidden: true });
  return {
    area,

    /** @param {import("../worker-client.js").Failure | string | undefined} problem Nothing: all is well. */
    show(problem) {
      area.hidden = problem === undefined;
      if (problem === undefined) return area.replaceChildren();
      const { message, issues = [] } = typeof problem === "string" ? { message: problem } : problem;
      area.replaceChildren(
        element(
          "p",
          { class: "campaign-notice-words" },
          icon("error"),
          element("span", {}, message),
        ),
        ...(issues.length > 0
          ? [
              element(
                "ul",
                { class: "hints" },
                ...issues.map(({ path, message }) =>
                  element("li", {}, path.length > 0 && `${showPath(path)}: `, message),
                ),
              ),
            ]
          : []),
      );
    },
  };
}

/** @param {import("interakt-wasm/edge").CampaignStatus} status */
export function statusBadge(status) {
  const { label, icon: sign, kind = "none" } = STATUSES[status];
  return element("span", { class: "badge campaign-status", "data-kind": kind }, icon(sign), label);
}

/**
 * Puts a text where it stands already, so that nothing is read out or drawn anew for nothing.
 *
 * @param {HTMLElement} where
 * @param {string} text
 */
export function put(where, text) {
  if (where.textContent !== text) where.textContent = text;
}
