import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { type IncomingMessage } from "node:http";

const hmac = (key: Buffer | string, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const sha256 = (content: Buffer | string): string => createHash("sha256").update(content).digest("hex");
const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Credentials of AWS, and what they are for. */
export interface AwsAccount {
  readonly service: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Why a request is not let in, as Signature Version 4 demands and in S3's words; null when it is. */
export function signatureRefusal(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  account: AwsAccount,
): string | null {
  const authorization =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([a-z0-9]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? "",
    );
  if (!authorization) return "AccessDenied";
  const [, accessKeyId, day = "", region = "", service = "", signedHeaders = "", signature = ""] =
    authorization;
  if (accessKeyId !== account.accessKeyId) return "InvalidAccessKeyId";
  if (region !== account.region || service !== account.service) return "AuthorizationHeaderMalformed";
  const at = String(request.headers["x-amz-date"]);
  const sentAt = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (!(Math.abs(Date.now() - sentAt) < 15 * 60_000)) return "RequestTimeTooSkewed";
  const names = signedHeaders.split(";");
  // Only S3 wants the body's checksum in a header, and leaves paths as they are; the others encode them twice.
  const isS3 = service === "s3";
  const needed = ["host", "x-amz-date", ...(isS3 ? ["x-amz-content-sha256"] : [])];
  if (!needed.every((name) => names.includes(name))) return "AccessDenied";
  const checksum = isS3 ? String(request.headers["x-amz-content-sha256"]) : sha256(body);
  if (checksum !== sha256(body)) return "XAmzContentSHA256Mismatch";
  const query = [...url.searchParams]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .toSorted()
    .join("&");
  const canonical = [
    request.method,
    url.pathname
      .split("/")
      .map((part) => escaped(isS3 ? decodeURIComponent(part) : part))
      .join("/"),
    query,
    ...names.map((name) => `${name}:${String(request.headers[name]).trim().replaceAll(/ +/g, " ")}`),
    "",
    signedHeaders,
    checksum,
  ].join("\n");
  const scope = `${day}/${region}/${service}/aws4_request`;
  const key = [day, region, service, "aws4_request"].reduce<Buffer | string>(
    hmac,
    `AWS4${account.secretAccessKey}`,
  );
  const expected = hmac(key, ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n"));
  return timingSafeEqual(expected, Buffer.from(signature, "hex")) ? null : "SignatureDoesNotMatch";
}
