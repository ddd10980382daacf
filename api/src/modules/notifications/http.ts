import { type Context } from "koa";
import { businessTime } from "../../platform/clock.ts";
import { notFound } from "../../platform/errors.ts";
import { factsOf } from "../../platform/http/request.ts";
import { tenantDoor } from "../../platform/http/tenant-door.ts";
import { type HttpRoute } from "../../platform/module.ts";
import { readMember } from "../identity/index.ts";
import { readUnsubscribeToken, unsubscribeFolder } from "./mails/unsubscribe-link.ts";
import { pagePolicy, unsubscribePage } from "./mails/unsubscribe-page.ts";
import { endMails } from "./mails/end-mails.ts";

/** The link in mails that ends mails of their kind; mail programs post to it without showing it (RFC 8058). */
export const notificationRoutes: readonly HttpRoute[] = [
  { method: "GET", path: `${unsubscribeFolder}:token`, handler: (ctx) => answer(ctx, false) },
  { method: "POST", path: `${unsubscribeFolder}:token`, handler: (ctx) => answer(ctx, true) },
];

async function answer(ctx: Context, isDone: boolean): Promise<void> {
  const asked = readUnsubscribeToken(ctx.path.slice(unsubscribeFolder.length));
  const { scopes, loadTenant } = tenantDoor();
  const tenant = asked && (await loadTenant(asked.tenantId));
  if (!asked || !tenant) throw notFound();
  if (isDone) {
    const { memberId, category } = asked;
    const options = {
      tenant,
      actor: { kind: "system", cause: "notifications.unsubscribe" },
      now: businessTime(tenant),
      request: factsOf(ctx),
    } as const;
    await scopes.transact(options, async (scope) => {
      if (!(await readMember(scope, memberId))) throw notFound();
      await endMails(scope, memberId, category);
    });
  }
  ctx.set("Content-Security-Policy", pagePolicy);
  ctx.set("Cache-Control", "no-store");
  ctx.type = "text/html; charset=utf-8";
  ctx.body = unsubscribePage(asked.locale, isDone);
}
