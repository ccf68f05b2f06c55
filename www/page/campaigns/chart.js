/** How many messages were sent, delivered, read and failed by when: as lines, and as a table. */
import { element } from "../dom.js";
import { number } from "../files/words.js";
import { SERIES, scaleOf, totalsOf } from "./chart-lines.js";
import { put } from "./parts.js";
import { shortTimeWords } from "./words.js";

/**
 * @typedef {import("./chart-lines.js").Series} Series
 * @typedef {import("./chart-lines.js").Total} Total
 */

/** @type {Record<Series, string>} */
const LABELS = {
  sent: "Sent",
  delivered: "Delivered",
  read: "Read",
  failed: "Not delivered",
};

/** Signs at the ends, around nothing: lines are told apart without their colours, too. */
const SIGNS = {
  sent: "M0-4.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z",
  delivered: "M-4-4h8v8h-8z",
  read: "M0-5.5 5 4h-10z",
  failed: "M-4-4 4 4M4-4-4 4",
};

const HEIGHT = 220;

/** In milliseconds. */
const HALF_DAY = 12 * 3_600_000;

/** What is drawn before anybody knows how wide it may be. */
const USUAL_WIDTH = 560;

export function createChart() {
  const drawing = svg("svg", {
    class: "campaign-chart",
    role: "img",
    "aria-labelledby": "campaign-said",
  });
  const said = element("p", { class: "aside", id: "campaign-said" });
  const body = element("tbody");
  const table = element(
    "details",
    { class: "campaign-table" },
    element("summary", {}, "As a table"),
    element(
      "div",
      { class: "campaign-scroll", role: "region", "aria-label": "Messages by time", tabindex: "0" },
      element(
        "table",
        { class: "campaign-rows" },
        element("caption", { class: "visually-hidden" }, "How many messages, by when"),
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            element("th", { scope: "col" }, "By"),
            ...SERIES.map((name) => element("th", { scope: "col" }, LABELS[name])),
          ),
        ),
        body,
      ),
    ),
  );
  const legend = element(
    "ul",
    { class: "campaign-legend" },
    ...SERIES.map((name) =>
      element("li", { class: `campaign-line-${name}` }, keyOf(name), LABELS[name]),
    ),
  );
  const content = element("div", { class: "campaign-chart-area" }, said, legend, drawing, table);

  /** @type {Total[]} */
  let totals = [];
  let width = USUAL_WIDTH;
  new ResizeObserver(([entry]) => {
    const now = Math.round(entry?.contentRect.width ?? 0);
    if (now === 0 || now === width) return;
    width = now;
    draw();
  }).observe(content);

  /** @param {number} at @returns {string} With the day where there are several. */
  function timeOf(at) {
    const lasts = (totals.at(-1)?.at ?? 0) - (totals[0]?.at ?? 0);
    return lasts < HALF_DAY ? clock(at) : shortTimeWords(at);
  }

  function draw() {
    drawing.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    drawing.setAttribute("height", String(HEIGHT));
    const hasLines = totals.length > 0;
    for (const part of [drawing, legend, table]) part.toggleAttribute("hidden", !hasLines);
    if (!hasLines) return;
    const { x, y, counts, times } = scaleOf(totals, width, HEIGHT);
    const [left, right] = [x(totals[0]?.at ?? 0), x(totals.at(-1)?.at ?? 0)];
    drawing.replaceChildren(
      ...counts.flatMap((count) => [
        svg("path", { class: "campaign-across", d: `M${left} ${y(count)}H${right}` }),
        svg(
          "text",
          { class: "campaign-axis", x: left - 8, y: y(count) + 4, "text-anchor": "end" },
          [shortNumber(count)],
        ),
      ]),
      ...times.map((at, index) => {
        const anchor = index === 0 ? "start" : index === times.length - 1 ? "end" : "middle";
        const place = { x: x(at), y: HEIGHT - 6, "text-anchor": anchor };
        return svg("text", { class: "campaign-axis", ...place }, [timeOf(at)]);
      }),
      ...SERIES.flatMap((name) => {
        const points = totals.map(
          (total) => `${x(total.at).toFixed(1)} ${y(total[name]).toFixed(1)}`,
        );
        const end = totals.at(-1);
        const sign = {
          class: `campaign-sign campaign-line-${name}`,
          d: SIGNS[name],
          transform: `translate(${end ? x(end.at) : 0} ${end ? y(end[name]) : 0})`,
        };
        return [
          svg("path", { class: `campaign-line campaign-line-${name}`, d: `M${points.join("L")}` }),
          svg("path", sign),
        ];
      }),
    );
  }

  return {
    content,

    /** @param {readonly import("interakt-wasm/edge").CampaignSpan[]} spans */
    show(spans) {
      totals = totalsOf(spans);
      const last = totals.at(-1);
      const words = last
        ? `By ${timeOf(last.at)}: ${SERIES.map((name) => {
            return `${number(last[name])} ${LABELS[name].toLowerCase()}`;
          }).join(", ")}.`
        : "The lines begin with the first message that is sent.";
      put(said, words);
      body.replaceChildren(
        ...totals
          .slice(1)
          .map((total) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, timeOf(total.at)),
              ...SERIES.map((name) => element("td", {}, number(total[name]))),
            ),
          ),
      );
      draw();
    },
  };
}

/** @param {Series} name @returns {SVGElement} What its line looks like. */
function keyOf(name) {
  return svg("svg", { class: "campaign-key", viewBox: "0 0 36 12", "aria-hidden": "true" }, [
    svg("path", { class: `campaign-line campaign-line-${name}`, d: "M0 6H29" }),
    svg("path", {
      class: `campaign-sign campaign-line-${name}`,
      d: SIGNS[name],
      transform: "translate(29 6)",
    }),
  ]);
}

/** @param {number} at */
function clock(at) {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** @param {number} count @returns {string} It stands beside a line, where there is little room. */
function shortNumber(count) {
  return count.toLocaleString("en", { notation: "compact" });
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} [children]
 */
function svg(tag, attributes, children = []) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}
