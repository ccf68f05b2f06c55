/** The entry for pages that load the module as a file of its own: `await init()` comes first. */
import { create } from "./api.js";
import { load } from "./load.js";

export * from "./errors.js";

const take = /*#__PURE__*/ create({ compileAsync: load });

export const init = /*#__PURE__*/ take("init");
export const Interakt = /*#__PURE__*/ take("Interakt");
export const operations = /*#__PURE__*/ take("operations");
export const smsSegments = /*#__PURE__*/ take("smsSegments");
export const trackUser = /*#__PURE__*/ take("trackUser");
export const trackEvent = /*#__PURE__*/ take("trackEvent");
export const createCampaign = /*#__PURE__*/ take("createCampaign");
export const listUsers = /*#__PURE__*/ take("listUsers");
export const getUserByPhone = /*#__PURE__*/ take("getUserByPhone");
export const getUserById = /*#__PURE__*/ take("getUserById");
export const sendMessage = /*#__PURE__*/ take("sendMessage");
export const createTemplate = /*#__PURE__*/ take("createTemplate");
export const uploadMedia = /*#__PURE__*/ take("uploadMedia");
export const listTemplates = /*#__PURE__*/ take("listTemplates");
export const assignChat = /*#__PURE__*/ take("assignChat");
export const sendRcs = /*#__PURE__*/ take("sendRcs");
