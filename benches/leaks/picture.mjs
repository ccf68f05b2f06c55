/** Curves of memory as a picture: a row of them for each runtime, one for each kind of work. */

/** @typedef {import("../leaks.mjs").Curve} Curve */

const WIDTH = 220;
const HEIGHT = 120;
const MARGIN = { left: 70, top: 50 };

/** Between two of them, where the figures of an axis stand. */
const GAP = { across: 64, down: 56 };

const MEGABYTE = 2 ** 20;

/** What is drawn of each, in this order. @type {readonly [part: "module" | "heap" | "resident", color: string, label: string][]} */
const LINES = [
  ["module", "#0b6e4f", "memory of the module"],
  ["heap", "#1f4e9e", "heap of JavaScript"],
  ["resident", "#b5541c", "resident memory of the process"],
];

/** @param {readonly Curve[]} curves */
export function pictureOf(curves) {
  const runtimes = [...new Set(curves.map(({ runtime }) => runtime))];
  const works = [...new Set(curves.map(({ what }) => what))];
  const width = MARGIN.left + works.length * (WIDTH + GAP.across);
  const height = MARGIN.top + runtimes.length * (HEIGHT + GAP.down);
  const parts = LINES.map(([, color, label], at) => {
    return text(MARGIN.left + at * 240, 20, `■ ${label}`, color);
  });
  for (const curve of curves) {
    const x = MARGIN.left + works.indexOf(curve.what) * (WIDTH + GAP.across);
    const y = MARGIN.top + runtimes.indexOf(curve.runtime) * (HEIGHT + GAP.down);
    parts.push(chart(curve, x, y));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>Memory over a million calls</title>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join("\n")}
</svg>
`;
}

/** @param {Curve} curve @param {number} x @param {number} y */
function chart({ runtime, what, count, sizes }, x, y) {
  const values = sizes.flatMap((size) => LINES.flatMap(([part]) => size[part] ?? []));
  const most = niceAbove(Math.max(...values) / MEGABYTE);
  const lines = LINES.flatMap(([part, color]) => {
    const points = sizes.flatMap((size, at) => {
      const bytes = size[part];
      if (bytes === undefined) return [];
      const across = x + (at / (sizes.length - 1)) * WIDTH;
      const up = y + HEIGHT - (bytes / MEGABYTE / most) * HEIGHT;
      return [`${across.toFixed(1)},${up.toFixed(1)}`];
    });
    if (points.length === 0) return [];
    return [
      `<polyline points="${points.join(" ")}" fill="none" stroke="${color}" stroke-width="2"/>`,
    ];
  });
  const calls = count.toLocaleString("en");
  return [
    `<rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" fill="none" stroke="#bbb"/>`,
    ...lines,
    text(x - 6, y + 10, `${most} MB`, "#333", "end"),
    text(x - 6, y + HEIGHT, "0", "#333", "end"),
    text(x + WIDTH, y + HEIGHT + 15, `${calls} calls`, "#333", "end"),
    text(x, y - 6, `${runtime}: ${what}`, "#000"),
  ].join("\n");
}

/** The next of 1, 2, 5, 10, 20, 50 … @param {number} value */
function niceAbove(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10);
}

/** @param {number} x @param {number} y @param {string} said @param {string} color @param {string} [anchor] */
const text = (x, y, said, color, anchor = "start") =>
  `<text x="${x}" y="${y}" fill="${color}" text-anchor="${anchor}">${said}</text>`;
