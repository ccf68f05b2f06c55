/** The view of README.md, the guides and the reference: the list of them, search, and one to read. */
import { element } from "../dom.js";
import { DOCS } from "../route.js";
import { addressIn, placeAt } from "./address.js";
import { createContents } from "./contents.js";
import { drawn, elementAt } from "./draw.js";
import { createFinder } from "./finder.js";
import { openLibrary } from "./library.js";
import { createPositions, watchWide } from "./scrolling.js";

const CONTENTS = "docs-contents";

/** What is typed into. */
const TYPED = "input, textarea, select, [contenteditable]";

/**
 * @param {HTMLElement} area
 * @returns {Promise<import("../later.js").LateView>}
 */
export async function createDocs(area) {
  const library = await openLibrary();
  const ids = library.groups.flatMap(({ docs }) => docs.map(({ id }) => id));
  /** The address that is shown, or will be. @type {string | undefined} */
  let at;
  /** The document that is shown. @type {string | undefined} */
  let shown;
  /** The last address that a document was read at. */
  let last = addressIn(ids[0] ?? "");
  /**
   * The link that was followed last, if that is how one comes to an address, and not by going back.
   *
   * @type {{ hash: string, isOurs: boolean } | undefined}
   */
  let followed = { hash: location.hash, isOurs: false };

  const status = element("p", { class: "visually-hidden", role: "status" });
  /** @param {string} words */
  const say = (words) => {
    status.textContent = words;
  };
  const contents = createContents(library.groups, CONTENTS);
  const toggle = element(
    "button",
    { type: "button", class: "button docs-toggle", "aria-controls": CONTENTS },
    "Contents",
  );
  const finder = createFinder({
    load: searchIn(library, ids),
    onAsk: (isAsked) => panel.classList.toggle("docs-asked", isAsked),
    say,
  });
  const panel = element(
    "section",
    { class: "panel docs-panel", "aria-labelledby": "docs-title" },
    element(
      "header",
      { class: "panel-head" },
      element("h2", { class: "panel-title", id: "docs-title" }, "Docs"),
      toggle,
    ),
    ...finder.content,
    contents.list,
    status,
  );
  const page = element("article", { class: "view docs-page", tabindex: "0" });
  const positions = createPositions(page, () => (area.hidden ? undefined : at));
  const measure = watchWide(page);

  /** @param {boolean} isOpen Where the list does not stand beside the page all the time. */
  function setOpen(isOpen) {
    toggle.setAttribute("aria-expanded", String(isOpen));
  }

  setOpen(false);
  toggle.addEventListener("click", () => {
    setOpen(toggle.getAttribute("aria-expanded") !== "true");
  });
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (!link?.hash.startsWith(DOCS) || link.origin !== location.origin) return;
    followed = { hash: link.hash, isOurs: area.contains(link) };
    if (!followed.isOurs) return;
    // Where one stands below the other, what was chosen is further down.
    if (matchMedia("(max-width: 70rem)").matches && panel.contains(link)) {
      setOpen(false);
      finder.clear();
    }
    if (link.hash === location.hash) open(link.hash);
  });
  document.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (area.hidden || key !== "/" || altKey || ctrlKey || metaKey) return;
    if (target instanceof Element && target.closest(TYPED)) return;
    event.preventDefault();
    finder.focus();
  });
  area.replaceChildren(panel, element("section", { class: "panel docs-read" }, page));

  /** @param {string} hash */
  async function open(hash) {
    if (hash === DOCS && shown !== undefined) {
      // Back in the docs one reads on.
      history.replaceState(null, "", last);
      followed = undefined;
      return open(last);
    }
    const link = followed?.hash === hash ? followed : undefined;
    followed = undefined;
    at = hash;
    const place = placeAt(hash, ids);
    if (place === undefined) return showOther("There is nothing to read at this address.");
    if (place.id !== shown && !(await show(place.id, hash))) return;
    last = hash === DOCS ? addressIn(place.id) : hash;
    if (!link && positions.restore(hash)) return;
    const target = goTo(place.anchor);
    // Reading goes on there, by keys as well.
    const title = link?.isOurs ? page.querySelector("h2") : null;
    if (link) (target ?? title)?.focus({ preventScroll: true });
  }

  /**
   * @param {string} id
   * @param {string} hash
   * @returns {Promise<boolean>} Whether it is shown, and still what is wanted.
   */
  async function show(id, hash) {
    page.setAttribute("aria-busy", "true");
    const doc = await library.read(id).catch(() => undefined);
    if (at !== hash) return false;
    if (doc === undefined) {
      const again = element("button", { type: "button", class: "button" }, "Try again");
      again.addEventListener("click", () => open(hash));
      showOther("This could not be loaded. ", again);
      return false;
    }
    shown = id;
    page.removeAttribute("aria-busy");
    page.setAttribute("aria-label", doc.title);
    page.replaceChildren(...drawn(doc.nodes, say));
    contents.mark(doc);
    measure();
    document.title = `${doc.title} · Docs · interakt-wasm console`;
    return true;
  }

  /** @param {(string | Node)[]} words In place of a document. */
  function showOther(...words) {
    shown = undefined;
    page.removeAttribute("aria-busy");
    page.setAttribute("aria-label", "Docs");
    page.replaceChildren(element("p", { class: "empty", role: "alert" }, ...words));
    contents.mark(undefined);
  }

  /** @param {string} anchor @returns {HTMLElement | null} What it names; the beginning has no name. */
  function goTo(anchor) {
    page.querySelector(".docs-target")?.classList.remove("docs-target");
    const target = anchor === "" ? null : elementAt(anchor);
    if (target === null) page.scrollTop = 0;
    else {
      target.classList.add("docs-target");
      target.scrollIntoView();
    }
    return target;
  }

  return {
    open,
    leave() {
      at = undefined;
    },
    focus: () => page.focus(),
  };
}

/**
 * @param {import("./library.js").Library} library
 * @param {readonly string[]} ids
 * @returns {() => Promise<import("./search.js").Search>} All of it is read once.
 */
function searchIn(library, ids) {
  /** @type {Promise<import("./search.js").Search> | undefined} */
  let search;
  return () => {
    search ??= make();
    search.catch(() => {
      search = undefined;
    });
    return search;
  };

  async function make() {
    const [{ createSearch }, ...docs] = await Promise.all([
      import("./search.js"),
      ...ids.map((id) => library.read(id)),
    ]);
    return createSearch(docs);
  }
}
