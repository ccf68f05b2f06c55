// Templates to be approved.
import type { CreateTemplateInput, TemplateButton } from "interakt-wasm";

const plain = {
  display_name: "Hello",
  language: "English",
  category: "Utility",
  body: "Hello.",
} as const;

export const allowed: CreateTemplateInput[] = [
  plain,
  { ...plain, category: "UTILITY", header_format: null },
  {
    ...plain,
    category: "marketing",
    header_format: "TEXT",
    header: "Order {{1}}",
    header_text: ["42"],
  },
  {
    ...plain,
    header_format: "IMAGE",
    header_handle: ["4::aW1hZ2U="],
    header_handle_file_url: "https://example.com/1.jpg",
    header_handle_file_name: "1.jpg",
    footer: "Bye",
  },
  {
    ...plain,
    button_type: "Call To Action",
    buttons: [
      { type: "PHONE_NUMBER", text: "Call", phone_number: "+919876543210" },
      { type: "URL", text: "Visit", url: "https://example.com/{{1}}" },
    ],
    button_text: "https://example.com/42",
  },
  { ...plain, button_type: "Quick Replies", buttons: [{ type: "QUICK_REPLY", text: "Yes" }] },
  {
    ...plain,
    category: "Marketing",
    carousel_cards: [
      {
        card_index: 0,
        header_format: "IMAGE",
        header: null,
        header_handle: ["4::aW1hZ2U="],
        cardTitle: "First",
        body: "First",
        body_text: [],
        buttons: [{ type: "QUICK_REPLY", text: "Buy" }],
        button_text: [],
      },
    ],
  },
];

// @ts-expect-error: not a category
export const wrongCategory: CreateTemplateInput = { ...plain, category: "Utility/Marketing" };

// @ts-expect-error: not a kind of header
export const wrongHeader: CreateTemplateInput = { ...plain, header_format: "AUDIO" };

// @ts-expect-error: the body is missing
export const noBody: CreateTemplateInput = {
  display_name: "Hello",
  language: "English",
  category: "Utility",
};

// @ts-expect-error: examples are a list
export const oneExample: CreateTemplateInput = { ...plain, body_text: "Asha" };

// @ts-expect-error: a URL button has a url
export const noUrl: TemplateButton = { type: "URL", text: "Visit" };

export const keyOfAnother: TemplateButton = {
  type: "QUICK_REPLY",
  text: "Yes",
  // @ts-expect-error: url belongs to a button of type URL
  url: "https://example.com",
};
