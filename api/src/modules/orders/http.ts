import { type Context } from "koa";
import { z } from "zod";
import { notFound } from "../../platform/errors.ts";
import { credentialsOf } from "../../platform/http/request.ts";
import { tenantDoor } from "../../platform/http/tenant-door.ts";
import { type HttpRoute } from "../../platform/module.ts";
import { localeFor, pageKeyOf } from "../tenancy/index.ts";
import { managePage, managePagePolicy } from "./manage/page/page.ts";
import { managePageFolder } from "./manage/manage-link.ts";

/** The page links out of mails open when no page of the site can. */
export const orderRoutes: readonly HttpRoute[] = [
  { method: "GET", path: `${managePageFolder}:tenant`, handler: (ctx) => sendManagePage(ctx) },
];

async function sendManagePage(ctx: Context): Promise<void> {
  const id = ctx.path.slice(managePageFolder.length);
  const tenant = z.uuid().safeParse(id).success ? await tenantDoor().loadTenant(id) : null;
  if (!tenant) throw notFound();
  // Under another site's own domain every call of the page would be refused: so is the page.
  await tenantDoor().authenticate(credentialsOf(ctx, pageKeyOf(tenant.id)));
  const { locale } = ctx.query;
  const spoken = ctx.get("accept-language").split(/[,;]/)[0]?.trim() ?? "";
  ctx.type = "text/html; charset=utf-8";
  ctx.set("Content-Security-Policy", managePagePolicy);
  ctx.set("Cross-Origin-Resource-Policy", "same-origin");
  ctx.set("Cross-Origin-Opener-Policy", "same-origin");
  ctx.set("Cache-Control", "no-store");
  ctx.body = managePage(tenant, localeFor(tenant, typeof locale === "string" ? locale : null, spoken));
}
