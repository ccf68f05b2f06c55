/** From a request back to the name of an operation and its input. */
import { bodyProblem, readInput } from "./match-body.js";
import { routeOf } from "./match-route.js";
import { checkNames } from "./options.js";

/** As much as a message and its values need, many times over. */
export const MAX_BYTES = 256 * 1024;
/** The largest video that WhatsApp takes, and the form around it. */
export const MAX_FILE_BYTES = 17 * 1024 * 1024;

/**
 * @param {Request} request
 * @param {{ maxBytes?: number, maxFileBytes?: number }} [options]
 */
export async function matchRequest(request, options) {
  checkNames(options, ["maxBytes", "maxFileBytes"], "matchRequest");
  const { maxBytes = MAX_BYTES, maxFileBytes = MAX_FILE_BYTES } = options ?? {};
  const limits = { maxBytes, maxFileBytes };
  const route = routeOf(request);
  if ("refused" in route || bodyProblem(route, request, limits)) return null;
  const read = await readInput(route, request, limits);
  return "refused" in read ? null : { operation: route.operation.name, input: read.input };
}
