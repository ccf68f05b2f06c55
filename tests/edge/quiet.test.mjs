/** Quiet hours, minute by minute, by the clocks that people look at. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { INSTALLED } from "../../scripts/project.mjs";

/** @type {typeof import("../../pkg-template/edge/quiet.js")} */
const { opensAt, zonesOf } = await import(
  pathToFileURL(join(INSTALLED, "dist", "edge", "quiet.js")).href
);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NIGHT = { from: "21:00", to: "09:00" };
const INDIA = ["Asia/Kolkata"];

/** @param {string} time With its zone. */
const at = (time) => Date.parse(time);

/** @param {number | null} time */
const shown = (time) => (time === null ? null : new Date(time).toISOString());

/** @type {Record<string, Intl.DateTimeFormat>} */
const walls = {};

/**
 * What a clock on a wall there shows, asked in another way than the code does.
 *
 * @param {string} timeZone
 * @param {number} time
 */
function minuteAt(timeZone, time) {
  walls[timeZone] ??= new Intl.DateTimeFormat("sv-SE", { timeZone, timeStyle: "short" });
  const [hour = 0, minute = 0] = walls[timeZone].format(time).split(":").map(Number);
  return hour * 60 + minute;
}

/** @type {(quiet: { from: string, to: string }, zones: readonly string[], time: number) => boolean} */
function isQuiet({ from, to }, zones, time) {
  const [begin, end] = [from, to].map(
    (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)),
  );
  return zones.some((zone) => {
    const minute = minuteAt(zone, time);
    return (begin ?? 0) < (end ?? 0)
      ? minute >= (begin ?? 0) && minute < (end ?? 0)
      : minute >= (begin ?? 0) || minute < (end ?? 0);
  });
}

for (const [name, zones, quiet, from, to] of /** @type {const} */ ([
  ["by day", INDIA, NIGHT, "2026-11-30T12:00+05:30", "2026-11-30T12:00+05:30"],
  [
    "in the last minute",
    INDIA,
    NIGHT,
    "2026-11-30T20:59:59.999+05:30",
    "2026-11-30T20:59:59.999+05:30",
  ],
  ["from the first moment", INDIA, NIGHT, "2026-11-30T21:00+05:30", "2026-12-01T09:00+05:30"],
  ["after midnight", INDIA, NIGHT, "2026-12-01T03:17:42.123+05:30", "2026-12-01T09:00+05:30"],
  [
    "until the last moment",
    INDIA,
    NIGHT,
    "2026-12-01T08:59:59.999+05:30",
    "2026-12-01T09:00+05:30",
  ],
  [
    "at noon",
    INDIA,
    { from: "12:30", to: "14:15" },
    "2026-12-01T13:00+05:30",
    "2026-12-01T14:15+05:30",
  ],
  [
    "before noon",
    INDIA,
    { from: "12:30", to: "14:15" },
    "2026-12-01T12:29+05:30",
    "2026-12-01T12:29+05:30",
  ],
  [
    "the night that clocks go forward",
    ["Europe/Berlin"],
    NIGHT,
    "2026-03-28T22:00+01:00",
    "2026-03-29T09:00+02:00",
  ],
  [
    "the night that clocks go back",
    ["Europe/Berlin"],
    NIGHT,
    "2026-10-24T22:00+02:00",
    "2026-10-25T09:00+01:00",
  ],
  // At 02:00 it is 03:00: nobody's clock ever shows 02:30.
  [
    "until a time that is left out",
    ["Europe/Berlin"],
    { from: "22:00", to: "02:30" },
    "2026-03-29T01:00+01:00",
    "2026-03-29T03:00+02:00",
  ],
  // At 03:00 it is 02:00 once more, and so it is quiet once more.
  [
    "until a time that comes twice",
    ["Europe/Berlin"],
    { from: "22:00", to: "02:30" },
    "2026-10-25T01:00+02:00",
    "2026-10-25T02:30+02:00",
  ],
  [
    "when it comes for the second time",
    ["Europe/Berlin"],
    { from: "22:00", to: "02:30" },
    "2026-10-25T02:10+01:00",
    "2026-10-25T02:30+01:00",
  ],
  [
    "where clocks go by half an hour",
    ["Australia/Lord_Howe"],
    NIGHT,
    "2026-04-05T00:00+11:00",
    "2026-04-05T09:00+10:30",
  ],
  [
    "from ocean to ocean",
    ["America/New_York", "America/Los_Angeles"],
    NIGHT,
    "2026-12-01T09:00-05:00",
    "2026-12-01T09:00-08:00",
  ],
  [
    "when it is late in the east",
    ["America/New_York", "America/Los_Angeles"],
    NIGHT,
    "2026-12-01T18:30-08:00",
    "2026-12-02T09:00-08:00",
  ],
  [
    "across the date line",
    ["Pacific/Auckland", "Pacific/Chatham"],
    NIGHT,
    "2026-12-01T20:30+13:00",
    "2026-12-02T09:00+13:00",
  ],
])) {
  test(`quiet hours ${name}`, () => {
    assert.equal(shown(opensAt(quiet, zones, at(from))), shown(at(to)));
  });
}

