// Every kind of RCS message.
import type { RcsAction, RcsCardContent, RcsSuggestion, SendRcsInput } from "interakt-wasm";

const to = { countryCode: "+91", phoneNumber: "9876543210" };
const postBack = { data: "tapped" };

const actions: RcsAction[] = [
  { plainText: "Visit", postBack, openUrl: { url: "https://example.com" } },
  { plainText: "Call", postBack, dialerAction: { phoneNumber: "+919876543210" } },
  {
    plainText: "Find",
    postBack,
    showLocation: { coordinAtes: { latitude: 19.07, longitude: 72.87 }, label: "Shop" },
  },
  {
    plainText: "Save",
    postBack,
    createCalendarEvent: {
      startTime: "2026-06-26T15:00:00Z",
      endTime: "2026-06-26T16:00:00Z",
      title: "Sale",
    },
  },
];
const reply: RcsSuggestion = { reply: { plainText: "Yes", postBack } };
const suggestions: RcsSuggestion[] = [reply, ...actions.map((action) => ({ action }))];

const content: RcsCardContent = {
  cardTitle: "Shoes",
  cardDescription: "Light",
  cardMedia: {
    mediaHeight: "TALL",
    contentInfo: {
      fileUrl: "https://example.com/1.jpg",
      thumbnailUrl: "https://example.com/2.jpg",
    },
  },
  suggestions: [reply],
};

export const allowed: SendRcsInput[] = [
  { ...to, type: "Text", message: { plainText: "Hi" } },
  { ...to, type: "Text", message: { plainText: "Hi", suggestions } },
  { ...to, type: "QR", message: { plainText: "Hi", suggestions } },
  { ...to, type: "BUTTON_URL", message: { plainText: "Hi", suggestions } },
  { ...to, type: "DIALER_ACTION", message: { plainText: "Hi", suggestions } },
  { ...to, type: "Location", message: { plainText: "Hi", suggestions } },
  { ...to, type: "Calender", message: { plainText: "Hi", suggestions } },
  {
    ...to,
    type: "CAROUSEL",
    message: {
      richCardDetails: { carousel: { cardWidth: "MEDIUM_WIDTH", contents: [content, content] } },
      suggestions,
    },
  },
  {
    ...to,
    type: "STANDALONE_CAROUSEL",
    message: { richCardDetails: { standalone: { cardOrientation: "VERTICAL", content } } },
  },
  { ...to, type: "Image", contentInfo: { fileUrl: "https://example.com/1.jpg" } },
  {
    ...to,
    type: "Template",
    template: { name: "sale", languageCode: "en", carouselCards: [{ bodyValues: ["Hi"] }] },
    campaignId: "a9628c93",
    callbackData: "sale",
  },
];

export const rightlySpelt: SendRcsInput = {
  ...to,
  // @ts-expect-error: Interakt's spelling is Calender
  type: "Calendar",
  message: { plainText: "Hi", suggestions },
};

// @ts-expect-error: quick replies need suggestions
export const noSuggestions: SendRcsInput = { ...to, type: "QR", message: { plainText: "Hi" } };

// @ts-expect-error: a template, no message
export const noTemplate: SendRcsInput = { ...to, type: "Template", message: { plainText: "Hi" } };

export const cardInCarousel: SendRcsInput = {
  ...to,
  type: "CAROUSEL",
  message: {
    // @ts-expect-error: a carousel, no single card
    richCardDetails: { standalone: { cardOrientation: "VERTICAL", content } },
  },
};

export const wrongWidth: SendRcsInput = {
  ...to,
  type: "CAROUSEL",
  message: {
    // @ts-expect-error: LARGE_WIDTH does not exist
    richCardDetails: { carousel: { cardWidth: "LARGE_WIDTH", contents: [content, content] } },
  },
};

// @ts-expect-error: neither reply nor action
export const emptySuggestion: RcsSuggestion = {};

// @ts-expect-error: both
export const replyAndAction: RcsSuggestion = {
  reply: { plainText: "Yes", postBack },
  action: actions[0],
};

// @ts-expect-error: an action does something
export const idle: RcsAction = { plainText: "Visit", postBack };

// @ts-expect-error: an action does one thing
export const busy: RcsAction = {
  plainText: "Visit",
  postBack,
  openUrl: { url: "https://example.com" },
  dialerAction: { phoneNumber: "+919876543210" },
};

export const textCoordinates: RcsAction = {
  plainText: "Find",
  postBack,
  // @ts-expect-error: numbers
  showLocation: { coordinAtes: { latitude: "19.07", longitude: "72.87" } },
};
