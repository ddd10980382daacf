import { type Context } from "koa";
import { businessTime } from "../../platform/clock.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import { readBytes } from "../../platform/http/body.ts";
import { factsOf } from "../../platform/http/request.ts";
import { tenantDoor } from "../../platform/http/tenant-door.ts";
import { type HttpRoute } from "../../platform/module.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { appeal, appealText } from "./sanctions/appeal.ts";
import { appealFolder, type AppealLink, readAppealToken } from "./sanctions/appeal-link.ts";
import { type AppealPage, appealPage } from "./sanctions/appeal-page.ts";

/** Appeals of people who cannot sign in: the link in the mail opens a form that posts to itself. */
export const safetyRoutes: readonly HttpRoute[] = [
  { method: "GET", path: `${appealFolder}:token`, handler: (ctx) => answer(ctx, async () => "form") },
  { method: "POST", path: `${appealFolder}:token`, handler: (ctx) => answer(ctx, send) },
];

// Two thousand characters of four bytes, each byte written as three.
const formLimit = 32_768;

const pagePolicy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

type Send = (ctx: Context, link: AppealLink, tenant: Tenant) => Promise<AppealPage>;

async function answer(ctx: Context, act: Send): Promise<void> {
  const link = readAppealToken(ctx.path.slice(appealFolder.length));
  const tenant = link && (await tenantDoor().loadTenant(link.tenantId));
  if (!link || !tenant) throw notFound();
  ctx.body = appealPage(link.locale, await act(ctx, link, tenant));
  ctx.set("Content-Security-Policy", pagePolicy);
  ctx.set("Cache-Control", "no-store");
  ctx.type = "text/html; charset=utf-8";
}

async function send(ctx: Context, { sanctionId, memberId }: AppealLink, tenant: Tenant): Promise<AppealPage> {
  const form = new URLSearchParams((await readBytes(ctx.req, formLimit)).toString("utf8"));
  const text = appealText.safeParse(form.get("text") ?? "");
  if (!text.success) return "empty";
  const options = {
    tenant,
    actor: { kind: "system", cause: "safety.appeal" },
    now: businessTime(tenant),
    request: factsOf(ctx),
  } as const;
  try {
    await tenantDoor().scopes.transact(options, (scope) =>
      appeal(scope, { id: sanctionId, memberId, text: text.data }),
    );
    return "sent";
  } catch (refusal) {
    if (refusal instanceof AppError && refusal.kind === "CONFLICT") return "over";
    throw refusal;
  }
}
