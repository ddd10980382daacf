import { createHash } from "node:crypto";
import webPush from "web-push";
import { guardedFetch } from "../../guarded-fetch.ts";
import { readOutgoingUrl, type Range } from "../../outgoing.ts";
import { type PushKeys, type PushProvider, SubscriptionGone } from "./port.ts";

// A day later it is no news any more.
const keptSeconds = 24 * 3600;
const gone = [404, 410];

/** Sends pushes to browsers' push services: encrypted by RFC 8291, signed by RFC 8292, to no private network. */
export function webPushes({ subject, guard }: { subject: string; guard: readonly Range[] }): PushProvider {
  const send = guardedFetch(guard);
  return {
    name: "web-push",
    async send({ target, keys, payload, isUrgent, key }, { signal }) {
      const { endpoint, publicKey, authSecret } = target;
      readOutgoingUrl(endpoint, guard);
      const request = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh: publicKey, auth: authSecret } },
        payload,
        {
          vapidDetails: { subject, ...keys },
          TTL: keptSeconds,
          urgency: isUrgent ? "high" : "normal",
          // One that still waits at the service is replaced when it is sent again. 32 letters at most.
          topic: createHash("sha256").update(key).digest("base64url").slice(0, 32),
          contentEncoding: "aes128gcm",
        },
      );
      const headers = { ...request.headers };
      // The length is the body's; fetch writes it itself and refuses to be told.
      delete headers["Content-Length"];
      const response = await send(endpoint, {
        method: "POST",
        headers,
        body: new Uint8Array(request.body),
        signal,
      });
      const said = (await response.text()).slice(0, 200);
      if (gone.includes(response.status)) throw new SubscriptionGone(`${response.status} ${said}`.trim());
      if (!response.ok) throw new Error(`The push service answered ${response.status}. ${said}`.trim());
    },
  };
}

/** New keys for a sender. */
export const newPushKeys = (): PushKeys => webPush.generateVAPIDKeys();
