import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });

/** A text with its traditional Chinese characters in their simplified form, so that one finds the other. */
export const simplified = (text: string): string => (/\p{Script=Han}/u.test(text) ? convert(text) : text);
