/** What Interakt tells a webhook, signed and not, whole and broken. */
import { createServer } from "node:http";
import { webhooks as api } from "interakt-wasm";
import { readWebhookFixtures } from "../../support/fixtures.mjs";
import { listen } from "../../support/listen.mjs";
import { FULL_PHONE, NAME, SECRET, TEXT } from "../marks.mjs";

/** Everything in it that somebody can say, or is. @param {any} value @returns {any} */
function marked(value, key = "") {
  if (typeof value === "string") {
    if (/phone/i.test(key)) return FULL_PHONE;
    return /^(message|text|name|title|reason|body)$/i.test(key) ? TEXT : value;
  }
  if (Array.isArray(value)) return value.map((part) => marked(part, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, name)]));
}

const FACTS = ["dedupeKey", "submissionKey", "messageId", "status"];

/** @param {import("../watch.mjs").Watch} watch */
export async function webhooks(watch) {
  const fixtures = await readWebhookFixtures();
  const bodies = fixtures.map(({ name, body }) => ({ name, body: JSON.stringify(marked(body)) }));
  bodies.push({ name: "none of Interakt", body: JSON.stringify({ [NAME]: TEXT }) });
  for (const { name, body } of bodies) {
    const event = /** @type {any} */ (api.parse(body));
    watch.saw("an event", event, name);
    watch.saw(
      "an event: its keys and status",
      FACTS.map((fact) => event[fact]),
      name,
    );
    await received(watch, name, body);
  }
  for (const [name, body] of /** @type {[string, any][]} */ ([
    ["no JSON", `${TEXT}{`],
    ["half of it", JSON.stringify({ type: NAME, data: TEXT }).slice(0, -4)],
    ["a text", JSON.stringify(TEXT)],
    ["a list", JSON.stringify([NAME])],
    ["what was parsed before", { type: NAME }],
    ["bytes that are no text", Buffer.from([...Buffer.from(NAME), 0xff, 0xfe])],
  ])) {
    await watch.tried(() => api.parse(body), name);
    await watch.tried(() => api.sign(body, SECRET).then(() => {}), name);
    if (typeof body !== "object") await received(watch, name, body);
  }
  for (const settings of /** @type {any[]} */ ([
    { secret: [SECRET] },
    { secret: SECRET },
    { secret: SECRET, onEvent: SECRET },
    { secret: SECRET, onEvent() {}, maxBytes: SECRET },
    { secret: "", onEvent() {} },
  ])) {
    await watch.tried(() => api.receive(requestOf("{}", ""), settings), "receive");
    await watch.tried(() => void api.nodeHandler(settings), "nodeHandler");
  }
  await inNode(watch, bodies[0]?.body ?? "");
}

/** @param {string} body @param {string} signature */
const requestOf = (body, signature) =>
  new Request("https://shop.example/webhook", {
    ...{ method: "POST", body, duplex: "half" },
    headers: { "interakt-signature": signature },
  });

/** @param {import("../watch.mjs").Watch} watch @param {string} name @param {string} body */
async function received(watch, name, body) {
  const good = await api.sign(body, SECRET);
  watch.saw("a signature", good);
  for (const signature of [
    good,
    good.slice(0, -1),
    SECRET,
    `sha256=${NAME}`.replace(/[^ -~]/g, ""),
  ]) {
    for (const onError of [undefined, () => new Response("later", { status: 500 })]) {
      const response = await api.receive(requestOf(body, signature), {
        secret: SECRET,
        ...(onError && { onError }),
        maxBytes: 5000,
        onEvent: failing,
      });
      const { status, headers } = response;
      watch.saw("a webhook's answer", [status, [...headers], await response.text()], name);
    }
  }
}

/** What a program throws may hold anything: it is the console that must not. @param {unknown} event */
const failing = (event) => {
  throw Object.assign(new Error(`${TEXT} ${SECRET}`), { event });
};

/** @param {import("../watch.mjs").Watch} watch @param {string} body */
async function inNode(watch, body) {
  const handler = api.nodeHandler({ secret: SECRET, onEvent: failing });
  const server = await listen(createServer(handler));
  for (const signature of [await api.sign(body, SECRET), "sha256=no"]) {
    const { status, headers, ...response } = await ask(server.url, body, signature);
    watch.saw("a webhook's answer", [status, headers, response.text], "nodeHandler");
  }
  await server.close();
}

/** @param {string} url @param {string} body @param {string} signature */
async function ask(url, body, signature) {
  const headers = { "interakt-signature": signature };
  const response = await fetch(url, { method: "POST", body, headers });
  return { status: response.status, headers: [...response.headers], text: await response.text() };
}
