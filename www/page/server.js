/** Where requests go, in words. */

/** @typedef {import("./worker-client.js").AccountInfo} AccountInfo */

/**
 * @param {AccountInfo} account
 * @returns {string} Through what messages leave.
 */
export const serverOf = ({ mode, host = "" }) => (mode === "simulator" ? "the simulator" : host);

/**
 * @param {AccountInfo} account
 * @returns {[mode: string, where: string]} What stands at the top of the page.
 */
export const pillOf = ({ mode, host = "" }) =>
  mode === "simulator" ? ["Simulator", "nothing reaches Interakt"] : ["Live", host];

/**
 * What requests of this page are meant for, for the Worker to compare.
 *
 * @param {AccountInfo} account
 */
export const meantFor = ({ mode, host = "" }) => `${mode} ${host}`.trim();
