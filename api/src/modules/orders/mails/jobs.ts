import { z } from "zod";
import { type Job, threePartJob } from "../../../platform/jobs/job.ts";
import { type EventName } from "../../../platform/outbox/announce.ts";
import { sendMail } from "../../../platform/providers/mail/for-tenant.ts";
import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { mailSenderName } from "../../tenancy/index.ts";
import { type Side, sides } from "../models/order.ts";
import { writeSessionMail } from "./session-mail.ts";
import { type SessionMailKind } from "./texts.ts";

interface PreparedMail {
  readonly tenant: Tenant;
  readonly mail: Mail;
}

/** What every news of a session says, as far as mails need it. */
const sessionFact = z.object({
  bookingId: z.uuid(),
  version: z.int(),
  /** Of a reminder: how long before the start. */
  minutes: z.int().optional(),
  /** Of a proposal: whose it is. */
  by: z.string().optional(),
});

/** Every mail, and the news that causes it. */
const occasions: readonly { readonly kind: SessionMailKind; readonly on: EventName }[] = [
  { kind: "confirmed", on: "booking.confirmed" },
  { kind: "moved", on: "booking.moved" },
  { kind: "cancelled", on: "booking.cancelled" },
  { kind: "reminder", on: "booking.reminder_due" },
  { kind: "move_proposed", on: "order.move_proposed" },
];

const mailTo = (side: Side, { kind, on }: (typeof occasions)[number]): Job =>
  threePartJob({
    // One job for each reader: what reached one of them is not sent again because of the other.
    name: `orders.mail_${kind}_to_${side}`,
    on: [on],
    payload: sessionFact,
    attempts: 5,
    async prepare(scope, { bookingId, version, minutes, by }): Promise<PreparedMail | null> {
      if (kind === "move_proposed" && by === side) return null;
      const key = ["orders", kind, side, bookingId, version, minutes ?? 0].join(" ");
      const mail = await writeSessionMail(scope, { kind, side, bookingId, key });
      return mail && { tenant: scope.tenant, mail };
    },
    call: ({ tenant, mail }, { signal }) =>
      sendMail(mail, { tenant, fromName: mailSenderName(tenant), signal }),
    finish: async () => {},
  });

/** Mails both people of a session what happens to it. */
export const mailJobs: readonly Job[] = occasions.flatMap((occasion) =>
  sides.map((side) => mailTo(side, occasion)),
);
