import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { type FileStores } from "../../../platform/files/stores.ts";
import { type AiProvider } from "../../../platform/providers/ai/port.ts";
import { captchaRefusedTask, type ConnectedCaptcha } from "../../../platform/providers/captcha/for-tenant.ts";
import { type PaymentConnections } from "../../../platform/providers/payments/for-tenant.ts";
import { type PaymentGateway } from "../../../platform/providers/payments/port.ts";
import { type VideoConnections } from "../../../platform/providers/video/for-tenant.ts";
import { type VideoProvider } from "../../../platform/providers/video/port.ts";
import { type Scopes } from "../../../platform/scope/open.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { BuiltProviders } from "./built-providers.ts";
import { type Entered } from "./connection-fields.ts";
import { activeConnections, findConnection, type UsedConnection } from "./opened-connections.ts";
import { firstOutside, outside } from "./outside-scope.ts";
import { dailyProvider, dailyValues } from "./vendors/daily.ts";
import { openAiProvider, openAiValues } from "./vendors/openai.ts";
import { payPalGateway, payPalValues } from "./vendors/paypal.ts";
import { s3Store, s3Values } from "./vendors/s3.ts";
import { alipayGateway, alipayValues } from "./vendors/alipay.ts";
import { stripeGateway, stripeValues } from "./vendors/stripe.ts";
import { turnstileProvider, turnstileValues } from "./vendors/turnstile.ts";
import { type VendorName } from "./vendors/vendor.ts";
import { wechatPayGateway, wechatPayValues } from "./vendors/wechat-pay.ts";
import { zoomProvider, zoomValues } from "./vendors/zoom.ts";

const gateways = new BuiltProviders((values, { vendor }) => gatewayOf(vendor, values));
const ais = new BuiltProviders((values) => openAiProvider(openAiValues.parse(values)));
const zooms = new BuiltProviders((values) => zoomProvider(zoomValues.parse(values)));
const dailies = new BuiltProviders((values) => dailyProvider(dailyValues.parse(values)));
const stores = new BuiltProviders((values) => s3Store(s3Values.parse(values)));
const captchas = new BuiltProviders((values) => turnstileProvider(turnstileValues.parse(values)));

function gatewayOf(vendor: VendorName, values: Entered): Promise<PaymentGateway> {
  if (vendor === "alipay") return alipayGateway(alipayValues.parse(values));
  if (vendor === "wechat_pay") return wechatPayGateway(wechatPayValues.parse(values));
  if (vendor === "paypal") return payPalGateway(payPalValues.parse(values));
  return stripeGateway(stripeValues.parse(values));
}

/** The gateways tenants connected. */
export const connectedPayments: PaymentConnections = {
  async list(scope) {
    const rows = await activeConnections(scope, "payments");
    return Promise.all(rows.map(async (row) => ({ connectionId: row.id, gateway: await gateways.of(row) })));
  },
  async find(scope, gateway, connectionId) {
    const found = await findConnection(scope, connectionId);
    if (found?.kind !== "payments" || found.vendor !== gateway) return null;
    return { connectionId, gateway: await gateways.of(found) };
  },
};

/** The AI provider a tenant connected; null when it has none. */
export async function connectedAi(scope: Scope): Promise<AiProvider | null> {
  const [first] = await activeConnections(scope, "ai");
  return first ? ais.of(first) : null;
}

/** Finds the captcha a tenant connected; null when it has none. */
export const connectedCaptcha =
  (scopes: Scopes) =>
  async (tenant: Tenant): Promise<ConnectedCaptcha | null> => {
    const first = await firstOutside(scopes, tenant, "captcha");
    if (!first) return null;
    const secretRefused = () =>
      scopes.transact(outside(tenant, "captcha"), (scope) =>
        openOperatorTask(scope, { kind: captchaRefusedTask, subjectId: first.id }),
      );
    return { captcha: await captchas.of(first), secretRefused };
  };

/** The buckets tenants connected; one that was disconnected still opens what lies in it. */
export const connectedStores: FileStores = {
  async current(scope) {
    const [first] = await activeConnections(scope, "files");
    return first ? { id: first.id, storage: await stores.of(first) } : null;
  },
  async find(scope, id) {
    const found = await findConnection(scope, id);
    return found?.kind === "files" ? stores.of(found) : null;
  },
};

/** The video providers tenants connected. */
export const connectedVideo: VideoConnections = {
  async list(scope) {
    const rows = await activeConnections(scope, "video");
    return Promise.all(rows.map(async (row) => ({ connectionId: row.id, provider: await videoOf(row) })));
  },
  async find(scope, connectionId) {
    const found = await findConnection(scope, connectionId);
    return found?.kind === "video" ? { connectionId, provider: await videoOf(found) } : null;
  },
};

const videoOf = (row: UsedConnection): Promise<VideoProvider> =>
  (row.vendor === "zoom" ? zooms : dailies).of(row);
