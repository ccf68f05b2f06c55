/** What came of sending, which is loaded when the rest works, or when something is sent before that. */
import { loadStyles } from "./later.js";

/** @typedef {ReturnType<typeof import("./answered.js").createAnswered>} Answered */

/**
 * @param {Parameters<typeof import("./life.js").createLife>[0]} mode
 * @param {Parameters<typeof import("./life.js").createLife>[1]} onInspect
 * @param {Parameters<typeof import("./answered.js").createAnswered>[1]} onBack
 */
export function createLateAnswered(mode, onInspect, onBack) {
  /** Once it has loaded. @type {Answered | undefined} */
  let answered;
  /** @type {Promise<Answered> | undefined} */
  let loading;

  async function make() {
    const [{ createAnswered, createLife }] = await Promise.all([
      import("./answered.js"),
      loadStyles("answer.css"),
    ]);
    answered = createAnswered(createLife(mode, onInspect), onBack);
    return answered;
  }

  return {
    /** @returns {Promise<Answered>} Before it is there, nothing may be sent. */
    load() {
      loading ??= make();
      // What failed is tried again.
      loading.catch(() => {
        loading = undefined;
      });
      return loading;
    },

    /** Before it is there, there is nothing to compare with. @type {Answered["compare"]} */
    compare: (now) => answered?.compare(now),
  };
}
