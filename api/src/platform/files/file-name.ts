/** As many characters as a name keeps, its ending among them. */
const mostCharacters = 200;

// Names that Windows takes for devices, whatever their ending.
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * What a file is called from now on: the last part of the path that was sent, without what hides, turns or controls text, and
 * cut before its ending when it is too long. Null when nothing is left of it.
 */
export function fileNameOf(sent: string): string | null {
  const name = sent
    .toWellFormed()
    .normalize("NFC")
    .replace(/^.*[/\\]/s, "")
    // Marks that turn the reading direction make `exe.pdf` of `fdp.exe`.
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/gu, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[. ]+|[. ]+$/g, "");
  if (name === "") return null;
  return cut(devices.test(name) ? `_${name}` : name);
}

function cut(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= mostCharacters) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
  return characters.slice(0, mostCharacters - ending.length).join("") + ending;
}
