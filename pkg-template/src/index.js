/** The entry for Node, Deno, Bun and bundlers: carries the module as text, compiled at first use. */
import { create } from "./api.js";
import base64 from "./core_inline.js";

export * from "./errors.js";

const bytes = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const take = /*#__PURE__*/ create({
  compile: () => new WebAssembly.Module(bytes()),
  compileAsync: () => WebAssembly.compile(bytes()),
});

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
