/** The view of an operation: what is typed for it, the request, and what came of sending it. */
export { init } from "interakt-wasm/web";

import { createAnswerPanel } from "./answer.js";
import { describedOf, namelessOf } from "./described.js";
import { byId } from "./dom.js";
import { DOUBT } from "./fate.js";
import { createFaults } from "./faults.js";
import { showHeading } from "./heading.js";
import { laidOut } from "./highlight.js";
import { createInputView } from "./input-view.js";
import { inspect } from "./inspect.js";
import { createIssues } from "./issues.js";
import { createLatePreview } from "./late-preview.js";
import { createLife } from "./life.js";
import { showEffect } from "./mode.js";
import { operationOf } from "./operations.js";
import { createRequestPanel } from "./request.js";
import { addressOf } from "./route.js";
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
 * @param {(webhook: import("./signature-check.js").Pasted) => void} onInspect
 * @param {object} before What was there before it.
 * @param {import("./late-editor.js").Editor} before.editor Tells `edit` of what is typed.
 * @param {Map<string, string>} before.texts What was typed, by the address of the example it began with.
 */
export function createWorkbench(account, onInspect, { editor, texts }) {
  const requestPanel = createRequestPanel();
  const answerPanel = createAnswerPanel();
  const life = createLife(account.mode, onInspect);
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
  const descriptionOf = account.mode === "live" ? namelessOf : describedOf;
  const upload = createUpload((file) => {
    drafts.files.set(address, file);
    editor.replace(JSON.stringify({ fileName: file.name }, null, 2));
    check();
  });

  /** What was typed and picked, by the address of the example it began with. */
  const drafts = {
    texts,
    /** @type {Map<string, File>} */
    files: new Map(),
  };

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
  byId("reset").addEventListener("click", () => {
    drafts.texts.delete(address);
    drafts.files.delete(address);
    draw();
  });

  /** Shows what is chosen, with what was typed there before. */
  function draw() {
    const { entry, example } = choice;
    showHeading(choice);
    phoneInput?.open(entry.operation);
    faults.open(example.fault);
    preview = undefined;
    inputView.open(entry.operation.name);
    editor.open(drafts.texts.get(address) ?? JSON.stringify(example.input, null, 2));
    life.stop();
    answerPanel.clear();
    check();
  }

  /** @returns {File | undefined} The picked one, or the example's. */
  function currentFile() {
    const { file } = choice.example;
    if (file === undefined) return undefined;
    const current = drafts.files.get(address) ?? fileOf(file);
    drafts.files.set(address, current);
    return current;
  }

  /** @param {string} text Was typed. */
  function edit(text) {
    drafts.texts.set(address, text);
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  }

  /** Finds what is wrong and shows it, and the request that would leave. */
  function check() {
    clearTimeout(timer);
    const operation = operationOf(choice.entry.operation.name);
    const file = currentFile();
    const templates = templatePicker.book();
    inspected = inspect(operation, editor.text(), { file, templates });
    upload.show(file);
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
    if (!inspected.isValid) return issues.refuse();
    const { entry } = choice;
    const asked = address;
    // From here on it is just this: what is typed meanwhile changes nothing of it.
    const sent = planned();
    isSending = true;
    try {
      if (account.mode === "live" && entry.effect !== "read") {
        const { confirmed } = await import("./confirm.js");
        const again = unsettled.has(sent);
        if (!(await confirmed({ ...sent, host: account.host ?? "", again }))) return;
      }
      const button = byId("send");
      button.setAttribute("aria-disabled", "true");
      life.stop();
      answerPanel.sending();
      const fault = faults.chosen();
      const result = await send(sent.operation, sent.input, { fault });
      unsettled.note(sent, result);
      button.removeAttribute("aria-disabled");
      // Meanwhile another example may have been chosen: its answer this is not.
      if (asked !== address) return;
      if (entry.operation.name === "createTemplate" && !result.error) templatePicker.renew();
      const id = entry.effect === "message" && !result.error && idOf(result.answer);
      answerPanel.show(result, id ? life.start(id) : undefined);
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

    /** Loads what is seen, but not needed. */
    async finish() {
      await latePreview.load();
      if (choice) check();
      const { createPhoneInput } = await import("./phone-input.js");
      phoneInput = await createPhoneInput(editor);
      if (choice) await phoneInput.open(choice.entry.operation);
    },
  };
}

/** @param {unknown} answer @returns {string} */
function idOf(answer) {
  const { id } = /** @type {{ id?: unknown }} */ (answer ?? {});
  return typeof id === "string" ? id : "";
}
