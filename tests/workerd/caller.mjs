/**
 * A Worker in front of worker.mjs that gives a request up when told to. workerd then drops what
 * the other has begun for it; it does not when a caller over HTTP hangs up.
 */
export default {
  /**
   * @param {Request} request
   * @param {{ SENDER: { fetch: typeof fetch } }} env
   */
  async fetch(request, env) {
    const giveUpAfter = request.headers.get("give-up-after");
    if (giveUpAfter === null) return env.SENDER.fetch(request);
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => controller.abort(), Number(giveUpAfter));
    try {
      const { method, url, headers, body } = request;
      return await env.SENDER.fetch(url, { method, headers, body, signal });
    } catch (error) {
      if (signal.aborted) return new Response(null, { status: 499 });
      throw error;
    } finally {
      clearTimeout(timer);
    }
  },
};
