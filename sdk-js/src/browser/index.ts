export { ApiError, type AllFailures, type ErrorCode, type FieldError } from "../api-error.ts";
export { type Answer, type Call, type Client, clientOf } from "../client.ts";
export type * from "../contract.ts";
export { type CallOptions, send, type Wire } from "../wire.ts";
export { type Browser, type BrowserOptions, connectBrowser } from "./connect.ts";
export { Keep, tabStorage } from "./keep.ts";
export { type Member, Session, type SessionView } from "./session.ts";
export { type Tokens, TokenSession } from "./token-session.ts";
