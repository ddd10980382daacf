import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const identityErrors = {
  "identity.sign_in_failed": {
    kind: "UNAUTHORIZED",
    message: "The e-mail address or the password is not right.",
  },
  "identity.code_wrong": {
    kind: "UNAUTHORIZED",
    message: "This code is not right, was used or is too old. Check it, or ask for a new one.",
  },
  "identity.too_many_codes": {
    kind: "TOO_MANY_REQUESTS",
    message:
      "Several codes were sent to this address. Look into the mailbox, or try again in {minutes} minutes.",
  },
  "identity.session_ended": { kind: "UNAUTHORIZED", message: "The session has ended. Sign in again." },
  "identity.token_refused": {
    kind: "UNAUTHORIZED",
    message: "The site's sign-in token is not valid: {reason}. Its server has to sign a new one.",
  },
  "identity.member_inactive": {
    kind: "FORBIDDEN",
    message: "This account is switched off. Contact the site's team.",
  },
  "identity.member_suspended": {
    kind: "FORBIDDEN",
    message: "This account is suspended until {until}. The mail about it says why, and how to appeal.",
  },
  "identity.email_taken": {
    kind: "CONFLICT",
    message: "Somebody signed up with this e-mail address before. Sign in instead.",
  },
  "identity.external_id_taken": {
    kind: "CONFLICT",
    message: "Another person has this external id. Use one id for one person.",
  },
  "identity.passwords_off": {
    kind: "FORBIDDEN",
    message: "This site signs people in by codes sent by mail. Ask for a code.",
  },
  "identity.password_too_common": {
    kind: "BAD_REQUEST",
    message: "Many people use this password, so it is tried first. Choose another one.",
  },
  "identity.password_too_personal": {
    kind: "BAD_REQUEST",
    message: "This password is made of your name, your address or the site's name. Choose another one.",
  },
  "identity.current_password_wrong": { kind: "BAD_REQUEST", message: "The current password is not right." },
  "identity.sign_in_again": {
    kind: "FORBIDDEN",
    message: "This needs a fresh sign-in. Sign in with a code and do it within {minutes} minutes.",
  },
  "identity.role_refused": {
    kind: "FORBIDDEN",
    message: "The role {role} is not one you can take by yourself. Ask the site's team.",
  },
  "identity.link_gone": {
    kind: "GONE",
    message: "This link was used or is too old. Ask for a new one.",
  },
  "identity.email_unverified": {
    kind: "FORBIDDEN",
    message: "Prove your e-mail address first: open the link in the mail, or have it sent again.",
  },
  "identity.email_from_site": {
    kind: "FORBIDDEN",
    message: "Your e-mail address comes from your account at this site. Change it there.",
  },
  "identity.email_already_verified": {
    kind: "CONFLICT",
    message: "This e-mail address is verified already.",
  },
  "identity.no_membership": {
    kind: "FORBIDDEN",
    message: "Your account belongs to no site yet. Ask its owner to invite you.",
  },
  "identity.last_owner": {
    kind: "CONFLICT",
    message: "A site keeps at least one owner. Make somebody else an owner first.",
  },
  "identity.team_of_sandbox": {
    kind: "CONFLICT",
    message: "A sandbox shares the team of its live site. Switch to the live site to change it.",
  },
  "identity.already_in_team": {
    kind: "CONFLICT",
    message: "This person works for the site already. Change their role in the team.",
  },
  "identity.already_invited": {
    kind: "CONFLICT",
    message: "This address has an invitation. Send it again, or take it back first.",
  },
  "identity.admin_app_unknown": {
    kind: "CONFLICT",
    message: "This installation does not say where its admin app is. Its operator has to set ADMIN_URL.",
  },
  "identity.owners_only": { kind: "FORBIDDEN", message: "Only an owner can do this. Ask one." },
} as const satisfies Record<string, ErrorDefinition>;

export const failure = failuresOf(identityErrors);