test("a time that comes twice is told apart", () => {
  const quiet = { from: "22:00", to: "02:30" };
  // Between the two it is open for half an hour, and then quiet for half an hour.
  const open = at("2026-10-25T02:45+02:00");
  assert.equal(opensAt(quiet, ["Europe/Berlin"], open), open);
});

test("zones that leave no time are told as such", () => {
  assert.equal(
    opensAt({ from: "12:00", to: "11:00" }, zonesOf("US", "UTC"), at("2026-12-01T12:00Z")),
    null,
  );
});

test("zones are those of the country, and of all others the one that is set", () => {
  assert.deepEqual(zonesOf("DE", "Asia/Kolkata").includes("Europe/Berlin"), true);
  assert.ok(zonesOf("US", "Asia/Kolkata").length > 20);
  for (const country of ["ZZ", "XK?", "001", "", null]) {
    assert.deepEqual(zonesOf(country, "Asia/Kolkata"), INDIA);
  }
  assert.deepEqual(zonesOf("us", "UTC"), zonesOf("US", "UTC"));
  // Those that have numbers of their own, and no zone for the runtime.
  assert.deepEqual(zonesOf("XK", "Asia/Kolkata"), ["Europe/Belgrade"]);
  for (const country of ["AC", "TA"]) {
    assert.deepEqual(zonesOf(country, "Asia/Kolkata"), ["Atlantic/St_Helena"]);
  }
});

const countries = ["IN", "DE", "US", "BR", "AU", "MA", "NP", "PT", "ID", "CL", "EG", "IR", "NZ"];
const time = fc
  .nat({ max: 24 * 60 - 1 })
  .map((minute) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":"),
  );

test("where it opens it is open, and was not before, in all countries through all of a year", () => {
  const zones = fc.constantFrom(...countries).map((country) => zonesOf(country, "UTC"));
  const moment = fc
    .nat({ max: 2 * 365 * 24 * 60 })
    .map((minute) => at("2026-01-01Z") + minute * MINUTE);
  fc.assert(
    fc.property(
      zones,
      time,
      time,
      moment,
      fc.nat({ max: MINUTE - 1 }),
      (zones, from, to, minute, ms) => {
        fc.pre(from !== to);
        const quiet = { from, to };
        const begin = minute + ms;
        const open = opensAt(quiet, zones, begin);
        if (!isQuiet(quiet, zones, begin)) return assert.equal(open, begin);
        const end = open ?? begin + DAY;
        for (let time = minute; time < Math.min(end, begin + DAY); time += MINUTE) {
          assert.ok(isQuiet(quiet, zones, time), new Date(time).toISOString());
        }
        if (open === null) return;
        assert.ok(!isQuiet(quiet, zones, open));
        assert.equal(open % MINUTE, 0);
      },
    ),
    { numRuns: 60 },
  );
});
