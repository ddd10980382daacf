import { ApiError } from "@tessera/sdk/browser";
import { dateFormat } from "./format.ts";
import { fill } from "./texts.ts";
import { type Locale } from "./locale.ts";

/** How a widget looks when a call failed. */
export type FailureState = "offline" | "signed-out" | "unlicensed" | "forbidden" | "error";

/** The state a failure puts a widget in. */
export function stateOf({ status, code }: ApiError): FailureState {
  if (status === 0) return "offline";
  if (status === 401) return "signed-out";
  if (code === "request.module_inactive") return "unlicensed";
  return status === 403 ? "forbidden" : "error";
}

/** What was thrown, when it is a failure of the API; anything else is a bug and is thrown on. */
export function failureIn(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  throw thrown;
}

/** The sentence of a failure in the reader's language; in English when that language has none for it. */
export async function sentenceOf(failure: ApiError, { language, tag }: Locale): Promise<string> {
  const { failures } = await (language === "ar" ? import("./failures.ar.ts") : import("./failures.zh-cn.ts"));
  const translated: Readonly<Partial<Record<string, string>>> = failures;
  const sentence = translated[failure.code];
  return sentence === undefined ? failure.message : withLocalTimes(fill(sentence, failure.params, tag), tag);
}

/** A sentence with the moments in it as the reader's clock shows them. */
export const withLocalTimes = (sentence: string, tag: string): string =>
  sentence.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (moment) =>
    dateFormat(tag, { dateStyle: "medium", timeStyle: "short" }).format(Date.parse(moment)),
  );
