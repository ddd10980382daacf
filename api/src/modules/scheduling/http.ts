import { type Context } from "koa";
import { businessTime } from "../../platform/clock.ts";
import { notFound } from "../../platform/errors.ts";
import { factsOf } from "../../platform/http/request.ts";
import { tenantDoor } from "../../platform/http/tenant-door.ts";
import { type HttpRoute } from "../../platform/module.ts";
import { calendarFeedOf } from "./calendars/feed.ts";
import { readFeedToken } from "./calendars/feed-token.ts";

const folder = "/calendars/";

/** Calendars that calendar programs subscribe to; they can send nothing but an address. */
export const schedulingRoutes: readonly HttpRoute[] = [
  { method: "GET", path: `${folder}:file`, handler: (ctx) => sendFeed(ctx) },
];

async function sendFeed(ctx: Context): Promise<void> {
  const file = ctx.path.slice(folder.length);
  const owner = file.endsWith(".ics") ? readFeedToken(file.slice(0, -".ics".length)) : null;
  const { scopes, loadTenant } = tenantDoor();
  const tenant = owner && (await loadTenant(owner.tenantId));
  if (!tenant || tenant.status === "suspended") throw notFound();
  const text = await scopes.inspect(
    {
      tenant,
      actor: { kind: "system", cause: "scheduling.calendar_feed" },
      now: businessTime(tenant),
      request: factsOf(ctx),
    },
    (scope) => calendarFeedOf(scope, owner.memberId),
  );
  ctx.set("Cache-Control", "private, max-age=300");
  ctx.type = "text/calendar; charset=utf-8";
  ctx.body = text;
}
