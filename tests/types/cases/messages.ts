// Every kind of WhatsApp message inside the 24-hour window.
import type {
  ButtonMessage,
  InteractiveHeader,
  ListMessage,
  Message,
  SendMessageInput,
  TextMessage,
} from "interakt-wasm";

const to = { countryCode: "+91", phoneNumber: "9876543210" };
const mediaUrl = "https://example.com/file";

export const text: TextMessage = {
  ...to,
  callbackData: "order-1",
  campaignId: "4fdff884-c388-4c1e-aea6-1890222dbc2e",
  type: "Text",
  data: { message: "Hi" },
};

export const media: Message[] = [
  { ...to, type: "Audio", data: { mediaUrl, fileName: "hello.mp3", message: "Listen" } },
  { ...to, type: "Image", data: { mediaUrl } },
  { ...to, type: "Document", data: { mediaUrl, message: "Your invoice" } },
  { ...to, type: "Video", data: { mediaUrl, fileName: "shoes.mp4" } },
  { ...to, type: "Sticker", data: { mediaUrl } },
];

const headers: InteractiveHeader[] = [
  { type: "text", text: "Your order" },
  { type: "image", image: { link: mediaUrl } },
  { type: "video", video: { link: mediaUrl } },
  { type: "document", document: { link: mediaUrl, filename: "invoice.pdf" } },
];

export const buttons: ButtonMessage[] = headers.map((header) => ({
  ...to,
  type: "InteractiveButton",
  data: {
    message: {
      type: "button",
      header,
      body: { text: "How did you like it?" },
      footer: { text: "Thank you" },
      action: { buttons: [{ type: "reply", reply: { id: "good", title: "Good" } }] },
    },
  },
}));

export const list: ListMessage = {
  ...to,
  type: "InteractiveList",
  data: {
    message: {
      type: "list",
      header: { type: "text", text: "Shoes" },
      body: { text: "Which ones?" },
      action: {
        button: "Choose",
        sections: [{ title: "New", rows: [{ id: "1", title: "Red", description: "As a rose" }] }],
      },
    },
  },
};

export const several: SendMessageInput = [text, list, ...media];

// @ts-expect-error: a kind that there is not
export const wrongKind: Message = { ...to, type: "Fax", data: { message: "Hi" } };

// @ts-expect-error: Interakt's spelling has a capital
export const wrongCase: Message = { ...to, type: "text", data: { message: "Hi" } };

// @ts-expect-error: data is missing
export const noData: Message = { ...to, type: "Text" };

export const noText: Message = {
  ...to,
  type: "Text",
  // @ts-expect-error: message is missing
  data: {},
};

export const notText: Message = {
  ...to,
  type: "Text",
  // @ts-expect-error: a number is no text
  data: { message: 42 },
};

export const dataOfAnother: Message = {
  ...to,
  type: "Text",
  // @ts-expect-error: mediaUrl belongs to media
  data: { message: "Hi", mediaUrl },
};

export const captionOfSticker: Message = {
  ...to,
  type: "Sticker",
  // @ts-expect-error: a sticker has no caption
  data: { mediaUrl, message: "Look" },
};

export const unknownKey: Message = {
  ...to,
  type: "Text",
  // @ts-expect-error: misspelt
  calbackData: "order-1",
  data: { message: "Hi" },
};

export const templateBesideText: Message = {
  ...to,
  type: "Text",
  data: { message: "Hi" },
  // @ts-expect-error: only with type Template
  template: { name: "order_shipped", languageCode: "en" },
};

export const imageInList: ListMessage = {
  ...to,
  type: "InteractiveList",
  data: {
    message: {
      type: "list",
      // @ts-expect-error: lists take a header of text only
      header: { type: "image", image: { link: mediaUrl } },
      body: { text: "Which ones?" },
      action: { button: "Choose", sections: [{ rows: [{ id: "1", title: "Red" }] }] },
    },
  },
};

export const mixedHeader: InteractiveHeader = {
  type: "text",
  text: "Your order",
  // @ts-expect-error: image belongs to a header of type image
  image: { link: mediaUrl },
};

export const unknownKeyDeepDown: Message = {
  ...to,
  type: "InteractiveButton",
  data: {
    message: {
      type: "button",
      body: { text: "How did you like it?" },
      action: {
        // @ts-expect-error: a button has a title, no label
        buttons: [{ type: "reply", reply: { id: "good", title: "Good", label: "Good" } }],
      },
    },
  },
};
