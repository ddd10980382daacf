import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { memberView, presentMemberById } from "./present-member.ts";

declare global {
  interface DomainEvents {
    /** A code is to be mailed. */
    "identity.code_requested": { codeId: string };
    /** A link that proves an address or resets a password is to be mailed. */
    "identity.link_requested": { linkId: string };
    /** A member has the address of a link now; whoever reads the one before is to be told. */
    "identity.email_changed": { linkId: string };
    /** The newest link of an invitation to the team is to be mailed. */
    "identity.invitation_sent": { invitationId: string };
    /** Somebody joined the team by an invitation; whoever asked is to be told. */
    "identity.invitation_accepted": { invitationId: string };
    /** A member was signed out somewhere: by themselves, by the team or by a new password. */
    "identity.sessions_ended": { memberId: string };
    /** Somebody is known to the site for the first time. */
    "member.created": MemberFact;
    /** Name, roles, languages or status of a member changed. */
    "member.changed": MemberFact;
    /** A member proved their e-mail address. */
    "member.verified": MemberFact;
  }
}

interface MemberFact {
  memberId: string;
  at: Date;
}

export const codeFact = z.object({ codeId: z.uuid() });
export const linkFact = z.object({ linkId: z.uuid() });
export const invitationFact = z.object({ invitationId: z.uuid() });
/** The fact of sessions that ended, as jobs read it. */
export const sessionsEndedFact = z.object({ memberId: z.uuid() });
const memberFact = z.object({ memberId: z.uuid(), at: z.iso.datetime() });

const silent = (fact: z.ZodType): EventDefinition => ({
  fact,
  recipients: () => [],
  frame: null,
  webhook: null,
});

const aboutMember: EventDefinition<MemberFact> = {
  fact: memberFact,
  recipients: ({ memberId }) => [memberId],
  // A page asks for what it may see of a member.
  frame: { view: z.object({}), present: async () => ({}) },
  webhook: { view: memberView, present: (scope, { memberId }) => presentMemberById(scope, memberId) },
};

export const identityEvents = {
  "identity.code_requested": silent(codeFact),
  "identity.link_requested": silent(linkFact),
  "identity.email_changed": silent(linkFact),
  "identity.invitation_sent": silent(invitationFact),
  "identity.invitation_accepted": silent(invitationFact),
  "identity.sessions_ended": silent(sessionsEndedFact),
  "member.created": aboutMember,
  "member.changed": aboutMember,
  "member.verified": aboutMember,
};
