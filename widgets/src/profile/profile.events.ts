/** The quiz is complete, or a complete one was changed: matches made before are out of date. */
export type QuizCompletedEvent = CustomEvent<{ readonly answersId: string }>;

/** A provider saved their profile; `version` counts its changes. */
export type ProfileSavedEvent = CustomEvent<{ readonly memberId: string; readonly version: number }>;

/** Somebody applied to offer services in a role, or applied again. */
export type ApplicationSentEvent = CustomEvent<{ readonly applicationId: string; readonly role: string }>;

declare global {
  interface HTMLElementEventMap {
    "tessera-profile-saved": ProfileSavedEvent;
    "tessera-application-sent": ApplicationSentEvent;
    "tessera-quiz-completed": QuizCompletedEvent;
  }
}
