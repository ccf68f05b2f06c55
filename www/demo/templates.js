/** The templates of the simulated account: those of the examples, and one of each kind to try. */

/** @typedef {import("interakt-wasm/simulator").SimulatedTemplate} SimulatedTemplate */

const TRACK = { type: "URL", text: "Follow it", url: "https://nilgiritea.example/track/{{1}}" };
const SHOP = { type: "PHONE_NUMBER", text: "Call the shop", phone_number: "+918041234567" };
const FOOTER = "Nilgiri Tea House";
const PACKED = "Dear *{{1}}*,\nyour order {{2}} is packed and leaves today.";

/** @param {string} body @param {{ type: string, [field: string]: string }[]} [buttons] */
const pictured = (body, buttons) => ({ header_format: "IMAGE", body, buttons });

/** @param {object[]} cards */
const carousel = (cards) => cards.map((card, card_index) => ({ card_index, ...card }));

const TEA = pictured("{{1}}, packed in the garden", [
  { type: "QUICK_REPLY", text: "Send me a sample" },
  { type: "URL", text: "Read more", url: "https://nilgiritea.example/teas/{{1}}" },
]);
const PLAIN_TEA = pictured("{{1}}, packed in the garden", [
  { type: "QUICK_REPLY", text: "Send me a sample" },
]);
const PAID = { header_format: "VIDEO", body: "{{1}}, ready to leave" };

/** @type {SimulatedTemplate[]} */
const UTILITY = [
  { name: "order_packed", body: PACKED, footer: FOOTER },
  { name: "order_packed", language: "en_US", body: PACKED.replace("packed", "all packed up") },
  {
    name: "order_packed_header",
    header_format: "TEXT",
    header: "News about {{1}}",
    body: PACKED,
    footer: FOOTER,
  },
  {
    name: "order_packed_image",
    header_format: "IMAGE",
    body: "Dear *{{1}}*, this is your parcel. It leaves tonight.",
    footer: FOOTER,
    buttons: [TRACK, SHOP],
  },
  {
    name: "order_packed_image",
    language: "ta",
    header_format: "IMAGE",
    body: "Vanakkam *{{1}}*, ungal parcel thayaar.",
  },
  { name: "order_packed_actions", body: PACKED, footer: FOOTER, buttons: [SHOP, TRACK] },
  {
    name: "order_packed_replies",
    body: "Dear *{{1}}*, your order is packed. Is the address still right?",
    buttons: [
      { type: "QUICK_REPLY", text: "Thank you" },
      { type: "QUICK_REPLY", text: "Change the address" },
    ],
  },
  {
    name: "order_invoice",
    header_format: "DOCUMENT",
    body: "Dear {{1}}, your invoice is above.\n\n> Paid with thanks",
    footer: FOOTER,
  },
  { name: "order_placed_cod", body: "Thank you, {{1}}! Please pay the courier in cash." },
  { name: "order_news", body: "Your payment of ₹{{1}} did not arrive." },
  {
    name: "tea_survey",
    body: "Dear {{1}}, which teas do you like? It takes a minute.",
    buttons: [{ type: "FLOW", text: "Tell us" }],
  },
  { name: "pay_one_order", ...pictured("Dear {{1}}, your order waits for its payment.") },
  {
    name: "pay_two_orders",
    body: "Dear {{1}}, two orders wait for their payment.",
    carousel_cards: carousel([PAID, PAID]),
  },
  {
    name: "two_teas",
    body: "Dear {{1}}, two teas that you may like until {{2}}:",
    carousel_cards: carousel([TEA, TEA]),
  },
  {
    name: "two_teas_plain",
    body: "Dear {{1}}, two teas that you may like until {{2}}:",
    carousel_cards: carousel([PLAIN_TEA, PLAIN_TEA]),
  },
  { name: "tasting_reminder", body: "The tasting begins at {{1}}.", approval_status: "WAITING" },
].map((template) => ({ language: "en", category: "UTILITY", ...template }));

/** @type {SimulatedTemplate[]} */
const OTHERS = [
  {
    name: "login_code",
    language: "en",
    category: "AUTHENTICATION",
    body: "*{{1}}* is your code. For your security, do not share it.",
    footer: "It expires in 10 minutes.",
    buttons: [{ type: "OTP", text: "Copy code" }],
  },
  {
    name: "monsoon_sale",
    language: "en",
    category: "MARKETING",
    ...pictured("*Monsoon sale!*\n{{1}}, take 20% off:\n- Orange Pekoe\n- White Frost", [
      { type: "COPY_CODE", text: "Copy offer code" },
      { type: "URL", text: "Shop now", url: "https://nilgiritea.example/sale" },
    ]),
    footer: "Reply STOP to hear no more",
  },
  {
    name: "delivery_feedback",
    language: "en",
    category: "MARKETING",
    previous_category: "UTILITY",
    body: "{{1}}, how was your last delivery? Rate it and save on the next one.",
    buttons: [{ type: "QUICK_REPLY", text: "Lovely" }],
  },
  {
    name: "win_an_iphone",
    language: "en",
    category: "MARKETING",
    body: "{{1}}, you have won!!!",
    approval_status: "REJECTED",
  },
];

export const TEMPLATES = [...UTILITY, ...OTHERS];
