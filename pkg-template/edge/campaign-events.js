/** Tells whoever looks at a campaign how it is doing: server-sent events. */

/** @typedef {import("../types/edge-cloudflare.js").Clock} Clock */
/** @typedef {import("../types/edge-ledger.js").CampaignState} CampaignState */

/** The least time between two states. */
const PAUSE_MS = 1_000;

/** After so long without a word, proxies take a connection for dead. */
const BEAT_MS = 15_000;

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
};

/**
 * @param {() => Promise<CampaignState | null>} look How it is doing; null: there is no such campaign.
 * @param {Clock} clock
 */
export function createEvents(look, clock) {
  /** Those who wait for news. @type {Set<Reader>} */
  const readers = new Set();

  return {
    /** Something may have changed. */
    changed() {
      for (const reader of readers) reader.wake();
    },

    /** How many are told. */
    size: () => readers.size,

    /** @returns {Promise<Response>} */
    async open() {
      if ((await look()) === null) return new Response("No such campaign.", { status: 404 });
      const reader = new Reader(clock);
      readers.add(reader);
      const texts = told(look, reader, clock);
      const encoder = new TextEncoder();
      const end = () => {
        readers.delete(reader);
        reader.end();
      };
      const body = new ReadableStream(
        {
          // A reader who is slow is told less often, and of nothing that is not so any more.
          async pull(controller) {
            try {
              const { done, value } = await texts.next();
              if (!done) return controller.enqueue(encoder.encode(value));
              controller.close();
            } catch (error) {
              controller.error(error);
            }
            end();
          },
          cancel: end,
        },
        { highWaterMark: 0 },
      );
      return new Response(body, { headers: HEADERS });
    },
  };
}

/**
 * @param {() => Promise<CampaignState | null>} look
 * @param {Reader} reader
 * @param {Clock} clock
 * @returns {AsyncGenerator<string, void>}
 */
async function* told(look, reader, clock) {
  let version = -1;
  let last = 0;
  while (!reader.ended) {
    reader.news = false;
    const state = await look();
    if (state === null) return;
    if (state.version !== version) {
      version = state.version;
      last = clock.now();
      yield `event: state\ndata: ${JSON.stringify(state)}\n\n`;
    } else if (clock.now() - last >= BEAT_MS) {
      last = clock.now();
      yield ": nothing new\n\n";
    }
    await reader.sleep(PAUSE_MS);
    await reader.sleepUntilNews(last + BEAT_MS - clock.now());
  }
}

/** Somebody who is told. */
class Reader {
  ended = false;
  /** Whether something may have changed since it was looked at. */
  news = false;
  #clock;
  #sleeping = new AbortController();
  #untilNews = false;

  /** @param {Clock} clock */
  constructor(clock) {
    this.#clock = clock;
  }

  wake() {
    this.news = true;
    if (this.#untilNews) this.#sleeping.abort();
  }

  end() {
    this.ended = true;
    this.#sleeping.abort();
  }

  /** @param {number} ms */
  async sleep(ms) {
    if (this.ended || ms <= 0) return;
    this.#sleeping = new AbortController();
    // Being woken is no failure.
    await this.#clock.sleep(ms, this.#sleeping.signal).catch(() => {});
  }

  /** @param {number} ms */
  async sleepUntilNews(ms) {
    this.#untilNews = true;
    if (!this.news) await this.sleep(ms);
    this.#untilNews = false;
  }
}
