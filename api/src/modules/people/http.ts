import { type Context } from "koa";
import { z } from "zod";
import { businessTime } from "../../platform/clock.ts";
import { requestFailure } from "../../platform/errors.ts";
import { factsOf } from "../../platform/http/request.ts";
import { tenantDoor } from "../../platform/http/tenant-door.ts";
import { type HttpRoute } from "../../platform/module.ts";
import { admit } from "../../platform/rpc/admission.ts";
import { parseInput } from "../../platform/rpc/procedure.ts";
import { queryReader } from "../../platform/rpc/query-values.ts";
import { type ScopeOptions } from "../../platform/scope/open.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { localeFor, productName, siteOf } from "../tenancy/index.ts";
import { getPerson } from "./profile/get-person.ts";
import { listPeople } from "./profile/list-people.ts";
import { listPage, personPage, type Snapshot, snapshotFolder } from "./snapshot/pages.ts";

/** The people of a site as plain pages: for crawlers, and for visitors whose browser runs no script. */
export const peopleRoutes: readonly HttpRoute[] = [
  { method: "GET", path: snapshotFolder, handler: (ctx) => send(ctx, listed) },
  {
    method: "GET",
    path: `${snapshotFolder}/:id`,
    handler: (ctx) =>
      send(ctx, (scope, page) => shown(scope, page, ctx.path.slice(snapshotFolder.length + 1))),
  },
];

/** How long a cache may keep a page; ten times as long while it fetches a new one. */
const seconds = 60;

const pagePolicy = "default-src 'none'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'";

const choices = z.strictObject({
  key: z.string().max(100),
  locale: z.string().max(35).optional(),
  /** The site's own address of a person, such as `/coaches/{id}`. */
  link: z.string().max(200).optional(),
});

const listChoices = listPeople.input.extend(choices.shape);
const readList = queryReader(listChoices);

async function send(ctx: Context, make: (scope: Scope, page: Snapshot) => Promise<string>): Promise<void> {
  const query = new URLSearchParams(ctx.search);
  const options = await callerOf(ctx, query.get("key"));
  const { tenant } = options;
  const page: Snapshot = {
    query,
    locale: localeFor(tenant, query.get("locale")),
    name: productName(tenant),
    siteUrl: siteOf(tenant).siteUrl,
  };
  const html = await tenantDoor().scopes.inspect(options, (scope) => make(scope, page));
  ctx.set("Content-Security-Policy", pagePolicy);
  ctx.set("Cache-Control", `public, max-age=${seconds}, stale-while-revalidate=${seconds * 10}`);
  ctx.type = "text/html; charset=utf-8";
  ctx.body = html;
}

async function listed(scope: Scope, page: Snapshot): Promise<string> {
  const { key: _, locale: __, link: ___, ...input } = parseInput(listChoices, readList(page.query));
  return listPage(page, await listPeople.run(scope, input));
}

async function shown(scope: Scope, page: Snapshot, id: string): Promise<string> {
  parseInput(choices, Object.fromEntries(page.query));
  return personPage(page, await getPerson.run(scope, parseInput(getPerson.input, { id })));
}

/** The site whose key the address holds. Nothing else a request carries counts: a cache knows a page by its address alone. */
async function callerOf(ctx: Context, key: string | null): Promise<ScopeOptions> {
  const { authenticate, limiter } = tenantDoor();
  const caller = await authenticate({
    bearer: null,
    publishableKey: key,
    visitorToken: null,
    actingFor: null,
    origin: null,
    host: null,
  });
  const { tenant } = caller;
  const refusal = admit({ audience: "visitor", module: "core" }, caller);
  if (refusal || !tenant) throw refusal ?? requestFailure("request.tenant_required");
  const limit = limiter.take(`snapshot:${tenant.id}:${ctx.ip}`, caller.requestsPerMinute, performance.now());
  if (!limit.isAllowed) throw requestFailure("request.rate_limited", { seconds: limit.seconds });
  return {
    tenant,
    actor: { kind: "system", cause: "people.snapshot" },
    now: businessTime(tenant),
    request: factsOf(ctx),
  };
}
