// What sendTemplate takes, with a book whose templates the compiler knows and with one that it does not.
import {
  createTemplateBook,
  Interakt,
  sendMessage,
  sendTemplate,
  type TemplateBook,
  templateBook,
} from "interakt-wasm";
import * as forms from "interakt-wasm/forms";

/** As the command writes it. */
type Templates = {
  order_shipped: { language?: "en"; body: readonly [string, string]; button: readonly [string] };
  invoice: {
    language?: "en";
    header: { readonly document: string };
    body: readonly [string];
    fileName?: string;
  };
  named: { language?: "en"; header: string };
  hello: { language?: "en" };
  offer:
    | { language: "en" | "hi"; body: readonly [string] }
    | { language: "ta"; body: readonly [string, string] };
  cakes: {
    language?: "en";
    cards: readonly [
      { header?: { readonly image: string }; body: readonly [string] },
      { header?: { readonly image: string }; body: readonly [string] },
    ];
  };
  codes: {
    language?: "en";
    buttons: { 0: readonly [string]; 2: readonly [string]; 1?: readonly string[] };
  };
};

declare const book: TemplateBook<Templates>;
const untyped: TemplateBook = templateBook([]);
const interakt = new Interakt({ apiKey: "dGVzdA==", templates: book });
const to = { fullPhoneNumber: "919876543210" };
const name: string = "whatever";
const names = ["Asha", "1042"] as const;

export const sent = [
  interakt.sendMessage({
    ...to,
    callbackData: "order-1042",
    ...sendTemplate(book, "order_shipped", { body: ["Asha", "1042"], button: ["1042"] }),
  }),
  sendMessage.validate(
    { ...to, ...sendTemplate(book, "hello") },
    { templates: book, expectCategory: "utility" },
  ),
  sendTemplate(book, "order_shipped", { body: names, button: ["1042"], language: "en" }),
  sendTemplate(book, "hello", {}),
  sendTemplate(book, "invoice", {
    header: { document: "https://shop.example/1.pdf" },
    body: ["Asha"],
    fileName: "invoice.pdf",
  }),
  sendTemplate(book, "named", { header: "Asha" }),
  sendTemplate(book, "offer", { language: "hi", body: ["Asha"] }),
  sendTemplate(book, "offer", { language: "ta", body: ["Asha", "10"] }),
  sendTemplate(book, "cakes", {
    cards: [{ body: ["One"] }, { header: { image: "https://shop.example/2.jpg" }, body: ["Two"] }],
  }),
  sendTemplate(book, "codes", { buttons: { 0: ["a"], 2: ["b"] } }),
  sendTemplate(untyped, name),
  sendTemplate(untyped, "any", { body: name.split(" "), button: [name], language: name }),
  sendTemplate(untyped, "any", { header: { image: name }, buttons: [[name]], cards: [{}, {}] }),
  forms.sendTemplate(forms.templateBook<Templates>("[]"), "hello"),
];

/** What is kept fresh is of the types that are loaded. */
export const kept = createTemplateBook({
  load: () => interakt.loadTemplates<Templates>(),
  maxAgeMs: 60_000,
});
export const ofKept = kept.get().then((fresh) => sendTemplate(fresh, "named", { header: "Asha" }));
// @ts-expect-error: it takes a value above
export const refusedOfKept = kept.get().then((fresh) => sendTemplate(fresh, "named"));
export const keptSource = createTemplateBook({ load: () => "[]", maxAgeMs: 60_000 });
export const ofSource = keptSource.get().then((fresh) => sendTemplate(fresh, name));

/** A book is one for checks, whatever the compiler knows of it. */
export const plain: TemplateBook = book;

export const refused = [
  // @ts-expect-error: a value too few
  sendTemplate(book, "order_shipped", { body: ["Asha"], button: ["1042"] }),
  // @ts-expect-error: a value too many
  sendTemplate(book, "order_shipped", { body: ["Asha", "1042", ""], button: ["1042"] }),
  // @ts-expect-error: how many there are is not known
  sendTemplate(book, "order_shipped", { body: name.split(" "), button: ["1042"] }),
  // @ts-expect-error: the button lacks its value
  sendTemplate(book, "order_shipped", { body: ["Asha", "1042"] }),
  // @ts-expect-error: no value at all
  sendTemplate(book, "order_shipped"),
  // @ts-expect-error: there is no such template
  sendTemplate(book, "order_shiped", { body: ["Asha", "1042"], button: ["1042"] }),
  // @ts-expect-error: nobody knows whether there is
  sendTemplate(book, name, { body: ["Asha", "1042"], button: ["1042"] }),
  // @ts-expect-error: it has no header
  sendTemplate(book, "order_shipped", { body: ["Asha", "1042"], button: ["1042"], header: "Hi" }),
  // @ts-expect-error: the header is missing
  sendTemplate(book, "invoice", { body: ["Asha"] }),
  sendTemplate(book, "invoice", {
    // @ts-expect-error: the header is a document
    header: { image: "https://shop.example/1.jpg" },
    body: ["Asha"],
  }),
  // @ts-expect-error: an address says of what kind it is
  sendTemplate(book, "invoice", { header: "https://shop.example/1.pdf", body: ["Asha"] }),
  // @ts-expect-error: it takes no values
  sendTemplate(book, "hello", { body: ["Asha"] }),
  // @ts-expect-error: it is not approved in that language
  sendTemplate(book, "hello", { language: "hi" }),
  // @ts-expect-error: there are several languages
  sendTemplate(book, "offer", { body: ["Asha"] }),
  // @ts-expect-error: that language takes two values
  sendTemplate(book, "offer", { language: "ta", body: ["Asha"] }),
  // @ts-expect-error: a card is missing
  sendTemplate(book, "cakes", { cards: [{ body: ["One"] }] }),
  // @ts-expect-error: the second button is missing
  sendTemplate(book, "codes", { buttons: { 0: ["a"] } }),
  // @ts-expect-error: values are lists
  sendTemplate(untyped, "any", { body: "Asha" }),
  // @ts-expect-error: it has no values of that name
  sendTemplate(untyped, "any", { bodyValues: ["Asha"] }),
];
