/** The message templates of the simulated account: those given, and those that requests create. */

import { decoded, needsOf, readTemplate } from "../book-template.js";
import { timestamp } from "./customers.js";

/** @typedef {import("../types/simulator.js").SimulatedTemplate} SimulatedTemplate */
/** @typedef {ReturnType<typeof createTemplates>} Templates */

/** Templates on a page. Interakt says how to go on (`offset`, `has_next`), not how far a page goes. */
const PAGE = 100;

/** Belongs to every record; its value means nothing. */
const ORGANIZATION = "00000000-0000-4000-9000-000000000001";

/**
 * @param {readonly SimulatedTemplate[] | undefined} given without it, every name can be sent
 * @param {import("./ids.js").Ids} ids
 * @param {() => number} now
 */
export function createTemplates(given, ids, now) {
  /** @param {SimulatedTemplate} template */
  const complete = (template) => completed(template, ids, now());
  const templates = (given ?? []).map(complete);

  /**
   * @param {string} name
   * @param {string} language
   */
  const approved = (name, language) =>
    templates.find(
      (template) =>
        template.name === name &&
        template.language === language &&
        template.approval_status === "APPROVED",
    );

  return {
    approved,

    /**
     * The approved template, or `undefined`. `"any"` when no templates were given.
     * @param {string} name
     * @param {string} language
     * @returns {SimulatedTemplate | "any" | undefined}
     */
    find(name, language) {
      return given === undefined ? "any" : approved(name, language);
    },

    /**
     * Adds a template, which waits for approval, and returns it as Interakt writes it.
     * @param {any} input of Create Template
     */
    create(input) {
      const { body_text, header_text, header_handle, button_text } = input;
      const template = complete({
        ...input,
        name: input.display_name.toLowerCase().replace(/[^a-z0-9]+/g, "_"),
        language: languageCode(input.language),
        approval_status: "WAITING",
      });
      templates.push(template);
      return {
        ...whole(template),
        header_handle: encoded(header_handle),
        header_text: encoded(header_text),
        body_text: indented(body_text),
        button_text: encoded(button_text),
      };
    },

    /**
     * Changes the templates of a name, in one language or in all.
     * @param {{ name: string, language?: string | undefined }} which
     * @param {Partial<SimulatedTemplate>} changes
     */
    change({ name, language }, changes) {
      const found = templates.filter(
        (template) =>
          template.name === name && (language === undefined || template.language === language),
      );
      if (found.length === 0) {
        const where = language === undefined ? "" : ` in ${language}`;
        throw new TypeError(`changeTemplate: the account has no template ${name}${where}`);
      }
      for (const template of found) {
        const { category } = template;
        Object.assign(template, normal({ ...template, ...changes }));
        // As Interakt tells it where Meta has chosen another category.
        if (template.category !== category) template.previous_category = category;
      }
    },

    /** @param {any} query of Get All Templates */
    list({ offset = 0, ...wanted }) {
      const found = templates
        .map((template) => ({ ...common(template), variable_present: variablePresent(template) }))
        .filter((template) => agrees(template, wanted));
      const page = found.slice(offset, offset + PAGE);
      return {
        count: found.length,
        has_next: offset + page.length < found.length,
        results: { templates: page },
      };
    },
  };
}

/**
 * What a message must carry to send the template.
 * @param {SimulatedTemplate} template
 */
export function needsOfRecord(template) {
  return needsOf(readTemplate(template, 0));
}

/**
 * The template with a plausible value for what was left out.
 * @param {SimulatedTemplate} template
 * @param {import("./ids.js").Ids} ids
 * @param {number} at milliseconds
 * @returns {SimulatedTemplate}
 */
export function completed(template, ids, at) {
  return normal({
    id: ids.uuid(),
    created_at_utc: timestamp(at),
    display_name: template.name,
    wa_template_id: ids.digits(),
    ...template,
  });
}

/**
 * The template with its words in capitals and its lists as lists, however they were written.
 * @param {SimulatedTemplate} template
 * @returns {SimulatedTemplate}
 */
function normal(template) {
  const [buttons, cards] = [template.buttons, template.carousel_cards].map(decoded);
  return {
    ...template,
    category: template.category?.toUpperCase() ?? null,
    approval_status: (template.approval_status ?? "APPROVED").toUpperCase(),
    buttons: buttons?.length > 0 ? buttons : undefined,
    carousel_cards: cards?.length > 0 ? cards : undefined,
  };
}

/**
 * What Interakt says of one template, but for the lists, which it encodes in several ways.
 * @param {SimulatedTemplate} template
 */
export function whole(template) {
  return {
    ...common(template),
    modified_at_utc: template.created_at_utc,
    created_by_user_id: null,
    sub_category: null,
    allow_category_change: true,
    limited_time_offer: null,
    organization_id: ORGANIZATION,
    is_archived: false,
    channel_type: "Whatsapp",
    is_click_tracking_enabled: false,
    allow_delete: true,
    rejection_reason: null,
  };
}

/**
 * The fields of one template and of those in the list.
 * @param {SimulatedTemplate} template
 */
function common(template) {
  return {
    id: template.id,
    created_at_utc: template.created_at_utc,
    name: template.name,
    language: template.language,
    category: template.category,
    template_category_label: null,
    header_format: template.header_format ?? null,
    header: template.header ?? null,
    header_handle_file_url: template.header_handle_file_url ?? null,
    header_handle_file_name: template.header_handle_file_name ?? null,
    body: template.body ?? null,
    footer: template.footer ?? null,
    // Interakt encodes the buttons twice, and no buttons as an empty object.
    buttons: JSON.stringify(JSON.stringify(template.buttons ?? {})),
    autosubmitted_for: null,
    display_name: template.display_name,
    approval_status: template.approval_status,
    wa_template_id: template.wa_template_id,
    ...(template.previous_category && { previous_category: template.previous_category }),
    ...(template.carousel_cards && { carousel_cards: indented(template.carousel_cards) }),
  };
}

/**
 * Whether a template is what the query asks for; `all` asks for nothing in particular.
 * @param {Record<string, unknown>} template
 * @param {Record<string, unknown>} wanted
 */
function agrees(template, { template_name, ...wanted }) {
  if (template_name !== undefined && template.name !== template_name) return false;
  return Object.entries(wanted).every(
    ([name, value]) => value === "all" || template[name] === value,
  );
}

/** @param {SimulatedTemplate} template */
function variablePresent({ header, body }) {
  return `${header ?? ""}${body ?? ""}`.includes("{{") ? "Yes" : "No";
}

/** @param {unknown} value JSON in a string, or `null` without one */
function encoded(value) {
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/** @param {unknown} value the same, laid out over several lines */
function indented(value) {
  return value === undefined || value === null ? null : JSON.stringify(value, null, 4);
}

/**
 * The code of a language by its English name: "English" is `en`, "English (US)" is `en_US`.
 * A name that the runtime does not know stays as it is.
 * @param {string} name
 */
function languageCode(name) {
  const [, language, region] = /^(.*?)(?: \(([A-Z]{2})\))?$/.exec(name) ?? [];
  const names = new Intl.DisplayNames("en", { type: "language" });
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      if (names.of(code) === language) return region === undefined ? code : `${code}_${region}`;
    }
  }
  return name;
}
