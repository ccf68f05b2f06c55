/** The view of webhooks: the list of those that came, one of them in the inspector, and who else to tell. */
import { byId } from "../dom.js";
import { createInspector } from "../inspector.js";
import { INSPECTOR } from "../route.js";
import { readWhole } from "./api.js";
import { createList } from "./list.js";
import { addressOf } from "./row.js";
import { createTell } from "./tell.js";

/**
 * @param {HTMLElement} area
 * @param {import("../worker-client.js").AccountInfo} account
 * @returns {import("../later.js").LateView & { take: (webhook: import("../signature-check.js").Pasted) => void }}
 */
export function createWebhooks(area, { mode }) {
  /** The one of the list that is shown. @type {string | undefined} */
  let chosen;
  const inspector = createInspector(() => {
    leaveList();
    telling.reset();
  });
  const telling = createTell(inspector.shown);
  const list = createList(
    mode,
    (id, how) => {
      history[`${how}State`](null, "", addressOf(id));
      choose(id);
      // Where one stands below the other.
      if (how === "push" && matchMedia("(max-width: 70rem)").matches) {
        byId("webhook-title").scrollIntoView();
      }
    },
    telling.forward,
  );
  area.prepend(list.content);
  byId("verdict").closest(".panel")?.after(telling.content);

  /** What is shown is none of the list any more. */
  function leaveList() {
    if (chosen === undefined) return;
    chosen = undefined;
    list.mark(undefined);
    if (location.hash.startsWith(`${INSPECTOR}/`)) history.replaceState(null, "", INSPECTOR);
  }

  /** @param {string} id */
  async function choose(id) {
    if (id === chosen) return;
    chosen = id;
    list.mark(id);
    telling.reset();
    const whole = await readWhole(id);
    if (id !== chosen) return;
    if (whole.error) {
      leaveList();
      return list.warn(whole.error.message);
    }
    const { payload, header, secret = "" } = whole;
    inspector.take({ payload, header: header ?? "", secret, wasVerified: header !== null });
  }

  return {
    open(hash) {
      list.start();
      const id = hash.slice(INSPECTOR.length + 1);
      if (id !== "") choose(decodedOf(id));
    },

    leave: list.stop,
    focus: inspector.focus,

    take(webhook) {
      leaveList();
      telling.reset();
      inspector.take(webhook);
    },
  };
}

/** @param {string} text Of an address. */
function decodedOf(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
