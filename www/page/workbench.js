/** The view of an operation: what is typed for it, the request, and what came of sending it. */
import { createAnswered } from "./answered.js";
import { confirmed } from "./confirm.js";
import { byId } from "./dom.js";
import { createEditor } from "./editor.js";
import { laidOut } from "./highlight.js";
import { inspect } from "./inspect.js";
import { createIssues } from "./issues.js";
import { createLife } from "./life.js";
import { showEffect } from "./mode.js";
import { createPhoneInput } from "./phone-input.js";
import { previewsOf } from "./preview.js";
import { recipientsOf } from "./recipient.js";
import { createRequestPanel } from "./request.js";
import { createReset } from "./reset.js";
import { addressOf, choiceOf } from "./route.js";
import { createTemplatePicker } from "./template-picker.js";
import { createUpload, fileOf } from "./upload.js";
import { send } from "./worker-client.js";

/** How long typing must pause before the input is checked, in milliseconds. */
const PAUSE = 120;

/**
 * The package must be ready: `init()` first.
 *
 * @param {import("./worker-client.js").AccountInfo} account
 * @param {object} kept What the tab keeps.
 * @param {ReturnType<typeof import("./drafts.js").createDrafts>} kept.drafts
 * @param {ReturnType<typeof import("./history/history.js").createHistory>} kept.history
 * @param {object} listeners
 * @param {(webhook: import("./signature-check.js").Pasted) => void} listeners.onInspect
 * @param {(choice: import("./route.js").Choice) => void} listeners.onMove Another is to be opened.
 */
export function createWorkbench(account, { drafts, history }, { onInspect, onMove }) {
  const requestPanel = createRequestPanel();
  const answered = createAnswered(createLife(account.mode, onInspect), ({ entry, file }) => {
    bringBack(entry, file);
  });
  const editor = createEditor(byId("editor"), { onEdit, onSend: sendIt });
  const phoneInput = createPhoneInput(editor);
  const templatePicker = createTemplatePicker(editor, () => check());
  const issues = createIssues(({ place }) =>
    place === "file" ? upload.goTo() : editor.goTo(place),
  );
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
  /** @type {import("./request.js").Previews | undefined} */
  let previews;
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
    const there = wanted === address ? undefined : choiceOf(wanted);
    if (there) onMove(there);
    const own = exampleFile();
    const file = sent ?? (own?.name === name ? own : undefined);
    drafts.drop(address);
    putBack({ text, ...(name !== undefined && file !== own && { file: file ?? { name } }) });
    editor.focus();
    return file;
  }

  /** Shows what is chosen, with what was typed there before. */
  function draw() {
    const { entry, example } = choice;
    byId("input-title").textContent = entry.title;
    byId("method").textContent = entry.operation.method;
    byId("path").textContent = entry.operation.path;
    const hint = byId("hint");
    hint.textContent = example.hint ?? "";
    hint.hidden = example.hint === undefined;
    phoneInput.open(entry.operation);
    previews = undefined;
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

  /** @param {string} text */
  function onEdit(text) {
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
    const { operation } = choice.entry;
    const file = currentFile();
    const templates = templatePicker.book();
    inspected = inspect(operation, editor.text(), { file, templates });
    upload.show(file, drafts.lostAt(address));
    phoneInput.show();
    templatePicker.show(operation.name, inspected.input);
    const text = editor.text();
    reset.show(text !== exampleText() || hasPicked());
    answered.compare({ address, text, file });
    editor.mark(inspected.problems);
    issues.show(inspected.problems);
    const errors = inspected.problems.filter(({ severity }) => severity === "error").length;
    showEffect(account.mode, choice.entry.effect, errors);
    const { input } = inspected;
    // What was seen last stays while the text is no JSON.
    if (input !== undefined) previews = previewsOf(operation.name, input, templates);
    if (!inspected.isValid) return requestPanel.show(operation, previews);
    const built = operation.build(input, { baseUrl: account.baseUrl });
    requestPanel.show({ operation: operation.name, input, built }, previews);
  }

  async function sendIt() {
    if (isSending) return;
    check();
    if (!inspected.isValid) {
      answered.refuse(address);
      return issues.refuse();
    }
    const { entry, example } = choice;
    const { input } = inspected;
    const file = currentFile();
    const asked = {
      address,
      operation: entry.operation.name,
      title: example.title,
      text: editor.text(),
      to: recipientsOf(input),
      ...(file && { file: file.name }),
    };
    isSending = true;
    try {
      if (account.mode === "live" && !(await confirmed(entry.effect))) return;
      const button = byId("send");
      button.setAttribute("aria-disabled", "true");
      answered.sending(address);
      const begun = history.begin({ ...asked, at: Date.now() }, file);
      const result = await send(entry.operation.name, input);
      button.removeAttribute("aria-disabled");
      const ended = history.end(begun, result);
      if (entry.operation.name === "createTemplate" && !result.error) templatePicker.renew();
      answered.show({ entry: ended, file, isMessage: entry.effect === "message" });
      // Meanwhile another input may stand there: its answer this is not.
      answered.compare({ address, text: editor.text(), file: currentFile() });
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

    focus: () => editor.focus(),
    send: sendIt,

    /**
     * Opens what was sent once, with its answer as it was.
     *
     * @param {import("./history/entry.js").Entry} entry
     */
    recall(entry) {
      const file = bringBack(entry, history.fileOf(entry.id));
      const isMessage = choice.entry.effect === "message";
      answered.show({ entry, ...(file && { file }), isMessage });
      check();
    },
  };
}
