/** The simulator holds templates: what it refuses of them, in Interakt's words, and how they change. */
import { assert } from "chai";
import {
  assertError,
  assertHolds,
  clientOf,
  exchange,
  failureOf,
  TEMPLATE as MESSAGE,
} from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */

const TRACK = "https://nilgiritea.example/track/{{1}}";

/** @param {string} place @param {number} count */
const missing = (place, count) =>
  `Missing variable values for template's ${place}, expected number of values are ${count}`;

const NOT_FOUND =
  "Please correct the following error - No approved template found with name " +
  "'order_packed' and language 'en'.";

/** A template that wants something everywhere. */
const ORDER = {
  name: "order_packed",
  language: "en",
  category: "UTILITY",
  header_format: "TEXT",
  header: "Order {{1}}",
  body: "Dear {{1}}, parcel {{2}} of {{3}} leaves {{4}}.",
  buttons: [
    { type: "PHONE_NUMBER", text: "Call us", phone_number: "+918041234567" },
    { type: "URL", text: "Follow it", url: TRACK },
    { type: "COPY_CODE", text: "Copy the code" },
  ],
};

/** All that it wants. */
const VALUES = {
  headerValues: ["1042"],
  bodyValues: ["Asha", "1", "2", "today"],
  buttonValues: { 1: ["1042"], 2: ["TEA20"] },
};

const CARD = {
  header_format: "IMAGE",
  body: "{{1}}, whole leaf",
  buttons: [{ type: "URL", text: "Read", url: TRACK }],
};
const TEAS = {
  name: "two_teas",
  language: "en",
  category: "MARKETING",
  body: "Dear {{1}}, two teas for you",
  carousel_cards: [
    { card_index: 0, ...CARD },
    { card_index: 1, ...CARD },
  ],
};
const TEA = { bodyValues: ["Orange Pekoe"], buttonValues: { 0: ["pekoe"] } };

/** @param {string} header_format */
const pictured = (header_format) => ({ ...ORDER, header_format, header: null });

/**
 * What is held, what is sent, and what is answered.
 * @type {{
 *   name: string, held?: object, values: object, category?: string, message: string,
 *   code?: string, details?: object,
 * }[]}
 */
const REFUSALS = [
  {
    name: "a text above without its value",
    values: { ...VALUES, headerValues: [] },
    message: missing("header", 1),
    details: { where: "header", expected: 1 },
  },
  ...["image", "video", "document"].map((media) => ({
    name: `no address for the ${media} above`,
    held: pictured(media.toUpperCase()),
    values: { ...VALUES, headerValues: undefined },
    message: `Media Url is missing for header's ${media}`,
    details: { where: "header", media, expected: 1 },
  })),
  {
    name: "a body with a value too few",
    values: { ...VALUES, bodyValues: VALUES.bodyValues.slice(1) },
    message: missing("body", 4),
    details: { where: "body", expected: 4 },
  },
  {
    name: "a body without values",
    values: { ...VALUES, bodyValues: undefined },
    message: missing("body", 4),
    details: { where: "body", expected: 4 },
  },
  {
    name: "the button of an address without its value",
    values: { ...VALUES, buttonValues: { 2: ["TEA20"] } },
    message: missing("button at index 1", 1),
    details: { where: "button", index: 1, expected: 1 },
  },
  {
    name: "a code to copy that is not given",
    values: { ...VALUES, buttonValues: { 1: ["1042"] } },
    message: missing("button at index 2", 1),
    details: { where: "button", index: 2, expected: 1 },
  },
  {
    name: "a card with a value too few",
    held: TEAS,
    values: { bodyValues: ["Asha"], carouselCards: [TEA, { ...TEA, bodyValues: undefined }] },
    message: missing("carousel card at index 1's body", 1),
    details: { where: "carousel", index: 1, expected: 1 },
  },
  {
    name: "a card whose button lacks its value",
    held: TEAS,
    values: { bodyValues: ["Asha"], carouselCards: [{ bodyValues: ["Pekoe"] }, TEA] },
    message: missing("carousel card at index 0's button at index 0", 1),
    details: { where: "carousel", index: 0, expected: 1 },
  },
  {
    name: "a carousel without its cards",
    held: TEAS,
    values: { bodyValues: ["Asha"] },
    message: missing("carousel card at index 0's body", 1),
    details: { where: "carousel", index: 0, expected: 1 },
  },
  {
    name: "a name that no template has",
    held: { ...ORDER, name: "order_sent" },
    values: VALUES,
    code: "template_not_found",
    message: NOT_FOUND,
  },
  {
    name: "a language that the template does not have",
    held: { ...ORDER, language: "en_US" },
    values: VALUES,
    code: "template_not_found",
    message: NOT_FOUND,
  },
  ...["WAITING", "REJECTED", "PAUSED"].map((approval_status) => ({
    name: `a template that is ${approval_status}`,
    held: { ...ORDER, approval_status },
    values: VALUES,
    code: "template_not_found",
    message: NOT_FOUND,
  })),
  {
    name: "a category that is not the template's",
    held: { ...ORDER, category: "marketing" },
    values: VALUES,
    category: "utility",
    code: "template_category_mismatch",
    message:
      "Message not sent. Template category mismatch: Expected 'utility', but received " +
      "'MARKETING'. Please update the request to match the approved template category.",
  },
];

