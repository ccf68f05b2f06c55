/** The parts for servers: proxy, consumer, and what asks a Durable Object. */
import { getUserById, Interakt, sendMessage } from "interakt-wasm";
import * as edge from "interakt-wasm/edge";
import { FULL_PHONE, KEY, NAME, PHONE, TEXT, USER_ID } from "../marks.mjs";
import { GOOD, REPEATS } from "./client.mjs";
import { echoes } from "./echoes.mjs";

const ORIGIN = "https://shop.example";

/** @param {import("../watch.mjs").Watch} watch */
export async function inEdge(watch) {
  await proxies(watch);
  await consumers(watch);
  await far(watch);
}

/** @param {import("../watch.mjs").Watch} watch */
async function proxies(watch) {
  for (const [of, answer, how = ""] of /** @type {[string, any, string?][]} */ ([
    ["success", async () => Response.json({ result: true, id: "m-1" }, { status: 201 })],
    ["500", async () => Response.json({ result: false }, { status: 500 })],
    ["429", async () => new Response("", { status: 429, headers: { "retry-after": "1" } })],
    ["no answer", () => Promise.reject(new TypeError("fetch failed"))],
    ...Object.entries(echoes).map(([name, echo]) => [name, echo, REPEATS]),
  ])) {
    const proxy = proxyOf(watch, answer, how);
    for (const input of [GOOD.sendMessage, { ...PHONE, type: "Text", data: { message: "x" } }]) {
      await asked(watch, proxy, requestOf(JSON.stringify(input)), of, how);
    }
    await asked(
      watch,
      proxy,
      new Request(addressOf(getUserById.build({ userId: USER_ID }, THERE))),
      of,
      how,
    );
  }
  const proxy = proxyOf(watch, async () => Response.json({ result: true }), "");
  const good = JSON.stringify(GOOD.sendMessage);
  for (const [of, request] of /** @type {[string, Request][]} */ ([
    ["an input that is wrong", requestOf(JSON.stringify({ ...PHONE, type: NAME, data: TEXT }))],
    ["another operation", requestOf(good, {}, `${NAME}/`)],
    ["no JSON", requestOf(`${TEXT}{`)],
    ["no origin", requestOf(good, { origin: "" })],
    ["another origin", requestOf(good, { origin: "https://tamarindvessel.example" })],
    ["another type", requestOf(good, { "content-type": "text/plain" })],
    ["too large", requestOf(JSON.stringify({ message: NAME.repeat(20_000) }))],
    [
      "somebody else",
      requestOf(
        JSON.stringify({
          ...PHONE,
          phoneNumber: "9873041500",
          type: "Text",
          data: { message: TEXT },
        }),
      ),
    ],
    ["whose session fails", requestOf(good, { cookie: "fail" })],
    ["who is nobody", requestOf(good, { cookie: "nobody" })],
  ])) {
    await asked(watch, proxy, request, of, "");
  }
  for (const options of /** @type {any[]} */ ([
    { apiKey: `${KEY}\n` },
    { allow: TEXT },
    { allow: { [NAME]: true } },
    { allow: { sendMessage: { kinds: [TEXT] } } },
    { origins: [NAME] },
    { limits: { caller: NAME } },
    { timeoutMs: KEY },
    { client: KEY },
  ])) {
    const all = { apiKey: KEY, public: true, allow: { sendMessage: true }, ...options };
    await watch.tried(
      () => void edge.createProxy(all),
      `proxy of ${Object.keys(options)}`,
      "of settings",
    );
  }
}

/** Where the page's client takes the proxy to be. */
const THERE = { baseUrl: `${ORIGIN}/api/interakt` };

/** @param {import("interakt-wasm").InteraktRequest} built */
const addressOf = ({ url }) => url;

const MESSAGES = addressOf(sendMessage.build(/** @type {any} */ (GOOD.sendMessage), THERE));

/** @param {string} body @param {Record<string, string>} [headers] @param {string} [path] */
const requestOf = (body, headers, path = "") =>
  new Request(`${MESSAGES}${encodeURI(path)}`, {
    ...{ method: "POST", body },
    headers: { "content-type": "application/json", origin: ORIGIN, ...headers },
  });

/** @param {import("../watch.mjs").Watch} watch @param {any} answer @param {string} how */
function proxyOf(watch, answer, how) {
  const of = how && ` ${how}`;
  return edge.createProxy({
    ...{ apiKey: KEY, client: new Interakt({ apiKey: KEY, fetch: answer, maxRetries: 0 }) },
    allow: { sendMessage: true, getUserById: true },
    authorize(request) {
      const cookie = request.headers.get("cookie");
      if (cookie === "fail") throw new Error("The session could not be read.");
      if (cookie === "nobody") return null;
      return { id: "somebody", userId: USER_ID, recipients: [FULL_PHONE] };
    },
    onSend({ error, input, data, who, ...others }) {
      watch.saw("onSend of a proxy: input", input);
      watch.saw("onSend of a proxy: who", who);
      watch.saw("onSend of a proxy: the rest", [data, others]);
      if (error) watch.threw(error, "onSend", how);
    },
    onRefuse({ cause, who, ...others }) {
      watch.saw("onRefuse of a proxy: who", who);
      watch.saw(`onRefuse of a proxy: the rest${of}`, others);
      if (cause) watch.threw(cause, "onRefuse", how);
    },
  });
}

