import { type Scopes } from "../../scope/open.ts";
import { captureMessage } from "../captured-messages.ts";
import { type SmsProvider } from "./port.ts";

/** Keeps text messages in the database instead of sending them: for sandboxes. */
export const capturedTexts = (scopes: Scopes): SmsProvider => ({
  name: "captured",
  async send({ to, text, key }, { tenant, signal }) {
    signal.throwIfAborted();
    await captureMessage(scopes, tenant, { channel: "sms", recipient: to, body: text, key });
  },
});
