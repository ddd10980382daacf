import { type Scopes } from "../../scope/open.ts";
import { captureMessage } from "../captured-messages.ts";
import { type PushProvider } from "./port.ts";

/** Keeps pushes in the database instead of sending them: a sandbox's never leave the house. */
export const capturedPushes = (scopes: Scopes): PushProvider => ({
  name: "captured",
  async send({ target, payload, key }, { tenant, signal }) {
    signal.throwIfAborted();
    await captureMessage(scopes, tenant, {
      channel: "push",
      recipient: target.endpoint,
      body: payload,
      key,
    });
  },
});
