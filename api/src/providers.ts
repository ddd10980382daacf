import { join } from "node:path";
import {
  connectedAi,
  connectedCaptcha,
  connectedChats,
  connectedMail,
  connectedMailEvents,
  connectedSms,
  connectedTextReports,
  connectedPayments,
  hasConnectedSms,
  connectedStores,
  useVendorAddresses,
} from "./modules/integrations/index.ts";
import { type Env } from "./platform/env.ts";
import { readRanges } from "./platform/outgoing.ts";
import { fileProviderNames, useFiles } from "./platform/files/setup.ts";
import { aiProviderName, installedAi, useAi } from "./platform/providers/ai/for-tenant.ts";
import { clamd } from "./platform/providers/antivirus/clamd.ts";
import { localAntivirus } from "./platform/providers/antivirus/local.ts";
import {
  captchaProviderName,
  installedCaptcha,
  useCaptcha,
} from "./platform/providers/captcha/for-tenant.ts";
import { useMailEvents } from "./platform/providers/mail/events.ts";
import { mailProviderName, parseAddress, useMail } from "./platform/providers/mail/for-tenant.ts";
import { capturedOutbox } from "./platform/providers/mail/local.ts";
import { useNameServers } from "./platform/name-servers.ts";
import { smtp } from "./platform/providers/mail/smtp.ts";
import { paymentProviderName, usePayments } from "./platform/providers/payments/for-tenant.ts";
import { TestGateway } from "./platform/providers/payments/local.ts";
import { usePush } from "./platform/providers/push/for-tenant.ts";
import { capturedPushes } from "./platform/providers/push/local.ts";
import { webPushes } from "./platform/providers/push/web-push.ts";
import { installedSearch, searchProviderName, useSearch } from "./platform/providers/search/for-tenant.ts";
import { useSms } from "./platform/providers/sms/for-tenant.ts";
import { useChats } from "./platform/providers/chat-hooks/for-tenant.ts";
import { useTextReports } from "./platform/providers/sms/reports.ts";
import { capturedTexts } from "./platform/providers/sms/local.ts";
import { localStorage } from "./platform/providers/storage/local.ts";
import { type FileStorage } from "./platform/providers/storage/port.ts";
import { videoProviderName } from "./platform/providers/video/for-tenant.ts";
import { type Scopes } from "./platform/scope/open.ts";

/** The outside powers of a process, as configured, and what of them has to be closed. */
export interface Providers {
  readonly testGateway: TestGateway;
  /** Which provider answers for each power by default, for `/health`. */
  readonly names: () => Readonly<Record<string, string>>;
  stop(): void;
}

/** Chooses the platform's default for every outside power: what the environment names, else the embedded one. */
export async function openProviders(env: Env, scopes: Scopes, apiUrl: string): Promise<Providers> {
  useVendorAddresses({
    stripe: env.STRIPE_URL,
    alipay: env.ALIPAY_URL,
    alipaySandbox: env.ALIPAY_SANDBOX_URL,
    wechatPay: env.WECHAT_PAY_URL,
    wechatPaySandbox: env.WECHAT_PAY_SANDBOX_URL,
    payPal: env.PAYPAL_URL,
    payPalSandbox: env.PAYPAL_SANDBOX_URL,
    sendGrid: env.SENDGRID_URL,
    ses: env.SES_URL,
    sns: env.SNS_URL,
    twilio: env.TWILIO_URL,
    zoomApi: env.ZOOM_API_URL,
    zoomLogin: env.ZOOM_LOGIN_URL,
    daily: env.DAILY_URL,
    turnstile: env.TURNSTILE_URL,
  });
  const captured = capturedOutbox(scopes);
  useMail({
    live: env.SMTP_URL === undefined ? captured : smtp(env.SMTP_URL),
    captured,
    connected: connectedMail(scopes),
    from: env.MAIL_FROM,
  });
  useMailEvents(connectedMailEvents(scopes));
  useNameServers(env.NAME_SERVERS.split(",").filter((address) => address !== ""));
  const guard = readRanges(env.WEBHOOK_ALLOW_CIDRS);
  usePush({
    // Whom a push service turns to when something is wrong with the pushes.
    live: webPushes({ subject: `mailto:${parseAddress(env.MAIL_FROM).address}`, guard }),
    captured: capturedPushes(scopes),
    guard,
  });
  useSms({ captured: capturedTexts(scopes), connected: connectedSms(scopes), isConnected: hasConnectedSms });
  useTextReports(connectedTextReports(scopes));
  useChats(connectedChats);
  const testGateway = new TestGateway(scopes, { baseUrl: apiUrl });
  usePayments({
    test: (tenant) => testGateway.connect(tenant),
    isTestForLive: env.TEST_GATEWAY,
    connections: connectedPayments,
    apiUrl,
  });
  useAi({
    installed: await installedAi({
      apiKey: env.OPENAI_API_KEY,
      baseUrl: env.OPENAI_BASE_URL,
      embeddingModel: env.OPENAI_EMBEDDING_MODEL,
      textModel: env.OPENAI_TEXT_MODEL,
    }),
    connected: connectedAi,
  });
  useCaptcha({
    installed: installedCaptcha({
      siteKey: env.CAPTCHA_SITE_KEY,
      secretKey: env.CAPTCHA_SECRET_KEY,
      url: env.TURNSTILE_URL,
    }),
    connected: connectedCaptcha(scopes),
  });
  useSearch(installedSearch({ url: env.MEILISEARCH_URL, apiKey: env.MEILISEARCH_KEY }));
  useFiles({
    storage: await storageOf(env),
    connected: connectedStores,
    antivirus: env.CLAMD_URL === undefined ? localAntivirus : clamd(env.CLAMD_URL),
    workFolder: join(env.DATA_DIR, "uploads"),
    quotaBytes: env.FILE_QUOTA_MB * 1024 * 1024,
    ownerQuotaBytes: env.FILE_MEMBER_QUOTA_MB * 1024 * 1024,
  });
  return {
    testGateway,
    names: () => ({
      ...fileProviderNames(),
      ai: aiProviderName(),
      captcha: captchaProviderName(),
      mail: mailProviderName(),
      payments: paymentProviderName(),
      search: searchProviderName(),
      video: videoProviderName(),
    }),
    stop: () => testGateway.stop(),
  };
}

async function storageOf(env: Env): Promise<FileStorage> {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = env;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey)
    return localStorage(join(env.DATA_DIR, "files"));
  const { s3Storage } = await import("./platform/providers/storage/s3.ts");
  return s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey });
}
