import { readFileSync } from "node:fs";
import { z } from "zod";

const whole = (least: number, most: number, must: string) =>
  z.coerce.number(must).int(must).min(least, must).max(most, must);
const short = (most: number, least = 0) => {
  const must = `must have ${least > 0 ? `${least} to` : "at most"} ${most} characters`;
  return z.string().min(least, must).max(most, must);
};
const port = whole(0, 65535, "must be a port number from 0 to 65535");
const flag = z.enum(["true", "false"], "must be true or false").transform((text) => text === "true");
const megabytes = whole(1, 10_000_000, "must be a number of megabytes from 1 to 10,000,000");
const url = z.url("must be a whole URL such as https://api.example.com");
const vendor = url.transform((text) => text.replace(/\/+$/, ""));

/** Every setting of a process: its meaning, its default, and what is wrong with a bad value. `NAME_FILE` names a file that holds it. */
const settings = {
  DATABASE_URL: z
    .string("must be set to a PostgreSQL 15 or newer, such as postgres://user:password@host:5432/name")
    .regex(/^postgres(ql)?:\/\//, "must start with postgres://"),
  TESSERA_SECRET: z
    .string(
      "must be set to one or more keys `id:base64`, the newest first; make one with: openssl rand -base64 32",
    )
    .regex(
      /^[\w-]+:[A-Za-z0-9+/_=-]{43,}(,[\w-]+:[A-Za-z0-9+/_=-]{43,})*$/,
      "must be `id:base64` keys of 32 bytes, separated by commas",
    ),
  API_PORT: port.default(4000),
  API_HOST: z.string().default("127.0.0.1"),
  /** The address browsers and vendors reach the API by. */
  API_URL: url.optional(),
  /** The address of the admin app, whose origin may call staff procedures. */
  ADMIN_URL: url.optional(),
  /** Proxies in front that may say who the caller is; 0 trusts none. */
  TRUSTED_PROXIES: whole(0, 10, "must be how many proxies stand in front, from 0 to 10").default(0),
  POOL_SIZE: whole(2, 200, "must be a number of connections from 2 to 200").default(20),
  /** A statement of the database that takes so long is written to the log; 0 writes none. */
  SLOW_STATEMENT_MS: whole(0, 600_000, "must be a number of milliseconds from 0 to 600,000").default(500),
  LOG_LEVEL: z
    .enum(
      ["debug", "info", "warning", "error", "critical"],
      "must be debug, info, warning, error or critical",
    )
    .default("info"),
  /** Opens `/metrics` from anywhere to whoever sends it as a bearer token; without one only this machine reads it. */
  METRICS_TOKEN: short(500, 16).optional(),
  /** Told when an incident begins and when it is over: a POST with JSON, whose `text` chat programs show. */
  ALERT_WEBHOOK_URL: url.optional(),
  ALERT_MAIL_TO: z.string().regex(/@/, "must be an address such as ops@example.com").optional(),
  /** Where embedded defaults keep files. */
  DATA_DIR: z.string().default(".data"),
  /** What one tenant's uploads may take. */
  FILE_QUOTA_MB: megabytes.default(10_240),
  /** What one member's uploads may take. */
  FILE_MEMBER_QUOTA_MB: megabytes.default(1024),
  /** ClamAV's daemon, `clamd://host:3310` or `unix:/run/clamav/clamd.ctl`; without one only the test signature is found. */
  CLAMD_URL: z
    .string()
    .regex(/^(clamd:\/\/|unix:\/)/, "must start with clamd:// or unix:/")
    .optional(),
  /** Where uploads are kept instead of DATA_DIR: any store that speaks S3; its bucket and credentials go with it. */
  S3_ENDPOINT: url.optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket")
    .optional(),
  S3_REGION: short(100).default("us-east-1"),
  S3_ACCESS_KEY_ID: short(200).optional(),
  S3_SECRET_ACCESS_KEY: short(200).optional(),
  /** `smtp://user:password@host:587`; without it mails are captured and shown on the outbox page. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must start with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.string().default("Tessera <no-reply@localhost>"),
  /** Name servers asked about senders' domains, separated by commas; the machine's own unless set. */
  NAME_SERVERS: z.string().default(""),
  /** Whether tenants without a gateway of their own pay through the test gateway. */
  TEST_GATEWAY: flag.default(true),
  /** With a key, texts are compared by OpenAI for tenants without a connection of their own; without one, on this machine. */
  OPENAI_API_KEY: short(500).optional(),
  /** Another server that speaks OpenAI's protocol. */
  OPENAI_BASE_URL: url.optional(),
  OPENAI_EMBEDDING_MODEL: short(100).default("text-embedding-3-small"),
  OPENAI_TEXT_MODEL: short(100).default("gpt-5-mini"),
  /** What a thousand tokens cost in US dollars, for the sum in the metrics. */
  OPENAI_DOLLARS_PER_1K_TOKENS: z.coerce
    .number("must be an amount such as 0.002")
    .min(0, "must not be negative")
    .max(1000, "must be at most 1000")
    .default(0.002),
  /** A Meilisearch that searches instead of the database, and a key of it that may do everything; they go together. */
  MEILISEARCH_URL: url.optional(),
  MEILISEARCH_KEY: short(500, 1).optional(),
  /** Where the vendors are that tenants connect; others than their own for tests and proxies. */
  STRIPE_URL: vendor.optional(),
  ALIPAY_URL: vendor.default("https://openapi.alipay.com"),
  ALIPAY_SANDBOX_URL: vendor.default("https://openapi-sandbox.dl.alipaydev.com"),
  WECHAT_PAY_URL: vendor.default("https://api.mch.weixin.qq.com"),
  /** WeChat Pay has no sandbox; a server that speaks its protocol may stand in. */
  WECHAT_PAY_SANDBOX_URL: vendor.optional(),
  PAYPAL_URL: vendor.default("https://api-m.paypal.com"),
  PAYPAL_SANDBOX_URL: vendor.default("https://api-m.sandbox.paypal.com"),
  SENDGRID_URL: vendor.optional(),
  SES_URL: vendor.optional(),
  SNS_URL: vendor.optional(),
  TWILIO_URL: vendor.default("https://api.twilio.com"),
  ZOOM_API_URL: vendor.default("https://api.zoom.us"),
  ZOOM_LOGIN_URL: vendor.default("https://zoom.us"),
  DAILY_URL: vendor.default("https://api.daily.co"),
  TURNSTILE_URL: vendor.default("https://challenges.cloudflare.com"),
  /** Addresses that people entered may reach these private networks, such as 127.0.0.1/32 on a developer's machine. */
  WEBHOOK_ALLOW_CIDRS: z.string().default(""),
  /** `stun:` and `turn:` addresses that help browsers in a session find each other, separated by commas. */
  VIDEO_ICE_URLS: short(2000).default(""),
  /** The secret shared with the TURN server, for names and passwords that last some hours. */
  VIDEO_TURN_SECRET: short(500).optional(),
  /** Zero bits a first-time visitor's proof of work needs; 0 asks for none. */
  PROOF_OF_WORK_BITS: whole(0, 24, "must be a whole number from 0 to 24").default(14),
  /** The keys of a Cloudflare Turnstile widget, asked for instead by live tenants without a captcha of their own; without them proof of work alone. */
  CAPTCHA_SITE_KEY: short(200).optional(),
  CAPTCHA_SECRET_KEY: short(200).optional(),
};

const schema = z
  .object(settings)
  .refine((env) => (env.CAPTCHA_SITE_KEY === undefined) === (env.CAPTCHA_SECRET_KEY === undefined), {
    path: ["CAPTCHA_SITE_KEY"],
    message: "and CAPTCHA_SECRET_KEY belong together: set both or neither",
  })
  .refine((env) => (env.MEILISEARCH_URL === undefined) === (env.MEILISEARCH_KEY === undefined), {
    path: ["MEILISEARCH_URL"],
    message: "and MEILISEARCH_KEY belong together: set both or neither",
  })
  .refine(
    (env) =>
      new Set(
        [env.S3_ENDPOINT, env.S3_BUCKET, env.S3_ACCESS_KEY_ID, env.S3_SECRET_ACCESS_KEY].map(
          (value) => value === undefined,
        ),
      ).size === 1,
    {
      path: ["S3_ENDPOINT"],
      message: "and S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set all or none",
    },
  );

/** The name of every setting. */
export const settingNames: readonly string[] = Object.keys(settings);

/** The validated configuration of a process. */
export type Env = z.infer<typeof schema>;

/** Thrown at the start when settings are missing or wrong: one sentence per mistake. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** Reads the configuration from variables and the files `*_FILE` variables name. */
export function readEnv(variables: NodeJS.ProcessEnv): Env {
  const values: Record<string, string> = {};
  for (const name of settingNames) {
    const value = variables[name] ?? readFrom(variables[`${name}_FILE`], name);
    if (value !== undefined && value !== "") values[name] = value;
  }
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
  throw new ConfigurationError(sentences.join("\n"));
}

function readFrom(file: string | undefined, name: string): string | undefined {
  if (file === undefined || file === "") return undefined;
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new ConfigurationError(`${name}_FILE names a file that cannot be read: ${file}.`);
  }
}
