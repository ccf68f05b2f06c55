/** What stands in the place of the list where there is nothing to list, and how to come by it. */
import { element } from "../dom.js";

/** @param {import("../worker-client.js").AccountInfo["mode"]} mode */
export function createEmpty(mode) {
  const area = element("div", { class: "told-empty", hidden: true });
  let nothing = mode === "live" ? nothingCame() : nothingSent();

  return {
    area,

    /** The application keeps none. */
    isOff() {
      nothing = off();
    },

    /** @param {number} all @param {number} shown */
    show(all, shown) {
      area.hidden = shown > 0;
      const words = all === 0 ? nothing : noneOfThem();
      if (area.firstChild !== words) area.replaceChildren(words);
    },
  };
}

const noneOfThem = () => element("p", {}, "None of them matches.");

const nothingSent = () =>
  element(
    "p",
    {},
    "Nothing has arrived yet. ",
    element("a", { href: "#sendMessage" }, "Send a message to the simulator"),
    ": what becomes of it is listed here.",
  );

const nothingCame = () =>
  element(
    "p",
    {},
    "Nothing has arrived in the last hour. In Interakt's developer settings, set the webhook URL to ",
    element("code", {}, `${location.origin}/webhooks/interakt`),
    ", and send a test from there.",
  );

const off = () =>
  element(
    "p",
    {},
    "This application lists no webhooks, because they contain customers’ numbers and messages. Set ",
    element("code", {}, "SHOW_WEBHOOKS"),
    " to ",
    element("code", {}, "on"),
    ", and the newest are listed here while you look: in memory, for an hour at most.",
  );
