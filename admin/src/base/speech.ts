import { type ApiError } from "@tessera/sdk/browser";
import { en, type Texts } from "../texts/en.ts";
import { fill, type Language, type Say, voiceOf } from "./texts.ts";

/** The app in one language. */
export interface Speech {
  readonly language: Language;
  readonly say: Say<Texts>;
  readonly sentence: (failure: ApiError) => string;
}

/** English is part of the app. */
export const english: Speech = {
  language: "en",
  say: voiceOf<Texts>(en),
  sentence: ({ message }) => message,
};

/** Loads a language; English where it cannot be loaded. */
export async function speechIn(language: Language): Promise<Speech> {
  if (language === "en") return english;
  const loading = language === "ar" ? import("../texts/ar.ts") : import("../texts/zh-cn.ts");
  const loaded = await loading.catch(() => null);
  if (!loaded) return english;
  return {
    language,
    say: voiceOf<Texts>(loaded.texts),
    sentence: ({ code, message, params }) => {
      const own = loaded.failures[code];
      return own === undefined ? message : fill(own, params);
    },
  };
}
