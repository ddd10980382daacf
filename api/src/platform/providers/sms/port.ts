import { type Tenant } from "../../scope/tenant.ts";

/** One text message to one number. */
export interface TextMessage {
  /** As E.164 writes it, such as +4915112345678. */
  readonly to: string;
  readonly text: string;
  /** The same key is the same message. */
  readonly key: string;
}

/** The number takes no text messages: it does not exist, or its owner answered STOP. */
export class NumberRefused extends Error {
  override readonly name = "NumberRefused";
}

/** Sends text messages. Throws when one was not accepted, `NumberRefused` when it never will be. */
export interface SmsProvider {
  readonly name: string;
  send(
    message: TextMessage,
    options: { readonly tenant: Tenant; readonly signal: AbortSignal },
  ): Promise<void>;
}
