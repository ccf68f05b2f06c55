import type { OperationName } from "interakt-wasm";

/** The operation that a request is for, and its input. */
export interface MatchedRequest {
  readonly operation: OperationName;
  readonly input: unknown;
}

/** Placeholder of the contract: its owner writes all of this file. */
export declare function matchRequest(request: Request): Promise<MatchedRequest | null>;
