/** Nobody is signed in on this page any more. */
export type MemberSignedOutEvent = CustomEvent<{ readonly memberId: string }>;

/** Name, language, zone, currency, visibility or roles of the member changed. */
export type MemberChangedEvent = CustomEvent<{ readonly memberId: string }>;

/** An e-mail address is confirmed by the link from its mail; `memberId` is null when its owner is not signed in here. */
export type MemberVerifiedEvent = CustomEvent<{ readonly memberId: string | null }>;

declare global {
  interface HTMLElementEventMap {
    "tessera-member-signed-out": MemberSignedOutEvent;
    "tessera-member-changed": MemberChangedEvent;
    "tessera-member-verified": MemberVerifiedEvent;
  }
}
