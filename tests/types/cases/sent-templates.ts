// Messages from templates, and what is sent instead when they cannot be delivered.
import type { Fallback, LanguageCode, Message, OrderDetails, TemplateMessage } from "interakt-wasm";

const to = { fullPhoneNumber: "919876543210" };

const order: OrderDetails = {
  reference_id: "order-1",
  order_items: [{ name: "Cake", quantity: 1, amount: 100, country_of_origin: "India" }],
  shipping_addresses: [
    { name: "Asha Rao", city: "Bengaluru", in_pin_code: "560001", country: "IN" },
  ],
  subtotal: 100,
  discount: 0,
  tax: 0,
  shipping: 0,
  total_amount: 100,
  currency: "INR",
  payment_option_expires_in: { value: 15, unit: "minutes", expiration_message: "Too late" },
};

const fallback: Fallback[] = [
  {
    channel: "sms",
    sender_id: "INTRKT",
    pe_id: "1201159195599372920",
    provider_name: "default",
    content: {
      message: "{{1}} is your code.",
      dlt_te_id: "1107174012164676172",
      variables: ["1234"],
    },
  },
  { channel: "RCS", anything: { goes: true } },
];

export const whole: TemplateMessage = {
  ...to,
  type: "Template",
  template_category: "utility",
  callbackData: "order-1",
  fallback,
  template: {
    name: "order_shipped",
    languageCode: "en_US",
    fileName: "invoice.pdf",
    headerValues: ["https://example.com/invoice.pdf"],
    bodyValues: ["Asha", "order-1"],
    buttonValues: { "0": ["order-1"], 1: ["track"] },
    buttonPayload: { "0": ["yes-1"] },
    is_flow_template: true,
    carouselCards: [
      { headerValues: ["https://example.com/1.jpg"], bodyValues: ["One"], buttonValues: {} },
      {},
    ],
    order_details: [order],
  },
};

export const orderStatus: Message = {
  ...to,
  type: "Template",
  template: {
    name: "order_status",
    languageCode: "en",
    order_status: {
      reference_id: "order-1",
      order: { status: "shipped", description: "On its way" },
    },
  },
};

export const listed: LanguageCode = "pt_BR";
// @ts-expect-error: underscore, not hyphen
export const hyphen: LanguageCode = "pt-BR";

// A language that is not listed is a warning, so it compiles.
export const newLanguage: Message = {
  ...to,
  type: "Template",
  template: { name: "hello", languageCode: "xx_YY" },
};

export const noLanguage: Message = {
  ...to,
  type: "Template",
  // @ts-expect-error: languageCode is missing
  template: { name: "hello" },
};

export const valuesAsText: Message = {
  ...to,
  type: "Template",
  // @ts-expect-error: values are a list
  template: { name: "hello", languageCode: "en", bodyValues: "Asha" },
};

export const buttonValueAlone: Message = {
  ...to,
  type: "Template",
  // @ts-expect-error: each button has a list of values
  template: { name: "hello", languageCode: "en", buttonValues: { "0": "order-1" } },
};

export const wrongStatus: Message = {
  ...to,
  type: "Template",
  template: {
    name: "order_status",
    languageCode: "en",
    // @ts-expect-error: Interakt spells it canceled
    order_status: { reference_id: "order-1", order: { status: "cancelled" } },
  },
};

export const wrongCurrency: OrderDetails = {
  ...order,
  // @ts-expect-error: rupees only
  currency: "EUR",
};

// @ts-expect-error: an SMS needs its content
export const noContent: Fallback = {
  channel: "sms",
  sender_id: "INTRKT",
  pe_id: "1201159195599372920",
};

// @ts-expect-error: a channel that there is not
export const wrongChannel: Fallback = { channel: "fax" };
