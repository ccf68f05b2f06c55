/** What a module exports, as a type of its own. */
type Of<Module> = { [Name in keyof Module]: Module[Name] };

/** In place of what pkg-template/loading/ has for each way of loading. */
export declare const starter: import("./start.js").Starter<
  Of<typeof import("./core_bg.js")> &
    Of<typeof import("./phone-field_bg.js")> &
    Of<typeof import("./bulk_bg.js")>
>;
