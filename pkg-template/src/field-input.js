/** The text while a person is at it: written as numbers are, with caret and undo where they were. */

/**
 * @typedef {object} Deciding
 * @property {(text: string, caret: number, how: "typed" | "arrived" | "undone") => { text: string, caret: number }} take
 *   Told what stands there, says how that is written. Arrived: pasted, or filled in.
 * @property {(text: string) => boolean} isTooLong
 * @property {(text: string) => boolean} isWhole A number by itself.
 */

/**
 * @param {HTMLInputElement} input
 * @param {Deciding} deciding
 */
export function watchTyping(input, { take, isTooLong, isWhole }) {
  let before = "";
  /** Its events are no doing of the person's. */
  let isWriting = false;

  /** @param {string} command @param {string} [text] */
  function run(command, text) {
    isWriting = true;
    document.execCommand(command, false, text);
    isWriting = false;
  }

  /** @param {{ text: string, caret: number }} typed */
  function write({ text, caret }) {
    // Browsers fill in what has no focus, where a caret would take it.
    const isFocused = input.matches(":focus");
    if (input.value !== text) {
      if (isFocused) {
        input.select();
        // A browser undoes what a command has written, and nothing before what a script has.
        run("insertText", text);
      }
      if (input.value !== text) input.value = text;
    }
    if (isFocused) input.setSelectionRange(caret, caret);
  }

  /** @param {Partial<InputEvent>} event */
  function read({ inputType = "", data, isComposing = false }) {
    let { value } = input;
    let caret = input.selectionStart ?? value.length;
    // Only a space has gone: the digit beyond it, and all between, was meant.
    if (/^deleteContent/.test(inputType) && bare(value) === bare(before)) {
      let head = value.slice(0, caret);
      let tail = value.slice(caret);
      if (inputType.endsWith("Backward")) head = head.replace(/.?[\s().-]*$/, "");
      else tail = tail.replace(/^[\s().-]*.?/, "");
      value = head + tail;
      caret = head.length;
    }
    if (/^history/.test(inputType)) {
      // One step back is a step to something that was seen.
      if (take(value, caret, "undone").text !== value) {
        run(inputType.slice("history".length));
        take(input.value, caret, "undone");
      }
    } else {
      // What comes in one piece was pasted or filled in, or suggested by a phone.
      const isTyped = data?.length === 1 || /^delete/.test(inputType);
      const taken = take(value, caret, isTyped ? "typed" : "arrived");
      if (!isComposing) write(taken);
    }
    before = input.value;
  }

  input.addEventListener("input", (event) => {
    if (isWriting) event.stopPropagation();
    else read(/** @type {InputEvent} */ (event));
  });
  input.addEventListener("compositionend", ({ data }) => read({ data }));
  input.addEventListener("beforeinput", (event) => {
    const { inputType, isComposing, data } = event;
    if (isWriting || isComposing || inputType !== "insertText" || !/^\p{Nd}$/u.test(data ?? ""))
      return;
    const { value, selectionStart, selectionEnd } = input;
    // In the middle the right digit may come before the wrong one goes.
    const isBehind = selectionEnd === value.length;
    if (isBehind && isTooLong(value.slice(0, selectionStart ?? 0) + data)) event.preventDefault();
  });
  input.addEventListener("paste", ({ clipboardData }) => {
    const text = clipboardData?.getData("text") ?? "";
    const { value, selectionStart, selectionEnd } = input;
    const joined = value.slice(0, selectionStart ?? 0) + text + value.slice(selectionEnd ?? 0);
    // Not into the middle of another, but where it is the rest of one.
    if (isWhole(text) && !isWhole(joined)) input.select();
  });
}

/** @param {string} text Without what is only there to be read. */
const bare = (text) => text.replace(/[\s().-]/g, "");
