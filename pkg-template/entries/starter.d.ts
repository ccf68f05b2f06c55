/** In place of what pkg-template/loading/ has for each way of loading. */
export declare const starter: import("./start.js").Starter<
  typeof import("./core_bg.js") &
    typeof import("./phone-field_bg.js") &
    typeof import("./bulk_bg.js")
>;
