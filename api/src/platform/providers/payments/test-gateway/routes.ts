import { type Context } from "koa";
import { readBytes } from "../../../http/body.ts";
import { type HttpRoute } from "../../../module.ts";
import { type TestGateway } from "../local.ts";
import { deliveries, outcomeOf } from "./cards.ts";
import { checkoutPage, type Complaint, missingPage, type Page } from "./page.ts";
import { type PayerStep } from "./till.ts";

const path = "/test-gateway/:merchant/:checkout";
const formLimit = 4096;
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The test gateway's pay page: plain HTML and one form, no script. */
export const testGatewayRoutes = (gateway: TestGateway): readonly HttpRoute[] => [
  { method: "GET", path, handler: (ctx) => showPage(ctx, gateway, null) },
  { method: "POST", path, handler: (ctx) => takeForm(ctx, gateway) },
];

async function takeForm(ctx: Context, gateway: TestGateway): Promise<void> {
  const form = new URLSearchParams((await readBytes(ctx.req, formLimit)).toString("utf8"));
  const step = stepOf(form);
  if (!step) return showPage(ctx, gateway, "noCard");
  const [merchant, checkout] = namesIn(ctx);
  const known = await lookUp(ctx, gateway);
  if (!known) return write(ctx, 404, missingPage(ctx.get("accept-language")));
  const outcome = await gateway.till.step(merchant, checkout, step);
  if (outcome === "paid" || outcome === "processing") {
    ctx.status = 303;
    ctx.redirect(known.command.returnUrl);
    return;
  }
  return showPage(ctx, gateway, outcome === "declined" ? "declined" : null);
}

async function showPage(ctx: Context, gateway: TestGateway, complaint: Complaint): Promise<void> {
  const checkout = await lookUp(ctx, gateway);
  if (!checkout) return write(ctx, 404, missingPage(ctx.get("accept-language")));
  write(ctx, 200, checkoutPage(checkout, complaint));
}

function lookUp(ctx: Context, gateway: TestGateway) {
  const [merchant, checkout] = namesIn(ctx);
  return isId.test(merchant) ? gateway.till.look(merchant, checkout) : Promise.resolve(null);
}

function namesIn(ctx: Context): [string, string] {
  const [, , merchant = "", checkout = ""] = ctx.path.split("/");
  return [merchant, checkout];
}

function stepOf(form: URLSearchParams): PayerStep | null {
  const step = form.get("step");
  if (step === "confirm" || step === "refuse") return { does: step };
  const card = outcomeOf(form.get("card") ?? "");
  const delivery = deliveries.find((way) => way === form.get("delivery")) ?? "prompt";
  return card && { does: "pay", card, delivery };
}

function write(ctx: Context, status: number, { html, policy }: Page): void {
  ctx.status = status;
  ctx.type = "text/html; charset=utf-8";
  ctx.set("Content-Security-Policy", policy);
  ctx.set("Cache-Control", "no-store");
  ctx.set("Cross-Origin-Resource-Policy", "same-origin");
  ctx.body = html;
}
