import { type Context, type Middleware } from "koa";
import { isSameSecret } from "../secrets.ts";

/** Who may read `/metrics`. */
export interface MetricsAccess {
  /** The bearer token that opens it. Without one, only programs on this machine that ask directly are answered. */
  readonly token: string | undefined;
  /** Proxies in front: the caller beside us may then be anybody. */
  readonly trustedProxies: number;
}

/** Answers `/metrics` to those who may read it; for everybody else there is no such address. */
export const metricsRoute =
  (access: MetricsAccess, print: () => Promise<string>): Middleware =>
  async (ctx, next) => {
    if (ctx.path !== "/metrics" || !mayRead(access, ctx)) return next();
    ctx.type = "text/plain; version=0.0.4";
    ctx.body = await print();
  };

function mayRead({ token, trustedProxies }: MetricsAccess, ctx: Context): boolean {
  if (token !== undefined) return isSameSecret(ctx.get("Authorization"), `Bearer ${token}`);
  const { remoteAddress = "" } = ctx.req.socket;
  return trustedProxies === 0 && !isForwarded(ctx) && /^(::ffff:)?127\.|^::1$/.test(remoteAddress);
}

// A proxy on this machine that nobody told us of would make the whole world a neighbour.
const isForwarded = ({ req }: Context): boolean =>
  Object.keys(req.headers).some((name) => /^(forwarded|via|x-forwarded-|x-real-ip)/.test(name));
