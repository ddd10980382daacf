import { type ErrorDefinition, failuresOf } from "../errors.ts";

export const fileErrors = {
  "files.purpose_unknown": {
    kind: "BAD_REQUEST",
    message: "Files cannot be uploaded for this purpose. Check the spelling in the reference.",
  },
  "files.name_refused": {
    kind: "BAD_REQUEST",
    message: "Send the file's name.",
  },
  "files.empty": { kind: "BAD_REQUEST", message: "The file is empty. Choose another one." },
  "files.too_large": {
    kind: "PAYLOAD_TOO_LARGE",
    message: "The file is larger than {limitMb} MB. Choose a smaller one.",
  },
  "files.type_refused": {
    kind: "UNSUPPORTED_MEDIA_TYPE",
    message: "This kind of file is not accepted here. Accepted are: {accepted}.",
  },
  "files.unreadable": {
    kind: "UNSUPPORTED_MEDIA_TYPE",
    message: "The picture is damaged or too many pixels wide and high. Save it anew or choose another one.",
  },
  "files.damaged": {
    kind: "UNSUPPORTED_MEDIA_TYPE",
    message: "The file is damaged, or not put together as its kind is. Save it anew or choose another one.",
  },
  "files.sealed": {
    kind: "UNSUPPORTED_MEDIA_TYPE",
    message:
      "The file is locked, or packed in a way that cannot be checked. Send it without a password, or as a ZIP archive.",
  },
  "files.unpacks_too_far": {
    kind: "PAYLOAD_TOO_LARGE",
    message: "The file unpacks to too much. Send fewer or smaller files at once.",
  },
  "files.active_content": {
    kind: "UNSUPPORTED_MEDIA_TYPE",
    message:
      "The file can run programs or carries other files along. Save it without macros, scripts and attachments.",
  },
  "files.names_lead_out": {
    kind: "UNSUPPORTED_MEDIA_TYPE",
    message: "The archive holds links, or names that lead out of it. Pack it anew.",
  },
  "files.infected": {
    kind: "UNSUPPORTED_MEDIA_TYPE",
    message: "Malware was found in the file. Nobody can open it; the site's team was told.",
  },
  "files.not_scanned": {
    kind: "SERVICE_UNAVAILABLE",
    message: "The file could not be checked for malware. Try again in a minute.",
  },
  "files.own_quota_reached": {
    kind: "CONFLICT",
    message: "Your files take all the room you have. Delete some, then upload again.",
  },
  "files.in_use": {
    kind: "CONFLICT",
    message: "Something uses this file. Remove it there instead.",
  },
  "files.quota_reached": {
    kind: "PAYMENT_REQUIRED",
    message: "The site has no room for more files. Its team can delete some or ask for more.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses a file for a reason of the platform. */
export const fileFailure = failuresOf(fileErrors);
