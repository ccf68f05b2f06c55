/** Quiet hours, by the clocks of a country. */

/** @typedef {{ readonly from: string, readonly to: string }} Quiet */

const MINUTE_MS = 60_000;
const DAY = 24 * 60;

/** When to look again where no time was found: longer than any quiet hours, shorter than a season. */
export const LATEST_MS = 8 * DAY * MINUTE_MS;

/**
 * The zones of countries: what a runtime says, and of those that it knows nothing of, though they have
 * numbers of their own, this.
 *
 * @type {Map<string, readonly string[]>}
 */
const zones = new Map([
  ["AC", ["Atlantic/St_Helena"]],
  ["TA", ["Atlantic/St_Helena"]],
  ["XK", ["Europe/Belgrade"]],
]);

/**
 * @param {string | null} country
 * @param {string} timeZone of countries that are not known
 * @returns {readonly string[]} The zones that are in use there.
 */
export function zonesOf(country, timeZone) {
  if (!country || !/^[a-z]{2}$/i.test(country)) return [timeZone];
  const letters = country.toUpperCase();
  let found = zones.get(letters);
  if (!found) {
    /** @type {any} The types do not know yet that a locale has zones. */
    const locale = new Intl.Locale(`und-${letters}`);
    found = locale.getTimeZones?.() ?? locale.timeZones ?? [];
    zones.set(letters, found ?? []);
  }
  return found?.length ? found : [timeZone];
}

/**
 * The first time from `at` on when it is quiet in none of the zones.
 *
 * @param {Quiet} quiet
 * @param {readonly string[]} zones
 * @param {number} at in milliseconds since 1970
 * @returns {number | null} `at` itself when it is not quiet; null when there is no such time: the
 *   zones lie so far apart that it is always quiet in one of them.
 */
export function opensAt(quiet, zones, at) {
  const latest = at + LATEST_MS;
  for (let time = at; time <= latest; ) {
    const ends = zones.map((zone) => endOf(quiet, zone, time));
    const next = Math.max(...ends);
    if (next === time) return time;
    time = next;
  }
  return null;
}

/**
 * When it is quiet no more in a zone, exactly, also when its clocks are changed before.
 *
 * @param {Quiet} quiet
 * @param {string} zone
 * @param {number} at
 * @returns {number} `at` when it is not quiet.
 */
function endOf(quiet, zone, at) {
  if (!isQuiet(quiet, zone, at)) return at;
  const left = (minuteOf(quiet.to) - minuteAt(zone, at) + DAY) % DAY;
  const end = (Math.floor(at / MINUTE_MS) + left) * MINUTE_MS;
  const offset = offsetAt(zone, at);
  if (offsetAt(zone, end) === offset) return end;
  let [before, changed] = [Math.floor(at / MINUTE_MS), end / MINUTE_MS];
  while (changed - before > 1) {
    const middle = Math.floor((before + changed) / 2);
    if (offsetAt(zone, middle * MINUTE_MS) === offset) before = middle;
    else changed = middle;
  }
  return endOf(quiet, zone, changed * MINUTE_MS);
}

/**
 * @param {Quiet} quiet
 * @param {string} zone
 * @param {number} at
 */
function isQuiet({ from, to }, zone, at) {
  const [minute, begin, end] = [minuteAt(zone, at), minuteOf(from), minuteOf(to)];
  return begin < end ? minute >= begin && minute < end : minute >= begin || minute < end;
}

/** @param {string} time `"21:00"` @returns {number} Minutes since midnight. */
const minuteOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/**
 * What the clocks of a zone show, in minutes since midnight.
 *
 * @param {string} timeZone
 * @param {number} at
 */
function minuteAt(timeZone, at) {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const shown = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    clock = new Intl.DateTimeFormat("en", { timeZone, ...shown });
    clocks.set(timeZone, clock);
  }
  return minuteOf(clock.format(at));
}

/**
 * How far the clocks of a zone are ahead, in minutes of a day.
 *
 * @param {string} zone
 * @param {number} at
 */
const offsetAt = (zone, at) => (minuteAt(zone, at) - Math.floor(at / MINUTE_MS) + 2 * DAY) % DAY;
