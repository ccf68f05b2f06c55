/** The view of an operation: what is typed for it, the request, and what came of sending it. */
export { init } from "interakt-wasm/web";

import { CATALOG } from "./catalog.js";
import { describedOf, namelessOf } from "./described.js";
import { byId } from "./dom.js";
import { DOUBT } from "./fate.js";
import { createFaults } from "./faults.js";
import { showHeading } from "./heading.js";
import { laidOut } from "./highlight.js";
import { createHistory } from "./history/history.js";
import { createInputView } from "./input-view.js";
import { inspect } from "./inspect.js";
import { createIssues } from "./issues.js";
import { readValue } from "./json-tree.js";
import { createLateAnswered } from "./late-answered.js";
import { createLatePreview } from "./late-preview.js";
import { showEffect } from "./mode.js";
import { operationOf } from "./operations.js";
import { recipientsOf } from "./recipient.js";
import { createRequestPanel } from "./request.js";
import { createReset } from "./reset.js";
import { addressOf, choiceOf } from "./route.js";
import { createTemplatePicker } from "./template-picker.js";
import { createUnsettled } from "./unsettled.js";
import { createUpload, fileOf } from "./upload.js";
import { send } from "./worker-client.js";

/** How long typing must pause before the input is checked, in milliseconds. */
const PAUSE = 120;

/**
 * The package must be ready: `init()` first.
 *
 * @param {import("./worker-client.js").AccountInfo} account
 * @param {object} listeners
 * @param {(webhook: import("./signature-check.js").Pasted) => void} listeners.onInspect
 * @param {(choice: import("./route.js").Choice) => void} listeners.onMove Another is to be opened.
 * @param {object} before What was there before it.
 * @param {import("./late-editor.js").Editor} before.editor Tells `edit` of what is typed.
 * @param {import("./frame.js").Drafts} before.drafts
 * @param {import("./kept.js").Shelves} before.shelves
 */