/**
 * @param {import("../watch.mjs").Watch} watch
 * @param {(request: Request) => Promise<Response>} proxy
 * @param {Request} request
 * @param {string} of
 * @param {string} how
 */
async function asked(watch, proxy, request, of, how) {
  const response = await proxy(request);
  const after = how && ` ${how}`;
  const headers = [...response.headers].filter(([name]) => name !== "access-control-allow-origin");
  watch.saw(`a proxy's answer: status and headers${after}`, [response.status, headers], of);
  watch.saw(`a proxy's answer: body${after}`, await response.text(), of);
}

/** A row of a campaign that is sent. */
const ROW = {
  ...{ index: 0, key: "0".repeat(16), recipient: FULL_PHONE, country: "IN", attempts: 0 },
  input: { .../** @type {any} */ (GOOD.sendMessage), callbackData: "sale.0" },
};

/** @param {import("../watch.mjs").Watch} watch */
async function consumers(watch) {
  for (const [of, answer, how = ""] of /** @type {[string, any, string?][]} */ ([
    ["success", async () => Response.json({ result: true, id: "m-1" }, { status: 201 })],
    ["400", async () => Response.json({ result: false, message: "No" }, { status: 400 })],
    ["401", async () => Response.json({ result: false }, { status: 401 })],
    ["no answer", () => Promise.reject(new TypeError("fetch failed"))],
    ["refused with words", echoes["400 that repeats all as it is"], REPEATS],
  ])) {
    let left = [ROW];
    const client = new Interakt({ apiKey: KEY, maxRetries: 0, fetch: answer });
    const ledger = /** @type {any} */ ({
      claim: async () => ({
        status: "running",
        operation: "sendMessage",
        rows: left.splice(0),
        waitMs: null,
      }),
      leave: async () => ({ leaves: true }),
      settle: async (/** @type {any} */ fate) =>
        watch.saw(`what a ledger is told of a row${how && ` ${how}`}`, fate, of),
      state: async () => ({ status: "running" }),
      pause: async () => {},
    });
    const account = /** @type {any} */ ({
      state: async () => ({ requestsPerMinute: 6000, waiting: 0, pausedUntil: null }),
      admit: async () => ({ admitted: true }),
      pause: async () => {},
    });
    const consumer = edge.createConsumer({
      ...{ client, account, ledger: () => ledger },
      tickets: { send: async (ticket) => watch.saw("a ticket of the Queue", ticket, of) },
      onError: (error) => watch.threw(error, `onError, ${of}`, how),
    });
    watch.saw("what work() gives", await consumer.work("sale"), of);
    left = [ROW];
    const message = { body: { campaign: "sale" }, ack() {}, retry() {} };
    await consumer.queue(/** @type {any} */ ({ queue: "q", messages: [message] }));
  }
  for (const value of [TEXT, KEY, { [NAME]: TEXT }]) {
    await watch.tried(
      () => void edge.createConsumer(/** @type {any} */ ({ client: value })),
      "consumer",
    );
    await watch.tried(() => void edge.toNewRow(/** @type {any} */ (value)), "toNewRow");
    await watch.tried(() => void edge.newsOf(/** @type {any} */ (value)), "newsOf");
  }
}

/** What asks a Durable Object that fails, with somebody's number in the question. @param {import("../watch.mjs").Watch} watch */
async function far(watch) {
  // Each is asked several times, with pauses between.
  const asking = [
    () => Promise.reject(new Error("Network connection lost.")),
    async () => new Response(TEXT, { status: 500 }),
    async () => new Response("no JSON"),
  ].flatMap((answer) => {
    const stub = { fetch: answer };
    const namespace = /** @type {any} */ ({ idFromName: () => "id", get: () => stub });
    const ledger = edge.durableLedger(namespace, "sale");
    const account = edge.durableLimiter(namespace);
    const buckets = edge.durableBuckets(namespace);
    return [
      () => ledger.add([ROW]),
      () => ledger.open({ name: NAME, about: TEXT }),
      () => account.optOut([FULL_PHONE]),
      () => account.lastMessage(FULL_PHONE),
      () => account.admit({ recipient: FULL_PHONE, campaign: "sale", index: 0 }),
      () => buckets.take([{ key: FULL_PHONE, most: 1, perMs: 1, cost: 1 }]),
    ];
  });
  await Promise.all(
    asking.map((ask) => watch.tried(/** @type {any} */ (ask), "a Durable Object that fails")),
  );
}
