/** Examples of every kind that Interakt's collection shows, under names for people. */
import { FIXTURES } from "../demo/fixtures.js";
import { MISTAKES } from "./mistakes.js";
import { OUTCOMES } from "./outcomes.js";
import { TROUBLES } from "./troubles.js";
import { withoutRecipient } from "./whom.js";

/**
 * @typedef {object} Example
 * @property {string} operation
 * @property {string} group Heading in the list.
 * @property {string} title
 * @property {string} slug In the address of the page.
 * @property {any} input
 * @property {{ type: string, base64: string, name: string }} [file]
 * @property {"issues" | "answer" | "life"} [wrong] Where something is wrong with it, on purpose.
 * @property {string} [hint] What to look at.
 * @property {import("../demo/faults.js").FaultName} [fault] What goes wrong when it is sent, at first.
 * @property {boolean} [simulatorOnly] It is about what only the simulated account has or does.
 */

/**
 * Titles by the fixtures' names, which are those of the collection.
 *
 * @type {Record<keyof typeof FIXTURES, [group: string, titles: Record<string, string>]>}
 */
const TITLES = {
  messages: [
    "Within 24 hours",
    {
      "Send Text Message": "Text",
      "Send Audio Message": "Audio",
      "Send Image Message": "Image",
      "Send Document Message": "Document",
      "Send Video Message": "Video",
      "Send Button Message": "Reply buttons",
      "Send List Message": "List",
      "Send Sticker Message": "Sticker",
    },
  ],
  sendTemplates: [
    "Templates",
    {
      "Send-Templates-NoHeader": "Template",
      "Send-Template-Text Header with Variable": "Text in the header",
      "Send-Template-Document-Header": "Document in the header",
      "Send-Template-Image-Header": "Image in the header",
      "Send-Authentication-Template": "Login code",
      "Send-Template-Dynamic-CTA": "Button with a variable",
      "Send-Templates-Carousel-with-dynamic-cta": "Carousel with buttons",
      "Send-Templates-Carousel-without-dynamic-cta-url": "Carousel",
      "Send-Template-Order Details Single Image": "Order details",
      "Send-Template-Order Details Carousel": "Order details, carousel",
      "Send-Template-Order Status": "Order status",
    },
  ],
  fallback: [
    "Templates with SMS fallback",
    {
      "Send Template (SMS Fallback)": "Template or SMS",
      "Send-Template-Text Header with Variable (SMS Fallback)r": "Two messages in one request",
      "Send-Template-Document-Header Copy": "Document or SMS",
      "Send-Template-Image-Header (SMS Fallback)": "Image or SMS",
      "Send-Authentication-Template (SMS Fallback)": "Login code or SMS",
      "Send-Template-Dynamic-CTA (SMS Fallback)": "Button or SMS",
    },
  ],
  rcs: [
    "RCS",
    {
      "Text Message": "Text",
      "Quick Reply Message": "Quick replies",
      "Button URL": "Link button",
      "Dialer Action": "Call button",
      "Location Action": "Location button",
      "Calender Action": "Calendar button",
      "Carousel Message": "Carousel",
      "Carousel Standalone": "Rich card",
      "Carousel (PDF)": "Carousel of documents",
      "RichCard (PDF)": "Rich card with a document",
      "Send Media Message": "Image",
      "Send Template API": "Template",
      "RCS With SMS Fallback": "Rich card or SMS",
      "RCS Send Carousel with SMS Fallback Template": "Template or SMS",
    },
  ],
  templates: [
    "Templates",
    {
      "NoHeader Template": "Without a header",
      "TextHeader Template": "Text in the header",
      "MediaHeader Template": "Image in the header",
      "Call To Action Button Template": "Call and link buttons",
      "Quick Replies Button Template": "Quick replies",
      "Carousel Template": "Carousel",
      "Create Media ID/Handle (Upload)": "Picture",
      "Get All Templates": "Approved, by name",
    },
  ],
  track: [
    "Customers",
    {
      "Track User": "Customer with traits",
      "Track Events": "Order placed",
      "Create API Campaign": "Campaign",
      "Get Users (Bulk)": "Created between two days",
      "Get User via Phone Number": "Phone number",
      "Get User via User ID": "User id",
      "Chat Assignment": "Assign a chat",
    },
  ],
};

const families = /** @type {(keyof typeof FIXTURES)[]} */ (Object.keys(TITLES));

/** In the order of the lists. @type {readonly Example[]} */
export const EXAMPLES = [
  ...families.flatMap(presented),
  ...[...OUTCOMES, ...MISTAKES, ...TROUBLES].map(withSlug),
];

/**
 * The examples of an operation. On a real account none names anybody: the number of an example is
 * somebody's, and one click away from a message.
 *
 * @param {string} operation
 * @param {"live" | "simulator"} mode
 * @returns {readonly Example[]}
 */
export function examplesOf(operation, mode) {
  const examples = EXAMPLES.filter((example) => example.operation === operation);
  if (mode === "simulator") return examples;
  return examples.filter(({ simulatorOnly }) => !simulatorOnly).map(forReal);
}

const NOBODY = "Fill in the recipient: with a real account, examples have none.";

/** @param {Example} example */
function forReal(example) {
  const { operation, input, hint } = example;
  const emptied = withoutRecipient(operation, input);
  const isEmptied = JSON.stringify(emptied) !== JSON.stringify(input);
  return isEmptied
    ? { ...example, input: emptied, hint: [hint, NOBODY].filter(Boolean).join(" ") }
    : example;
}

/**
 * @param {keyof typeof FIXTURES} family
 * @returns {Example[]}
 */
function presented(family) {
  const [group, titles] = TITLES[family];
  for (const { name } of FIXTURES[family]) {
    if (titles[name] === undefined) throw new Error(`the example ${name} has no title`);
  }
  return Object.entries(titles).map(([name, title]) => {
    const fixture = FIXTURES[family].find((candidate) => candidate.name === name);
    if (fixture === undefined) throw new Error(`there is no example ${name}`);
    const { operation, bothForms } = fixture;
    const { file, ...input } = /** @type {any} */ (withoutBlanks(fixture.input));
    if (Array.isArray(fixture.input)) {
      return withSlug({ operation, group, title, input: fixture.input.map(onePhoneForm) });
    }
    if (file !== undefined) {
      return withSlug({ operation, group, title, input, file: { ...file, name: input.fileName } });
    }
    return withSlug({ operation, group, title, input: bothForms ? onePhoneForm(input) : input });
  });
}

/**
 * The collection writes fields that say nothing. Left out, they say the same.
 *
 * @param {any} input
 */
function withoutBlanks(input) {
  if (Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== ""));
}

/**
 * The collection shows both phone forms in places, and Interakt refuses the pair.
 *
 * @param {any} message
 */
function onePhoneForm({ fullPhoneNumber, ...message }) {
  return message;
}

/**
 * @param {Omit<Example, "slug">} example
 * @returns {Example}
 */
function withSlug(example) {
  const slug = example.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return { ...example, slug };
}
