import { ApiError } from "@tessera/sdk/browser";
import { fill } from "./texts.ts";
import { type Locale } from "./locale.ts";

/** How a widget looks when a call failed. */
export type FailureState = "offline" | "signed-out" | "unlicensed" | "forbidden" | "error";

/** The state a failure puts a widget in. */
export function stateOf({ status }: ApiError): FailureState {
  if (status === 0) return "offline";
  if (status === 401) return "signed-out";
  if (status === 402) return "unlicensed";
  return status === 403 ? "forbidden" : "error";
}

/** What was thrown, when it is a failure of the API; anything else is a bug and is thrown on. */
export function failureIn(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  throw thrown;
}

/** The sentence of a failure in the reader's language; in English when that language has none for it. */
export async function sentenceOf(
  { code, message, params }: ApiError,
  { language, tag }: Locale,
): Promise<string> {
  if (language === "en") return message;
  const { failures } = await (language === "ar" ? import("./failures.ar.ts") : import("./failures.zh-cn.ts"));
  const translated: Readonly<Partial<Record<string, string>>> = failures;
  const sentence = translated[code];
  return sentence === undefined ? message : fill(sentence, params, tag);
}
