import { ECDH } from "node:crypto";
import { z } from "zod";
import { invalidFields } from "../../../platform/errors.ts";
import { AddressRefused } from "../../../platform/outgoing.ts";
import { assertPushEndpoint } from "../../../platform/providers/push/for-tenant.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { PushSubscription } from "../models/push-subscription.ts";
import { presentSubscription, subscriptionView } from "./subscription-view.ts";

// Nobody carries more browsers; the ones not seen for longest make room.
const mostBrowsers = 20;

const bytes = (length: number) =>
  z
    .string()
    .regex(/^[\w-]+=*$/, "Send it as the browser gives it, as base64url.")
    .refine((text) => Buffer.from(text, "base64url").length === length, `This is not ${length} bytes long.`);

export const addPushSubscription = operation({
  summary:
    "Sends the member's pushes to a browser until they are signed out there. A browser that is known already is kept, and belongs to whoever added it last.",
  input: z.strictObject({
    endpoint: z.string().max(1000),
    /** `p256dh` of the browser's subscription. */
    publicKey: bytes(65).refine(isPoint, "This is no key of a browser.").meta({
      example: "BLkD5rAcbHL_vwGLXqVu0C6GJDhmfXeF4hr-0dZSmYehsRk5ikx0v2Gk_vwdj1dZZc4bFz0d60v4MJ8HTYH03ww",
    }),
    /** `auth` of the browser's subscription. */
    authSecret: bytes(16).meta({ example: "8kN4lsGbctOUhPAz-tjm_w" }),
    /** What the member knows it by, such as Firefox on Linux. */
    device: z.string().trim().min(1).max(200),
  }),
  output: subscriptionView,
  async run(scope, { endpoint, ...browser }) {
    try {
      assertPushEndpoint(endpoint);
    } catch (refusal) {
      if (!(refusal instanceof AddressRefused)) throw refusal;
      throw invalidFields({ path: ["endpoint"], message: refusal.message });
    }
    const memberId = callingMember(scope);
    const sessionId = scope.actor.kind === "member" ? scope.actor.sessionId : null;
    const known = await scope.query(PushSubscription).findOne({ endpoint }).forUpdate();
    // Whoever was signed in here before: what waits for them must not come up for somebody else.
    if (known && known.memberId !== memberId)
      await scope.query(PushSubscription).where({ endpoint }).delete();
    const row = await scope
      .query(PushSubscription)
      .insert({ endpoint, memberId, sessionId, ...browser })
      .onConflict(["tenantId", "endpoint"])
      .merge(["memberId", "sessionId", "publicKey", "authSecret", "device", "updatedAt"])
      .returning("*");
    await scope
      .query(PushSubscription)
      .where({ memberId })
      .whereNotIn(
        "id",
        scope
          .query(PushSubscription)
          .where({ memberId })
          .orderBy("updatedAt", "desc")
          .limit(mostBrowsers)
          .select("id"),
      )
      .delete();
    return presentSubscription(row);
  },
});

function isPoint(text: string): boolean {
  try {
    ECDH.convertKey(Buffer.from(text, "base64url"), "prime256v1");
    return true;
  } catch {
    // Asking is the only way to know whether a point lies on the curve.
    return false;
  }
}
