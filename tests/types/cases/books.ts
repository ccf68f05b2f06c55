// Books of templates: what they are made of, and what takes them.
import {
  type BookTemplate,
  createTemplateBook,
  Interakt,
  type ListTemplatesAnswer,
  sendMessage,
  type TemplateBook,
  templateBook,
  trackUser,
} from "interakt-wasm";
import { formOf, sendMessage as message } from "interakt-wasm/forms";

export function books(answer: ListTemplatesAnswer, saved: string): TemplateBook[] {
  return [
    templateBook(answer),
    templateBook([answer, answer]),
    templateBook(answer.results.templates),
    templateBook(saved, { loadedAt: new Date() }),
    templateBook(templateBook(saved).toJSON(), { loadedAt: Date.now() }),
    // @ts-expect-error: no templates
    templateBook([{ id: 1 }]),
    // @ts-expect-error: a book is to be waited for
    templateBook(Promise.resolve(answer)),
  ];
}

export function needs(book: TemplateBook): string[] {
  const template: BookTemplate | undefined = book.find("order_shipped", "en");
  // @ts-expect-error: there may be none
  book.needs(book.find("order_shipped"));
  if (!template) return [];
  const { header, body, buttons, cards } = book.needs(template);
  // @ts-expect-error: it may not be told
  const count: number = body;
  const above: string = header?.type === "text" ? String(header.example) : (header?.type ?? "");
  return [above, String(count), ...buttons.map(({ value }) => value), `${cards?.length}`];
}

export async function taken(templates: TemplateBook, input: unknown): Promise<unknown[]> {
  const options = { templates, expectCategory: "utility" } as const;
  const interakt = new Interakt({ apiKey: "a", ...options });
  // @ts-expect-error: no category
  sendMessage.validate(input, { templates, expectCategory: "cheap" });
  // @ts-expect-error: a list is no book
  sendMessage.validate(input, { templates: templates.templates });
  // @ts-expect-error: nor is the promise of one
  sendMessage.validate(input, { templates: interakt.loadTemplates() });
  const checked = sendMessage.with(options).validate(input, options);
  if (!checked.ok) return checked.issues;
  const form = formOf(message.kinds.Template.with(options), { templates });
  return [
    trackUser.validate(input, options),
    sendMessage.build(checked.value, options),
    form.validate({}, options),
    interakt.sendAll([], options),
    await interakt.sendMessage(checked.value, options),
    await interakt.loadTemplates({ signal: new AbortController().signal }),
    templates.check(input, { expectCategory: "marketing" }),
  ];
}

export async function kept(interakt: Interakt): Promise<number | null> {
  const book = createTemplateBook({
    load: () => interakt.loadTemplates(),
    maxAgeMs: 60_000,
    store: { get: async () => null, put: () => undefined },
  });
  // @ts-expect-error: how old may it be?
  createTemplateBook({ load: () => interakt.loadTemplates() });
  await book.renew();
  return (await book.get({ waitUntil: (promise) => void promise })).ageMs(Date.now());
}
