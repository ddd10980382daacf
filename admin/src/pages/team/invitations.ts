import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type Desk, may } from "../../base/desk.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { type DialogField } from "../../parts/dialog-field.ts";
import { type Listing } from "../../parts/listing.ts";
import { momentColumn } from "../../parts/moment.ts";
import { table } from "../../parts/table.ts";
import { roleNamed, roleOptions } from "./roles.ts";
import { teamVoice } from "./texts.ts";

export type Invitation = Contract["identity"]["listInvitations"]["output"]["items"][number];

interface InvitationParts {
  readonly desk: Desk;
  readonly listing: Listing<Invitation>;
  readonly ask: (question: Question) => void;
}

/** Who was invited and did not answer yet, with what can be done about it. */
export function invitations(parts: InvitationParts): TemplateResult | typeof nothing {
  const { desk, listing } = parts;
  const say = teamVoice(desk);
  if (listing.items.length === 0 && !listing.failure) return nothing;
  return html`<h2>${say("invitations")}</h2>
    ${table<Invitation>({
      desk,
      listing,
      name: say("invitations"),
      nothingYet: say("noInvitations"),
      columns: [
        { heading: say("email"), text: ({ email }) => email },
        {
          heading: say("role"),
          text: ({ staffRole }) => say(staffRole),
          cell: ({ staffRole }) => html`<span class="chip">${say(staffRole)}</span>`,
        },
        { heading: say("invitedBy"), text: ({ invitedBy }) => invitedBy },
        {
          heading: say("state"),
          text: ({ state }) => say(state),
          cell: ({ state }) => html`<span class="chip">${say(state)}</span>`,
        },
        momentColumn(desk, say("until"), ({ expiresAt }) => expiresAt),
      ],
      ...(may(desk, "identity.team") && { actions: (invitation) => actions(parts, invitation) }),
    })}`;
}

function actions(parts: InvitationParts, invitation: Invitation): TemplateResult | typeof nothing {
  const { desk, ask } = parts;
  const say = teamVoice(desk);
  if (invitation.staffRole === "owner" && !may(desk, "identity.owners")) return nothing;
  const button = (name: "resend" | "revoke") =>
    html`<button
      type="button"
      class="quiet-button"
      aria-label="${say(name)}: ${invitation.email}"
      @click=${() => ask(questionAbout(parts, name, invitation))}
    >
      ${say(name)}
    </button>`;
  return html`${button("resend")}${button("revoke")}`;
}

function questionAbout(
  { desk, listing }: InvitationParts,
  name: "resend" | "revoke",
  { id, email }: Invitation,
): Question {
  const say = teamVoice(desk);
  const { identity } = desk.client;
  return {
    title: say(name),
    lead: say(name === "resend" ? "resendLead" : "revokeLead", { email }),
    submit: say(name),
    isDangerous: name === "revoke",
    run: async () => {
      await (name === "resend" ? identity.resendInvitation({ id }) : identity.revokeInvitation({ id }));
      listing.reload();
      return undefined;
    },
  };
}

/** Asks whom to invite, and as what. */
export function invite(desk: Desk, listing: Listing<Invitation>): Question {
  const say = teamVoice(desk);
  const email: DialogField = {
    name: "email",
    label: say("email"),
    isRequired: true,
    check: (typed) => (/^\S+@\S+\.\S+$/.test(typed.trim()) ? undefined : say("emailWrong")),
  };
  const role: DialogField = {
    name: "staffRole",
    label: say("role"),
    kind: "choice",
    value: "member",
    options: roleOptions(desk),
  };
  return {
    title: say("invite"),
    lead: say("inviteLead"),
    submit: say("invite"),
    fields: [email, role],
    run: async (filled) => {
      const staffRole = roleNamed(textOf(filled, "staffRole"));
      if (!staffRole) return undefined;
      const invited = await desk.client.identity.createInvitation({
        email: textOf(filled, "email").trim(),
        staffRole,
      });
      listing.reload();
      return { notice: say("invited", { email: invited.email }) };
    },
  };
}
