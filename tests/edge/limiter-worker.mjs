/** Workers of the limiter's tests: one has the account, others send. Their time is a fast one. */
import { Interakt } from "interakt-wasm";
import { durableLimiter, InteraktAccount } from "interakt-wasm/edge";

/**
 * @typedef {object} Env
 * @property {any} ACCOUNT
 * @property {string} BASE_URL
 * @property {number} START When time began, in real milliseconds since 1970.
 * @property {number} SPEED How much faster it passes.
 * @property {number} SLACK_MS
 * @property {number} PER_MINUTE
 */

/** @param {Env} env */
export const clockOf = ({ START, SPEED }) => ({
  now: () => START + (Date.now() - START) * SPEED,
  sleep: (/** @type {number} */ ms) =>
    new Promise((resolve) => setTimeout(resolve, Math.ceil(ms / SPEED))),
});

class FastAccount extends InteraktAccount {
  /** @param {any} state @param {Env} env */
  constructor(state, env) {
    super(state, env, { clock: clockOf(env) });
  }
}

export { FastAccount as InteraktAccount };

/** @param {Env} env */
const limiterOf = (env) =>
  durableLimiter(env.ACCOUNT, {
    plan: { requestsPerMinute: env.PER_MINUTE },
    slackMs: env.SLACK_MS,
    clock: /** @type {any} */ (clockOf(env)),
  });

/**
 * Some ask for a turn, and give up at once.
 *
 * @param {ReturnType<typeof limiterOf>} limiter
 * @param {number} many
 */
async function giveUp(limiter, many) {
  const controller = new AbortController();
  const fates = Array.from({ length: many }, () =>
    limiter.acquire({ signal: controller.signal }).then(
      () => "given",
      (reason) => reason,
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  controller.abort("enough");
  return Promise.all(fates);
}

export default {
  /** @param {Request} request @param {Env} env */
  async fetch(request, env) {
    const limiter = limiterOf(env);
    const { do: what, from = 0, many = 0 } = await request.json();
    if (what === "state") return Response.json(await limiter.state());
    if (what === "give up") return Response.json(await giveUp(limiter, many));
    const interakt = new Interakt({
      apiKey: "a2V5",
      baseUrl: env.BASE_URL,
      limiter,
      maxRetries: 0,
    });
    const fates = await Promise.all(
      Array.from({ length: many }, (_, place) => {
        const data = { message: "Hi" };
        return interakt
          .sendMessage({
            fullPhoneNumber: "919876543210",
            callbackData: `${from + place}`,
            type: "Text",
            data,
          })
          .then(
            () => "sent",
            (error) => `${error.code}: ${error.message}`,
          );
      }),
    );
    return Response.json(fates);
  },
};