/**
 * A message from the template that is held.
 * @param {any} held
 * @param {object} values
 * @param {string} [category]
 */
const messageOf = ({ name, language }, values, category) => ({
  ...MESSAGE,
  template_category: category,
  template: { name, languageCode: language, ...values },
});

/**
 * A simulator in memory and a client of it.
 * @param {World} world
 * @param {import("interakt-wasm/simulator").SimulatorOptions} options
 */
function inMemory(world, options) {
  const simulator = world.createSimulator(options);
  return { simulator, client: clientOf(world, { baseUrl: undefined, fetch: simulator }) };
}

/** @type {Case[]} */
export const simulatorTemplateCases = [
  ...REFUSALS.map(
    ({ name, held = ORDER, values, category, message, code = "missing_values", details }) => ({
      name: `the simulator refuses ${name}`,
      run: async (/** @type {World} */ world) => {
        const { name } = held === TEAS ? TEAS : ORDER;
        const input = messageOf({ name, language: "en" }, values, category);
        for (const send of [
          () => clientOf(world).sendMessage(input),
          () => clientOf(world).sendMessage({ ...input, campaignId: "spring" }),
          () => exchange(world, "sendMessage", input),
        ]) {
          await world.remote.setup({ templates: [held] });
          const thrown = await failureOf(send());
          assertError(thrown, world.api.TemplateError, {
            code,
            status: 400,
            body: { result: false, message },
            outcome: "refused",
            ...(details && { details }),
          });
        }
      },
    }),
  ),
  {
    name: "the simulator takes a template with all that it wants, and any that tells nothing",
    run: async (world) => {
      const bare = { name: "bare", language: "en", category: "UTILITY" };
      const flow = { ...bare, name: "survey", body: "Hi", buttons: [{ type: "FLOW", text: "Go" }] };
      const { client } = inMemory(world, {
        templates: [ORDER, TEAS, bare, flow, { ...pictured("LOCATION"), name: "place" }],
      });
      for (const input of [
        messageOf(ORDER, VALUES, "utility"),
        messageOf(TEAS, { bodyValues: ["Asha"], carouselCards: [TEA, TEA] }, "marketing"),
        messageOf(bare, {}),
        messageOf(bare, VALUES),
        messageOf(flow, {}),
        messageOf({ ...ORDER, name: "place" }, { ...VALUES, headerValues: undefined }),
      ]) {
        assertHolds(await client.sendMessage(input), { result: true });
      }
    },
  },
  {
    name: "the simulator makes campaigns of approved templates alone",
    run: async (world) => {
      const { client } = inMemory(world, {
        templates: [ORDER, { ...TEAS, approval_status: "WAITING" }],
      });
      const campaign = { campaign_name: "Spring", campaign_type: "PublicAPI", language_code: "en" };
      await client.createCampaign({ ...campaign, template_name: "order_packed" });
      const error = await failureOf(
        client.createCampaign({ ...campaign, template_name: "two_teas" }),
      );
      assertError(error, world.api.TemplateError, { code: "template_not_found", status: 400 });
    },
  },
  {
    name: "the simulator takes what an account lists, as it was sent or decoded",
    run: async (world) => {
      const { client, simulator } = inMemory(world, {
        templates: [ORDER, { ...TEAS, approval_status: "WAITING" }],
      });
      const decoded = await client.listTemplates({});
      const address = "https://api.interakt.ai/v1/public/track/organization/templates";
      const sent = await simulator(address, { headers: { authorization: "Basic YTo=" } });
      const { results } = await sent.json();
      assert.typeOf(results.templates[0].buttons, "string");
      for (const templates of [decoded.results.templates, results.templates]) {
        const copy = inMemory(world, { templates });
        assert.deepEqual(await copy.client.listTemplates({}), decoded);
        await copy.client.sendMessage(messageOf(ORDER, VALUES));
        const error = await failureOf(copy.client.sendMessage(messageOf(ORDER, {})));
        assertError(error, world.api.TemplateError, { details: { where: "header" } });
      }
    },
  },
  {
    name: "the simulator lists the cards of a carousel as a new template tells them",
    run: async (world) => {
      const { client } = inMemory(world, { templates: [ORDER, TEAS] });
      const { results } = await client.listTemplates({});
      assert.deepEqual(results.templates[1].carousel_cards, TEAS.carousel_cards);
      assert.notProperty(results.templates[0], "carousel_cards");
    },
  },
  {
    name: "a template that is created can be sent when it is approved",
    run: async (world) => {
      const { client, simulator } = inMemory(world, { templates: [] });
      const { data } = await client.createTemplate({
        display_name: "Order Packed",
        language: "English",
        category: "Utility",
        body: "Dear {{1}}, your order is packed.",
        body_text: ["Asha"],
      });
      const input = messageOf(data, { bodyValues: ["Asha"] });
      const waits = await failureOf(client.sendMessage(input));
      assertError(waits, world.api.TemplateError, { code: "template_not_found" });
      simulator.changeTemplate({ name: "order_packed" }, { approval_status: "APPROVED" });
      assertHolds(await client.sendMessage(input), { result: true });
      const empty = await failureOf(client.sendMessage(messageOf(data, {})));
      assertError(empty, world.api.TemplateError, { details: { where: "body", expected: 1 } });
    },
  },
  {
    name: "a template changes while the simulator runs, in one language or in all",
    run: async (world) => {
      const templates = [ORDER, { ...ORDER, language: "en_US" }];
      const { client, simulator } = inMemory(world, { templates });
      const statusOf = async () =>
        (await client.listTemplates({})).results.templates.map((/** @type {any} */ each) => [
          each.category,
          each.previous_category,
          each.approval_status,
        ]);
      const which = { name: "order_packed", language: "en" };
      simulator.changeTemplate(which, { category: "Marketing" });
      assert.deepEqual(await statusOf(), [
        ["MARKETING", "UTILITY", "APPROVED"],
        ["UTILITY", undefined, "APPROVED"],
      ]);
      const error = await failureOf(client.sendMessage(messageOf(ORDER, VALUES, "utility")));
      assertError(error, world.api.TemplateError, { code: "template_category_mismatch" });
      simulator.changeTemplate({ name: "order_packed" }, { approval_status: "REJECTED" });
      assert.deepEqual(
        (await statusOf()).map((/** @type {string[]} */ [, , status]) => status),
        ["REJECTED", "REJECTED"],
      );
      simulator.reset();
      assert.deepEqual((await statusOf())[0], ["UTILITY", undefined, "APPROVED"]);
      assert.equal(ORDER.category, "UTILITY");
    },
  },
  {
    name: "the simulator says by name what of a template cannot be changed",
    run: async ({ createSimulator }) => {
      const simulator = createSimulator({ templates: [ORDER] });
      const which = { name: "order_packed" };
      for (const [target, changes, message] of /** @type {[any, any, RegExp][]} */ ([
        [undefined, {}, /^changeTemplate: an object$/],
        ["order_packed", {}, /^changeTemplate: an object$/],
        [{}, {}, /^name: the code name of a template$/],
        [{ name: "" }, {}, /^name: /],
        [{ ...which, language: 7 }, {}, /^language: the language code/],
        [{ ...which, lang: "en" }, {}, /^changeTemplate has no option "lang"/],
        [{ name: "order_sent" }, {}, /^changeTemplate: the account has no template order_sent$/],
        [{ ...which, language: "hi" }, {}, /has no template order_packed in hi$/],
        [which, undefined, /^changes: the texts name, language and category/],
        [which, { approval_status: true }, /^changes: /],
        [which, { buttons: [7] }, /^changes: /],
        [which, { name: "" }, /^changes: /],
      ])) {
        assert.throws(() => simulator.changeTemplate(target, changes), TypeError, message);
      }
    },
  },
];
