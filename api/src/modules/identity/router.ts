import { procedure, router } from "../../platform/rpc/procedure.ts";
import { addRole } from "./add-role.ts";
import { createMember } from "./administration/create-member.ts";
import { deactivateMember } from "./administration/deactivate-member.ts";
import { getMember } from "./administration/get-member.ts";
import { listMembers } from "./administration/list-members.ts";
import { reactivateMember } from "./administration/reactivate-member.ts";
import { updateMember } from "./administration/update-member.ts";
import { changePassword } from "./change-password.ts";
import { endOtherSessions } from "./end-other-sessions.ts";
import { endSession } from "./end-session.ts";
import { exchangeToken } from "./exchange-token.ts";
import { getDashboard } from "./get-dashboard.ts";
import { getEntrance } from "./get-entrance.ts";
import { getMe } from "./get-me.ts";
import { listSessions } from "./list-sessions.ts";
import { refresh } from "./refresh.ts";
import { requestCode } from "./request-code.ts";
import { requestEmailChange } from "./request-email-change.ts";
import { requestPasswordReset } from "./request-password-reset.ts";
import { resendVerification } from "./resend-verification.ts";
import { resetPassword } from "./reset-password.ts";
import { signIn } from "./sign-in.ts";
import { signInWithCode } from "./sign-in-with-code.ts";
import { signOut } from "./sign-out.ts";
import { signUp } from "./sign-up.ts";
import { getStaffMe } from "./staff/get-staff-me.ts";
import { acceptInvitation } from "./staff/invitations/accept-invitation.ts";
import { createInvitation } from "./staff/invitations/create-invitation.ts";
import { inspectInvitation } from "./staff/invitations/inspect-invitation.ts";
import { listInvitations } from "./staff/invitations/list-invitations.ts";
import { resendInvitation } from "./staff/invitations/resend-invitation.ts";
import { revokeInvitation } from "./staff/invitations/revoke-invitation.ts";
import { listMemberships } from "./staff/list-memberships.ts";
import { listTeam } from "./staff/list-team.ts";
import { operatorSignIn } from "./staff/operator-sign-in.ts";
import { registerTenant } from "./staff/register-tenant.ts";
import { removeTeamMember } from "./staff/remove-team-member.ts";
import { staffRefresh } from "./staff/staff-refresh.ts";
import { staffSignIn } from "./staff/staff-sign-in.ts";
import { staffSignOut } from "./staff/staff-sign-out.ts";
import { switchTenant } from "./staff/switch-tenant.ts";
import { updateTeamMember } from "./staff/update-team-member.ts";
import { updateMe } from "./update-me.ts";
import { verifyEmail } from "./verify-email.ts";

const visitor = { audience: "visitor", module: "core" } as const;
const entrance = { ...visitor, answersSecret: true, callsPerMinute: 120 } as const;
const member = { audience: "member", module: "core" } as const;
const staff = { audience: "staff", module: "core", allowsSuspended: true } as const;
const office = {
  audience: ["staff", "operator"],
  module: "core",
  tenantless: true,
  answersSecret: true,
} as const;
const administration = {
  audience: ["staff", "server"],
  module: "core",
  permission: "identity.members",
} as const;
const viewMembers = { ...administration, permission: "identity.view_members" } as const;
const team = { audience: "staff", module: "core", permission: "identity.team" } as const;

export const identityRouter = router({
  getEntrance: procedure({ ...visitor, publicSeconds: 30 }).query(getEntrance),
  requestCode: procedure({ ...visitor, proofOfWork: true, callsPerMinute: 60 }).mutation(requestCode),
  signInWithCode: procedure(entrance).threePart(signInWithCode),
  signUp: procedure({ ...entrance, proofOfWork: true }).threePart(signUp),
  signIn: procedure(entrance).threePart(signIn),
  exchangeToken: procedure(entrance).mutation(exchangeToken),
  refresh: procedure({ ...visitor, answersSecret: true, allowsSuspended: true }).threePart(refresh),
  signOut: procedure({ ...visitor, allowsSuspended: true }).mutation(signOut),
  verifyEmail: procedure({ ...visitor, callsPerMinute: 60 }).mutation(verifyEmail),
  resendVerification: procedure({ ...member, callsPerMinute: 10 }).mutation(resendVerification),
  requestPasswordReset: procedure({ ...visitor, proofOfWork: true, callsPerMinute: 60 }).mutation(
    requestPasswordReset,
  ),
  resetPassword: procedure({ ...visitor, callsPerMinute: 60 }).threePart(resetPassword),
  requestEmailChange: procedure({ ...member, callsPerMinute: 30 }).threePart(requestEmailChange),
  changePassword: procedure({ ...member, callsPerMinute: 60 }).threePart(changePassword),

  getMe: procedure(member).query(getMe),
  getDashboard: procedure(member).query(getDashboard),
  updateMe: procedure(member).mutation(updateMe),
  addRole: procedure(member).mutation(addRole),
  listSessions: procedure(member).query(listSessions),
  endSession: procedure(member).mutation(endSession),
  endOtherSessions: procedure(member).mutation(endOtherSessions),

  listMembers: procedure(viewMembers).query(listMembers),
  getMember: procedure(viewMembers).query(getMember),
  createMember: procedure(administration).mutation(createMember),
  updateMember: procedure(administration).mutation(updateMember),
  deactivateMember: procedure(administration).mutation(deactivateMember),
  reactivateMember: procedure(administration).mutation(reactivateMember),

  registerTenant: procedure({ ...office, callsPerMinute: 20 }).threePart(registerTenant),
  staffSignIn: procedure({ ...office, callsPerMinute: 120 }).threePart(staffSignIn),
  operatorSignIn: procedure({ ...office, callsPerMinute: 120 }).threePart(operatorSignIn),
  staffRefresh: procedure({ ...office, callsPerMinute: 120 }).threePart(staffRefresh),
  staffSignOut: procedure({ ...office, allowsSuspended: true }).mutation(staffSignOut),
  getStaffMe: procedure(staff).query(getStaffMe),
  listMemberships: procedure(staff).query(listMemberships),
  switchTenant: procedure({ ...staff, answersSecret: true }).mutation(switchTenant),
  listTeam: procedure({ ...team, permission: "identity.view_team" }).query(listTeam),
  updateTeamMember: procedure(team).mutation(updateTeamMember),
  removeTeamMember: procedure(team).mutation(removeTeamMember),
  listInvitations: procedure({ ...team, permission: "identity.view_team" }).query(listInvitations),
  createInvitation: procedure(team).mutation(createInvitation),
  resendInvitation: procedure(team).mutation(resendInvitation),
  revokeInvitation: procedure(team).mutation(revokeInvitation),
  inspectInvitation: procedure({ ...office, callsPerMinute: 60 }).mutation(inspectInvitation),
  acceptInvitation: procedure({ ...office, callsPerMinute: 60 }).threePart(acceptInvitation),
});
