import { type ErrorCode } from "@tessera/sdk/browser";

/** The sentences of failures that a visitor can meet. */
export const failures: Partial<Record<ErrorCode, string>> = {};
