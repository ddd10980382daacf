import { apiUrl } from "../../../platform/addresses.ts";
import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { signToken, verifyToken } from "../../../platform/secrets.ts";
import { presentBookingById } from "../../scheduling/index.ts";
import { isSiteOrigin } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";
import { Order, type Side } from "../models/order.ts";
import { UsedManageLink } from "../models/used-manage-link.ts";
import { managePageUrlOf } from "../settings.ts";

const purpose = "orders.manage";

/** What links out of mails are for; each does its one thing once, and needs no sign-in. */
export const manageActions = ["cancel", "move", "answer", "calendar"] as const;
export type ManageAction = (typeof manageActions)[number];

/** Where the API serves the page of a site that opens links when none of the site's own can. */
export const managePageFolder = "/manage/";

/** What a link is made for. */
interface ManageLink {
  readonly side: Side;
  readonly action: ManageAction;
  /** The time it is about: the session's, or for an answer the one that was proposed. */
  readonly about: Date;
}

/** A link as a mail needs it. */
interface MailedLink extends ManageLink {
  /** The end of the session: until then it opens something. */
  readonly expiresAt: Date;
  /** The language of the mail. */
  readonly locale: string;
}

/** The address of a link for one side of an order, on a page that can open it. Null when there is no such order. */
export async function readManageUrl(
  scope: Scope,
  orderId: string,
  { side, action, about, expiresAt, locale }: MailedLink,
): Promise<string | null> {
  const [order] = await scope.read<Pick<Order, "pageUrl">>`
    select page_url from ${Order} o where id = ${orderId}`;
  if (!order) return null;
  const { tenant } = scope;
  const subject = [side, action, orderId, about.getTime().toString(36)].join(".");
  const url = pageOfLinks(tenant, order.pageUrl, locale);
  // After the `#`, which no server and no referrer ever sees.
  url.hash = `tessera-manage=${signToken(purpose, { tenantId: tenant.id, subject, expiresAt })}`;
  return url.href;
}

/** The page the site chose for links, else the page of the purchase, each only while the site allows its origin; else our own. */
function pageOfLinks(tenant: Tenant, pageUrl: string | null, locale: string): URL {
  for (const page of [managePageUrlOf(tenant), pageUrl]) {
    if (page !== null && isSiteOrigin(tenant, new URL(page).origin)) return new URL(page);
  }
  const own = new URL(`${apiUrl()}${managePageFolder}${tenant.id}`);
  own.searchParams.set("locale", locale);
  return own;
}

/** A link that still opens something: its order, and the session as it now is. */
export interface OpenLink extends ManageLink {
  /** The same in every mail about the same time. */
  readonly id: string;
  readonly order: Order;
  readonly booking: NonNullable<Awaited<ReturnType<typeof presentBookingById>>>;
  readonly isUsed: boolean;
}

/** Opens a link. Refuses one that was not made here, or whose session has ended, wherever it was moved to since. */
export async function openManageLink(scope: Scope, token: string): Promise<OpenLink> {
  // The session's end is business time.
  const signed = verifyToken(purpose, token, scope.now);
  const [side, action, orderId, about] =
    signed?.tenantId === scope.tenant.id ? signed.subject.split(".") : [];
  if (!isSide(side) || !isAction(action) || !orderId || !about) throw failure("orders.link_invalid");
  const [order] = await scope.read<Order>`select * from ${Order} o where id = ${orderId}`;
  const booking = order?.bookingId ? await presentBookingById(scope, order.bookingId) : null;
  if (!order || !booking || new Date(booking.endsAt) <= scope.now) throw failure("orders.link_invalid");
  const id = derivedId("orders.manage_link", orderId, side, action, about);
  const used = await scope.read`select id from ${UsedManageLink} u where id = ${id}`;
  return { id, side, action, about: new Date(parseInt(about, 36)), order, booking, isUsed: used.length > 0 };
}

/** Opens a link for what it is for and uses it up. */
export async function spendManageLink(scope: Scope, token: string, action: ManageAction): Promise<OpenLink> {
  const link = await openManageLink(scope, token);
  if (link.action !== action) throw failure("orders.link_invalid");
  const spent = await scope.sql`
    insert into used_manage_links (tenant_id, id, booking_id, used_at)
    values (${scope.tenant.id}, ${link.id}, ${link.booking.id}, ${scope.now})
    on conflict do nothing returning id`;
  if (spent.length === 0) throw failure("orders.link_used");
  return link;
}

const isSide = (text: string | undefined): text is Side => text === "client" || text === "provider";

const isAction = (text: string | undefined): text is ManageAction =>
  manageActions.some((action) => action === text);
