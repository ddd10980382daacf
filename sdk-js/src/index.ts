export { type AdvanceOptions, advanceClock, type ClockAdvance, ClockStuck } from "./clock.ts";
export { ApiError, type AllFailures, type ErrorCode, type FieldError } from "./api-error.ts";
export { type Answer, type Call, type Client } from "./client.ts";
export type * from "./contract.ts";
export { type MemberClaims, signMemberToken } from "./member-token.ts";
export { connectServer, type ServerOptions } from "./server.ts";
export { type UploadedFile, uploadFile, type UploadOptions } from "./upload.ts";
export { constructEvent, type VerifyOptions, type WebhookEvent, WebhookError } from "./webhooks.ts";
export { type CallOptions } from "./wire.ts";
