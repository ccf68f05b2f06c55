/** Which operation a request is for. The paths are those of the package's `operations`. */

/**
 * @typedef {object} Routable what the router reads of an operation
 * @property {string} name
 * @property {string} method
 * @property {string} path with `{name}` for a value
 */

/**
 * @template {Routable} Operation
 * @param {Iterable<Operation>} operations
 */
export function createRouter(operations) {
  const routes = [...operations].map((operation) => ({
    operation,
    segments: operation.path.split("/"),
  }));

  /**
   * The operation and the values in its path; without one, the methods that the path does take.
   * @param {{ method: string, url: string }} request
   * @returns {{ operation?: Operation, values: Record<string, string>, methods: string[] }}
   */
  return function route({ method, url }) {
    const segments = new URL(url).pathname.split("/");
    const methods = [];
    for (const candidate of routes) {
      const values = match(candidate.segments, segments);
      if (values === undefined) continue;
      if (candidate.operation.method === method) {
        return { operation: candidate.operation, values, methods: [] };
      }
      methods.push(candidate.operation.method);
    }
    return { values: {}, methods };
  };
}

/**
 * @param {string[]} pattern
 * @param {string[]} segments
 * @returns {Record<string, string> | undefined}
 */
function match(pattern, segments) {
  if (pattern.length !== segments.length) return undefined;
  /** @type {Record<string, string>} */
  const values = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? "";
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (part !== segment) return undefined;
    } else {
      const value = decode(segment);
      if (value === undefined || value === "") return undefined;
      values[name] = value;
    }
  }
  return values;
}

/** @param {string} segment */
function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined; // "%E0%A4%A" and the like are no address
  }
}
