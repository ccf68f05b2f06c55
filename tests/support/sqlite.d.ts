/** What tests and the command use of `node:sqlite`, which the types of the oldest supported Node lack. */
declare module "node:sqlite" {
  export class DatabaseSync {
    constructor(path: string);
    exec(query: string): void;
    // biome-ignore lint/suspicious/noExplicitAny: any value goes in, any row comes out
    prepare(query: string): { all(...values: any[]): any[]; get(...values: any[]): any };
    close(): void;
  }
}
