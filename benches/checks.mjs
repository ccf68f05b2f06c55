/**
 * `npm run bench -- checks`: one form and one message, good or bad, beside zod, valibot and the code
 * that ajv makes of our JSON Schemas. With `--check` it fails where a target is missed.
 */
import { init, sendMessage } from "interakt-wasm";
import * as customer from "interakt-wasm/customer";
import parsePhoneNumber from "libphonenumber-js/min";
import { main } from "../scripts/project.mjs";
import { alternate, ratioOf } from "./alternate.mjs";
import { check as checkByValibot } from "./forms/valibot.mjs";
import { check as checkByZod } from "./forms/zod.mjs";
import { BAD, GOOD, messageSchema } from "./messages.mjs";
import { PEERS, writePeers } from "./peers/write.mjs";
import { judge } from "./targets.mjs";

const BATCH = 50;
const ROUNDS = 600;

const URL_OF_MESSAGES = "https://api.interakt.ai/v1/public/message/";
const API_KEY = "c2VjcmV0LWtleTo=";

const peers = await writePeers(["sendMessage", "trackUser"], "checks");

/** The form of a checkout, as it is filled in. */
const FILLED = { name: "Asha", phone: "098765 43210", optIn: true };
const SPOILT = { name: "", phone: "98765", optIn: "maybe" };

const form = customer.formOf(customer.trackUser, {
  fields: { name: "traits.name", phone: "phone", optIn: { to: "traits.opted_in", as: "boolean" } },
  required: ["name", "phone"],
  defaultCountry: "IN",
});

/** What ajv says of the form: its phone is read before, as a schema cannot. @param {any} values */
function explainByAjv({ name, phone, optIn }) {
  const read = parsePhoneNumber(phone, "IN");
  const wrong = read?.isPossible() ? [] : [["phone", "This is no phone number."]];
  if (name === "") wrong.push(["name", "Say your name."]);
  if (typeof optIn !== "boolean") wrong.push(["optIn", "Say yes or no."]);
  const found = peers.ajv.explain("trackUser", {
    countryCode: `+${read?.countryCallingCode ?? "91"}`,
    phoneNumber: read?.nationalNumber ?? "9876543210",
    traits: { name, opted_in: optIn },
  });
  return [...wrong, ...found];
}

/** @param {any} values */
function explainForm(values) {
  const result = form.validate(values);
  return result.ok ? [] : placesOf(result.issues);
}

/** @param {readonly { path: readonly PropertyKey[], message: string }[]} issues */
const placesOf = (issues) => issues.map(({ path, message }) => [path.join("."), message]);

/** @param {unknown} values */
const explainFormByZod = (values) => placesOf(checkByZod(values).error?.issues ?? []);

/** @param {unknown} values */
const explainFormByValibot = (values) =>
  (checkByValibot(values).issues ?? []).map(({ path, message }) => [path?.[0].key, message]);

/** @param {unknown} input */
function explainMessage(input) {
  const result = sendMessage.validate(/** @type {any} */ (input));
  return result.ok ? [] : placesOf(result.issues);
}

/** @param {unknown} input */
const explainMessageByZod = (input) => placesOf(messageSchema.safeParse(input).error?.issues ?? []);

/** @param {(input: any) => boolean} takes What one writes around a validator. */
const requestOf = (takes) => () => {
  if (!takes(GOOD)) throw new Error("the good message is not good");
  const headers = { authorization: `Basic ${API_KEY}`, "content-type": "application/json" };
  return { method: "POST", url: URL_OF_MESSAGES, headers, body: JSON.stringify(GOOD) };
};

/** @param {"zod" | "valibot" | "ajv"} peer */
const takesBy = (peer) => (/** @type {unknown} */ input) => peers[peer].check("sendMessage", input);

/**
 * @typedef {{ run: () => any, places?: string }} Contestant `places` are those that it has to find.
 *
 * @type {Record<string, Record<"ours" | "zod" | "valibot" | "ajv", () => any>>}
 */
const CONTESTS = {
  "one form, valid": {
    ours: () => form.validate(FILLED).ok,
    zod: () => checkByZod(FILLED).success,
    valibot: () => checkByValibot(FILLED).success,
    ajv: () => explainByAjv(FILLED).length === 0,
  },
  "one form, three mistakes and their messages": {
    ours: () => explainForm(SPOILT),
    zod: () => explainFormByZod(SPOILT),
    valibot: () => explainFormByValibot(SPOILT),
    ajv: () => explainByAjv(SPOILT),
  },
  "a valid template message": {
    ours: () => sendMessage.validate(GOOD).ok,
    zod: () => messageSchema.safeParse(GOOD).success,
    valibot: () => takesBy("valibot")(GOOD),
    ajv: () => takesBy("ajv")(GOOD),
  },
  "four issues and their messages": {
    ours: () => explainMessage(BAD),
    zod: () => explainMessageByZod(BAD),
    valibot: () => peers.valibot.explain("sendMessage", BAD),
    ajv: () => peers.ajv.explain("sendMessage", BAD),
  },
  "validated and built: the request": {
    ours: () => sendMessage.build(/** @type {any} */ (GOOD), { apiKey: API_KEY }),
    zod: requestOf((input) => messageSchema.safeParse(input).success),
    valibot: requestOf(takesBy("valibot")),
    ajv: requestOf(takesBy("ajv")),
  },
};

/** Whoever is asked for the mistakes finds them: where there are several, at the same places. */
function agree() {
  for (const [name, contestants] of Object.entries(CONTESTS)) {
    const places = Object.entries(contestants).map(([who, run]) => {
      const answer = run();
      if (!answer || answer.length === 0) throw new Error(`${who} has nothing to say: ${name}`);
      if (!Array.isArray(answer) || who === "ajv" || who === "valibot") return undefined;
      return String(answer.map(([place]) => place).sort());
    });
    const told = new Set(places.filter((place) => place !== undefined));
    if (told.size > 1)
      throw new Error(`${name}: the same are to be found: ${[...told].join("; ")}`);
  }
}

/** @param {number} milliseconds */
const microseconds = (milliseconds) => (milliseconds * 1000).toFixed(2);

await main(async () => {
  await Promise.all([init(), customer.init()]);
  agree();
  const rows = [];
  for (const [name, { ours, zod, valibot, ajv }] of Object.entries(CONTESTS)) {
    const times = await alternate(
      {
        ours: { run: ours, batch: BATCH },
        zod: { run: zod, batch: BATCH },
        valibot: { run: valibot, batch: BATCH },
        ajv: { run: ajv, batch: BATCH },
      },
      { rounds: ROUNDS, warmUp: 100 },
    );
    const details = [
      ...Object.values(times).map(({ middle }) => microseconds(middle)),
      ratioOf(times.ours, times.zod).toFixed(2),
    ];
    rows.push({ name, details, figure: times.ours.least / times.zod.least });
  }
  judge(
    "checks",
    {
      columns: ["ours, µs", ...PEERS, "× zod, median of ratios"],
      unit: "× zod, least",
      how: `${ROUNDS} rounds of ${BATCH}, median microseconds for one`,
      peers: [...PEERS, "libphonenumber-js"],
    },
    rows,
  );
});
