/** Where the rows come from: a file that is chosen, dropped or pasted, a text, or a sample. */
import { FILE_SAMPLES } from "../../demo/file-samples.js";
import { choice } from "../account-templates.js";
import { element } from "../dom.js";
import { sizeOf } from "../size.js";

/**
 * @typedef {import("../../demo/file-samples.js").FileSample} FileSample
 *
 * @typedef {object} Source
 * @property {File} file Read anew for each pass.
 * @property {FileSample} [sample] Where it is one.
 */

const PASTED = "pasted rows.txt";

/** A longer text does not stand in the field. */
const MOST_SHOWN = 10_000;

/**
 * @param {HTMLElement} area Where files may be dropped.
 * @param {(source: Source) => void} onSource
 * @param {object} options
 * @param {string} options.ids What the ids of its elements begin with.
 * @param {AbortSignal} [options.signal] Ends it: the page takes no files for it any more.
 */
export function createSource(area, onSource, { ids, signal }) {
  const name = element("p", { class: "upload-name", id: `${ids}-name` }, "No file yet.");
  const picker = element("input", {
    class: "upload-input",
    type: "file",
    id: `${ids}-file`,
    accept: ".csv,.tsv,.txt,.ndjson,.jsonl,text/*",
    "aria-describedby": name.id,
  });
  const samples = element(
    "select",
    { class: "button", id: `${ids}-sample`, "aria-label": "Sample" },
    choice("", "Choose a sample"),
    ...FILE_SAMPLES.map(({ title }, at) => choice(String(at), title)),
  );
  const pasted = element("textarea", {
    class: "field-text field-code",
    id: `${ids}-pasted`,
    rows: "2",
    spellcheck: "false",
    autocomplete: "off",
    placeholder: "Cells from a spreadsheet, CSV, or JSON line by line",
  });

  /** @param {Source} source */
  function take(source) {
    name.textContent = `${source.file.name}, ${sizeOf(source.file.size)}`;
    if (source.sample === undefined) samples.value = "";
    if (source.file.name !== PASTED) pasted.value = "";
    onSource(source);
  }

  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    if (file) take({ file });
    // The same file, chosen again after it was changed, is another.
    picker.value = "";
  });
  samples.addEventListener("change", () => {
    const sample = FILE_SAMPLES[Number(samples.value || Number.NaN)];
    if (sample) take({ sample, file: new File([sample.content()], sample.name) });
  });
  pasted.addEventListener("change", () => {
    if (pasted.value.trim() !== "") take({ file: new File([pasted.value], PASTED) });
  });
  // A field makes plain line breaks of all others: what is pasted is taken as it came.
  const onPaste = (/** @type {ClipboardEvent} */ event) => {
    const isElsewhere = !area.checkVisibility() || event.target instanceof HTMLInputElement;
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (isElsewhere || (!file && text.trim() === "")) return;
    event.preventDefault();
    take({ file: file ?? new File([text], PASTED) });
    // A part of it would be taken for the whole once it is edited.
    pasted.value = file || text.length > MOST_SHOWN ? "" : text;
  };
  document.addEventListener("paste", onPaste, { signal });
  onDrop(area, (file) => take({ file }), signal);

  return {
    picker,
    zone: element(
      "div",
      { class: "rows-zone" },
      element(
        "div",
        { class: "upload" },
        element("label", { class: "button upload-button", for: picker.id }, "Choose a file"),
        picker,
        samples,
        name,
      ),
      element("label", { class: "field-label", for: pasted.id }, "Or drop it here, or paste rows"),
      pasted,
    ),
  };
}

/**
 * While the area is shown, a file goes there wherever it is dropped: the browser would leave the page
 * for it.
 *
 * @param {HTMLElement} area
 * @param {(file: File) => void} onFile
 * @param {AbortSignal} [signal]
 */
function onDrop(area, onFile, signal) {
  let depth = 0;
  const mark = () => area.classList.toggle("rows-over", depth > 0);
  const isOurs = (/** @type {DragEvent} */ event) =>
    area.checkVisibility() && event.dataTransfer?.types.includes("Files");
  const on = (
    /** @type {"dragenter" | "dragleave" | "dragover" | "drop"} */ type,
    /** @type {(event: DragEvent) => void} */ listener,
  ) => window.addEventListener(type, listener, { signal });

  on("dragenter", (event) => {
    if (!isOurs(event)) return;
    depth += 1;
    mark();
  });
  on("dragleave", (event) => {
    if (!isOurs(event)) return;
    depth -= 1;
    mark();
  });
  on("dragover", (event) => {
    if (isOurs(event)) event.preventDefault();
  });
  on("drop", (event) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    depth = 0;
    mark();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) onFile(file);
  });
}
