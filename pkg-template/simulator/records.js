/** What is kept of a request for a test to look at. */

/** @typedef {import("../types/simulator.js").RecordedRequest} RecordedRequest */

/**
 * @param {Request} request
 * @param {RecordedRequest["operation"]} operation
 * @param {number} at
 * @returns {RecordedRequest}
 */
export function createRecord(request, operation, at) {
  // Those of happy-dom are listed as they were written.
  const headers = Object.fromEntries(
    Array.from(request.headers, ([name, value]) => [name.toLowerCase(), value]),
  );
  // A record ends up in the messages of failed assertions, and those in logs.
  if (headers.authorization !== undefined) headers.authorization = "[redacted]";
  const { method, url } = request;
  return { operation, method, url, headers, body: null, status: null, at };
}
