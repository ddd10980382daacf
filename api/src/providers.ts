import { type Env } from "./platform/env.ts";
import { join } from "node:path";
import { fileProviderNames, useFiles } from "./platform/files/setup.ts";
import { aiProviderName, installedAi, useAi } from "./platform/providers/ai/for-tenant.ts";
import { localAntivirus } from "./platform/providers/antivirus/local.ts";
import { mailProviderName, useMail } from "./platform/providers/mail/for-tenant.ts";
import { capturedOutbox } from "./platform/providers/mail/local.ts";
import { smtp } from "./platform/providers/mail/smtp.ts";
import { paymentProviderName, usePayments } from "./platform/providers/payments/for-tenant.ts";
import { TestGateway } from "./platform/providers/payments/local.ts";
import { localStorage } from "./platform/providers/storage/local.ts";
import { videoRooms } from "./platform/providers/video/for-tenant.ts";
import { type Scopes } from "./platform/scope/open.ts";

/** The outside powers of a process, as configured, and what of them has to be closed. */
export interface Providers {
  readonly testGateway: TestGateway;
  /** Which provider answers for each power by default, for `/health`. */
  readonly names: () => Readonly<Record<string, string>>;
  stop(): void;
}

/** Chooses the platform's default for every outside power: what the environment names, else the embedded one. */
export function openProviders(env: Env, scopes: Scopes, apiUrl: string): Providers {
  const captured = capturedOutbox(scopes);
  useMail({
    live: env.SMTP_URL === undefined ? captured : smtp(env.SMTP_URL),
    captured,
    from: env.MAIL_FROM,
  });
  const testGateway = new TestGateway(scopes, { baseUrl: apiUrl });
  usePayments({
    test: (tenant) => testGateway.connect(tenant),
    isTestForLive: env.TEST_GATEWAY,
    connections: null,
    apiUrl,
  });
  useAi({
    installed: installedAi({
      apiKey: env.OPENAI_API_KEY,
      baseUrl: env.OPENAI_BASE_URL,
      embeddingModel: env.OPENAI_EMBEDDING_MODEL,
      textModel: env.OPENAI_TEXT_MODEL,
    }),
    connected: null,
  });
  useFiles({
    storage: localStorage(join(env.DATA_DIR, "files")),
    antivirus: localAntivirus,
    workFolder: join(env.DATA_DIR, "uploads"),
    quotaBytes: env.FILE_QUOTA_MB * 1024 * 1024,
  });
  return {
    testGateway,
    names: () => ({
      ...fileProviderNames(),
      ai: aiProviderName(),
      mail: mailProviderName(),
      payments: paymentProviderName(),
      video: videoRooms().name,
    }),
    stop: () => testGateway.stop(),
  };
}