export function createWorkbench(account, { onInspect, onMove }, { editor, drafts, shelves }) {
  const requestPanel = createRequestPanel();
  const history = createHistory(shelves);
  const lateAnswered = createLateAnswered(account.mode, onInspect, ({ entry, file }) => {
    bringBack(entry, file);
  });
  /** Once it has loaded. @type {Awaited<ReturnType<typeof import("./phone-input.js").createPhoneInput>> | undefined} */
  let phoneInput;
  const latePreview = createLatePreview();
  const templatePicker = createTemplatePicker(editor, () => check());
  const inputView = createInputView(editor, () => check());
  const faults = createFaults(account.mode, note);
  const issues = createIssues(
    (problem) =>
      problem.place === "file" ? upload.goTo() : inputView.goTo(problem, problem.place),
    async (fix) => {
      const { editsOf } = await import("./editor/mend.js");
      editor.change(editsOf(editor.text(), fix));
      check();
    },
  );
  const unsettled = createUnsettled();
  remember(history, unsettled);
  const descriptionOf = account.mode === "live" ? namelessOf : describedOf;
  const upload = createUpload((file) => {
    const text = JSON.stringify({ fileName: file.name }, null, 2);
    drafts.pick(address, text, file);
    editor.replace(text);
    check();
  });
  const reset = createReset({
    onReset() {
      const before = { text: editor.text(), file: drafts.fileAt(address) };
      drafts.drop(address);
      editor.replace(exampleText());
      check();
      return before;
    },
    onUndo: putBack,
  });
  /** The files of the examples, by their addresses. @type {Map<string, File>} */
  const files = new Map();

  /** @type {import("./route.js").Choice} */
  let choice;
  let address = "";
  /** @type {import("./inspect.js").Inspected} */
  let inspected;
  /** @type {import("./request.js").Preview | undefined} */
  let preview;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isSending = false;

  byId("send").addEventListener("click", sendIt);
  byId("format").addEventListener("click", () => {
    const text = laidOut(editor.text());
    if (text !== undefined) return editor.replace(text);
    check();
    issues.goToFirst();
  });

  function exampleText() {
    return JSON.stringify(choice.example.input, null, 2);
  }

  /** @param {{ text: string, file?: File | { name: string } }} before A file that was picked. */
  function putBack({ text, file }) {
    if (file) drafts.pick(address, text, file);
    editor.replace(text);
    check();
  }

  /**
   * What was sent stands in the editor again.
   *
   * @param {import("./history/entry.js").Entry} entry
   * @param {File} [sent] What went with it; nothing where it is lost.
   * @returns {File | undefined}
   */
  function bringBack({ address: wanted, text, file: name }, sent) {
    const there = wanted === address ? undefined : choiceOf(wanted, account.mode);
    if (there) onMove(there);
    const own = exampleFile();
    const file = sent ?? (own?.name === name ? own : undefined);
    drafts.drop(address);
    putBack({ text, ...(name !== undefined && file !== own && { file: file ?? { name } }) });
    inputView.focus();
    return file;
  }

  /** Shows what is chosen, with what was typed there before. */
  function draw() {
    const { entry, example } = choice;
    showHeading(choice);
    phoneInput?.open(entry.operation);
    faults.open(example.fault);
    preview = undefined;
    inputView.open(entry.operation.name);
    editor.open(drafts.textAt(address) ?? exampleText());
    reset.forget();
    check();
  }

  /** @returns {File | undefined} */
  function exampleFile() {
    const { file } = choice.example;
    if (file === undefined) return undefined;
    const made = files.get(address) ?? fileOf(file);
    files.set(address, made);
    return made;
  }

  function hasPicked() {
    return drafts.fileAt(address) !== undefined || drafts.lostAt(address) !== undefined;
  }

  /** @returns {File | undefined} The picked one, or the example's. */
  function currentFile() {
    if (drafts.lostAt(address) !== undefined) return undefined;
    return drafts.fileAt(address) ?? exampleFile();
  }

  /** @param {string} text Was typed. */
  function edit(text) {
    const before = reset.undone(text);
    if (before?.file) drafts.pick(address, text, before.file);
    if (text === exampleText() && !hasPicked()) drafts.drop(address);
    else drafts.write(address, text);
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  }

  /** Finds what is wrong and shows it, and the request that would leave. */
  function check() {
    clearTimeout(timer);
    const operation = operationOf(choice.entry.operation.name);
    const file = currentFile();
    const templates = templatePicker.book();
    const text = editor.text();
    inspected = inspect(operation, text, { file, templates });
    reset.show(text !== exampleText() || hasPicked());
    lateAnswered.compare({ address, text, file });
    upload.show(file, drafts.lostAt(address));
    phoneInput?.show();
    templatePicker.show(operation.name, inspected.input);
    editor.describe(() => descriptionOf(operation.name), templates);
    editor.mark(inspected.problems);
    issues.show(inspected.problems);
    inputView.show(inspected.problems);
    const { input } = inspected;
    faults.show(operation.name, input);
    note();
    // What was seen last stays while the text is no JSON.
    if (input !== undefined) preview = latePreview.of(operation.name, input, templates);
    if (!inspected.isValid) return requestPanel.show(operation, preview);
    const built = operation.build(input, { baseUrl: account.baseUrl });
    requestPanel.show({ operation: operation.name, input, built }, preview);
  }

  /** Says beside the button what it will do, or what is in its way. */
  function note() {
    const errors = inspected.problems.filter(({ severity }) => severity === "error").length;
    const isSecond = inspected.isValid && unsettled.isSame(planned());
    const said = isSecond ? DOUBT : faults.note();
    showEffect(account.mode, choice.entry.effect, errors, said);
  }

  /** Just what would be sent now. */
  function planned() {
    const { operation, effect } = choice.entry;
    return { operation: operation.name, input: inspected.input, effect };
  }

  async function sendIt() {
    if (isSending) return;
    check();
    if (!inspected.isValid) {
      issues.refuse();
      return (await lateAnswered.load()).refuse(address);
    }
    const { entry, example } = choice;
    const file = currentFile();
    // From here on it is just this: what is typed meanwhile changes nothing of it.
    const sent = planned();
    const asked = {
      address,
      operation: sent.operation,
      title: example.title,
      text: editor.text(),
      to: recipientsOf(sent.input),
      ...(file && { file: file.name }),
    };
    const { hash } = location;
    isSending = true;
    try {
      if (account.mode === "live" && entry.effect !== "read") {
        const { confirmed } = await import("./confirm.js");
        const again = unsettled.has(sent);
        if (!(await confirmed({ ...sent, host: account.host ?? "", again }, hash))) return;
      }
      const answered = await lateAnswered.load();
      const button = byId("send");
      button.setAttribute("aria-disabled", "true");
      answered.sending(address);
      const fault = faults.chosen();
      const begun = history.begin({ ...asked, at: Date.now() }, file);
      const result = await send(sent.operation, sent.input, { fault });
      unsettled.note(sent, result);
      button.removeAttribute("aria-disabled");
      if (sent.operation === "createTemplate" && !result.error) templatePicker.renew();
      const ended = history.end(begun, result);
      answered.show({ entry: ended, isMessage: entry.effect === "message", ...(file && { file }) });
      // Meanwhile another input may stand there: its answer this is not.
      answered.compare({ address, text: editor.text(), file: currentFile() });
      note();
    } finally {
      isSending = false;
    }
  }

  /** @param {import("./route.js").Choice} other */
  function isOpen({ example }) {
    return addressOf(example) === address;
  }

  return {
    isOpen,

    /** @param {import("./route.js").Choice} next The one that is shown already stays as it is. */
    open(next) {
      if (isOpen(next)) return;
      choice = next;
      address = addressOf(next.example);
      draw();
    },

    focus: () => inputView.focus(),
    edit,
    send: sendIt,
    history,

    /**
     * Opens what was sent once, with its answer as it was.
     *
     * @param {import("./history/entry.js").Entry} entry
     */
    async recall(entry) {
      const file = bringBack(entry, history.fileOf(entry.id));
      const isMessage = choice.entry.effect === "message";
      const answered = await lateAnswered.load();
      answered.show({ entry, isMessage, ...(file && { file }) });
      check();
    },

    /** Loads what is seen, but not needed. */
    async finish() {
      await Promise.all([latePreview.load(), lateAnswered.load()]);
      if (choice) check();
      const { createPhoneInput } = await import("./phone-input.js");
      phoneInput = await createPhoneInput(editor);
      if (choice) await phoneInput.open(choice.entry.operation);
    },
  };
}

/**
 * What was sent before a reload may have arrived all the same.
 *
 * @param {ReturnType<typeof createHistory>} history
 * @param {ReturnType<typeof createUnsettled>} unsettled
 */
function remember(history, unsettled) {
  for (const { operation, text, facts } of history.all().reverse()) {
    const effect = CATALOG.find((entry) => entry.operation.name === operation)?.effect;
    if (effect === undefined) continue;
    const { name = "", code, outcome } = facts ?? {};
    const error = code === undefined ? undefined : { name, code, message: "", outcome, operation };
    unsettled.note({ operation, input: readValue(text), effect }, { error });
  }
}
