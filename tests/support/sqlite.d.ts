/** What tests and the command use of `node:sqlite`, which the types of the oldest supported Node lack. */
declare module "node:sqlite" {
  /** Any value goes in, any row comes out. */
  export class StatementSync {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    all(...values: any[]): any[];
    // biome-ignore lint/suspicious/noExplicitAny: as above
    get(...values: any[]): any;
    // biome-ignore lint/suspicious/noExplicitAny: as above
    run(...values: any[]): unknown;
    columns(): object[];
  }

  export class DatabaseSync {
    constructor(path: string);
    exec(query: string): void;
    prepare(query: string): StatementSync;
    close(): void;
  }
}
