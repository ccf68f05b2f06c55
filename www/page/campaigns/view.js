/** The view of campaigns: the list, a new one, one of them, and who wants no more messages. */
import { init } from "interakt-wasm/bulk/web";
import { CAMPAIGNS } from "../route.js";
import { createCampaignPage } from "./campaign.js";
import { createList } from "./list.js";
import { createNew } from "./new.js";
import { createOptOuts } from "./opt-outs.js";

/**
 * @typedef {object} Part A page of it.
 * @property {string} title Before the name of the view; empty for the list.
 * @property {HTMLElement} heading
 * @property {HTMLElement} content
 * @property {() => void} close It is left.
 */

/**
 * @param {HTMLElement} area
 * @param {import("../worker-client.js").AccountInfo} account
 * @returns {Promise<import("../later.js").LateView>}
 */
export async function createCampaigns(area, account) {
  await init();
  /** @type {Part | undefined} */
  let part;
  /** Its address. */
  let at = "";

  /** @param {string} hash */
  function open(hash) {
    // The keyboard goes along with who follows a link in here, and stays in the list beside it.
    const isInside = at !== "" && (area.contains(document.activeElement) || isNowhere());
    part?.close();
    at = hash;
    part = partAt(hash.slice(CAMPAIGNS.length + 1));
    area.replaceChildren(part.content);
    area.scrollTop = 0;
    retitle(part.title);
    if (isInside) part.heading.focus();
  }

  /** @param {string} name What stands behind the view's own address. */
  function partAt(name) {
    if (name === "") return createList();
    if (name === "new") return createNew(account, { go });
    if (name === "opt-outs") return createOptOuts();
    return createCampaignPage(decodedOf(name), account, { retitle, go });
  }

  /** @param {string} hash */
  function go(hash) {
    location.hash = hash;
  }

  return {
    open,

    leave() {
      part?.close();
      part = undefined;
      at = "";
      area.replaceChildren();
    },

    focus: () => part?.heading.focus(),
  };
}

/** @param {string} title */
function retitle(title) {
  document.title = [title, "Campaigns", "interakt-wasm console"].filter(Boolean).join(" · ");
}

/** @returns {boolean} Whether what had the keyboard is gone. */
function isNowhere() {
  return document.activeElement === document.body;
}

/** @param {string} name */
function decodedOf(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
