/**
 * Texts that a tab keeps under names until it is closed, in its `sessionStorage`. The oldest go when
 * there are too many. Where storage is denied, full or damaged the page goes on with what it has.
 */

/** @typedef {Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">} Store */

/**
 * @typedef {object} Shelf
 * @property {() => string[]} names The one that was put last is the last.
 * @property {(name: string) => string | undefined} get
 * @property {(name: string, text: string) => void} put
 * @property {(name: string) => void} remove
 */

/**
 * @param {string} title Apart from those of other shelves.
 * @param {number} most How many characters survive a reload. Until then all are there.
 * @param {() => Store} [open] May throw.
 * @returns {Shelf}
 */
export function createShelf(title, most, open = () => sessionStorage) {
  const store = opened(open);
  /** Where it stands in the store; nothing for what does not. @type {Map<string, { text: string, at: number | undefined }>} */
  const items = new Map();
  let last = 0;

  const keyOf = (/** @type {number} */ at) => `${title}:${at}`;

  /** @param {number} at @returns {[name: string, text: string] | undefined} */
  function read(at) {
    try {
      const [name, text] = JSON.parse(store?.getItem(keyOf(at)) ?? "");
      return typeof name === "string" && typeof text === "string" ? [name, text] : undefined;
    } catch {
      return undefined;
    }
  }

  for (const at of placesIn(store, `${title}:`)) {
    last = at;
    const item = read(at);
    if (item) items.set(item[0], { text: item[1], at });
    else erase(at);
  }

  /** @param {number | undefined} at */
  function erase(at) {
    try {
      if (at !== undefined) store?.removeItem(keyOf(at));
    } catch {
      // It is gone with the tab.
    }
  }

  /** Takes the oldest out of the store. @returns {boolean} Whether there was one. */
  function giveWay() {
    const oldest = [...items.values()].find(({ at }) => at !== undefined);
    if (oldest === undefined) return false;
    erase(oldest.at);
    oldest.at = undefined;
    return true;
  }

  function stored() {
    const there = [...items].filter(([, { at }]) => at !== undefined);
    return there.reduce((sum, [name, { text }]) => sum + name.length + text.length, 0);
  }

  /**
   * @param {string} name
   * @param {string} text
   * @param {number} at
   * @returns {boolean} Whether it stands in the store.
   */
  function write(name, text, at) {
    if (store === undefined || name.length + text.length > most) return false;
    while (stored() + name.length + text.length > most) giveWay();
    for (;;) {
      try {
        store.setItem(keyOf(at), JSON.stringify([name, text]));
        return true;
      } catch {
        // Others have filled it.
        if (!giveWay()) return false;
      }
    }
  }

  return {
    names: () => [...items.keys()],

    get: (name) => items.get(name)?.text,

    put(name, text) {
      const before = items.get(name);
      items.delete(name);
      const isLast = before?.at === last && last > 0;
      if (!isLast) erase(before?.at);
      const at = isLast ? last : last + 1;
      const isThere = write(name, text, at);
      if (!isThere && isLast) erase(at);
      last = at;
      items.set(name, { text, at: isThere ? at : undefined });
    },

    remove(name) {
      erase(items.get(name)?.at);
      items.delete(name);
    },
  };
}

/** @param {() => Store} open */
function opened(open) {
  try {
    return open();
  } catch {
    return undefined;
  }
}

/**
 * @param {Store | undefined} store
 * @param {string} start
 * @returns {number[]} The numbers behind it, in order.
 */
function placesIn(store, start) {
  const places = [];
  try {
    for (let index = 0; index < (store?.length ?? 0); index += 1) {
      const key = store?.key(index) ?? "";
      const place = key.startsWith(start) ? key.slice(start.length) : "";
      if (/^[1-9]\d{0,14}$/.test(place)) places.push(Number(place));
    }
  } catch {
    // What cannot be read is not there.
  }
  return places.sort((one, other) => one - other);
}
