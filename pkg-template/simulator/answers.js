/** What Interakt answers to each operation when the body is in order. */

import { refusalOf, unknownTemplate } from "./messages.js";

/** @typedef {[status: number, content: unknown]} Content */

const QUEUED = "Message queued for sending via Interakt. Check webhook for delivery status";

/**
 * @param {object} account
 * @param {(phone: string) => boolean} account.windowOpen
 * @param {import("./ids.js").Ids} account.ids
 * @param {import("./customers.js").Customers} account.customers
 * @param {import("./templates.js").Templates} account.templates
 * @param {import("./webhooks.js").Webhooks["accept"]} account.accept is told of accepted messages
 * @returns {Record<import("interakt-wasm").OperationName, (input: any) => Content>}
 */
export function createAnswers(account) {
  const { ids, customers, templates, accept } = account;
  return {
    trackUser: (input) => {
      const message = `Customer with ${customers.track(input)} updated successfully`;
      return [202, { result: true, message }];
    },
    trackEvent: () => [
      201,
      { result: true, message: "Event created successfully", id: ids.uuid() },
    ],
    createCampaign: (input) => {
      const { template_name: name, language_code: language } = input;
      if (templates.find(name, language) === undefined) {
        const { status, message } = unknownTemplate(name, language);
        return [status, { result: false, message }];
      }
      const data = {
        campaignId: ids.uuid(),
        name: input.campaign_name,
        type: input.campaign_type,
      };
      // The message is Interakt's, doubled word included.
      return [201, { result: true, message: "Api Campaign Created created successfully", data }];
    },
    listUsers: (input) => customersFound(customers.list(input)),
    getUserByPhone: ({ phoneNumber }) =>
      customersFound({ customers: customers.byPhone(phoneNumber) }),
    getUserById: ({ userId }) => customersFound({ customers: customers.byUserId(userId) }),
    sendMessage: (input) => {
      const messages = Array.isArray(input) ? input : [input];
      for (const message of messages) {
        const refused = refusalOf(message, account);
        if (refused !== undefined) {
          return [refused.status, { result: false, message: refused.message }];
        }
      }
      const created = messages.every(({ type }) => type === "Template");
      const message = created ? "Message created successfully" : QUEUED;
      const id = ids.uuid();
      accept("sendMessage", id, messages);
      return [201, { result: true, message, id }];
    },
    createTemplate: (input) => [
      200,
      {
        result: true,
        message: "Message Template resource created successfully",
        data: templates.create(input),
      },
    ],
    uploadMedia: ({ file, fileName }) => [
      200,
      {
        result: true,
        message: "Media file uploaded successfully",
        data: uploaded(file, fileName, ids),
      },
    ],
    listTemplates: (input) => [200, templates.list(input)],
    assignChat: () => [200, { result: true, message: "Chat Assigned Successfully" }],
    sendRcs: (input) => {
      const id = ids.uuid();
      accept("sendRcs", id, [input]);
      return [201, { result: true, message: QUEUED, id }];
    },
  };
}

/**
 * @param {object} data
 * @returns {Content}
 */
function customersFound(data) {
  return [200, { result: true, message: "Customers", data }];
}

/**
 * @param {File} file
 * @param {string} fileName
 * @param {import("./ids.js").Ids} ids
 */
function uploaded(file, fileName, ids) {
  const id = ids.uuid();
  return {
    file_url: `https://media.example.com/message_template_media/${id}/${encodeURIComponent(fileName)}`,
    // WhatsApp's handles begin like this: the kind of file, then what only WhatsApp can read.
    file_handle: `4::${btoa(file.type)}:${id}`,
    file_name: fileName,
  };
}
