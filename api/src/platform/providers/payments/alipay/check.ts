import { type CheckCode, type CredentialCheck } from "../../credential-check.ts";
import { type AlipayAnswer } from "../alipay.ts";

/** What Alipay's answer about a trade that does not exist says of the credentials it was asked with. */
export function checkOf({ code, subCode, subMsg, msg }: AlipayAnswer, appId: string): CredentialCheck {
  const detail = subMsg ?? msg;
  const isTaken = code === "10000" || subCode === "ACQ.TRADE_NOT_EXIST";
  if (isTaken) return { code: "works", account: appId, detail: appId };
  return { code: codeOf(code, subCode ?? ""), account: null, detail };
}

function codeOf(code: string, subCode: string): CheckCode {
  if (code === "20000") return "unreachable";
  if (/invalid-signature|invalid-app-id|missing-signature/.test(subCode)) return "refused";
  if (code === "40006" || /permission/.test(subCode)) return "rights";
  return code === "40005" ? "limit" : "settings";
}
