/** What is posted into a team's chat. */
export interface ChatPost {
  readonly title: string;
  readonly text: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** The chat takes nothing at this address any more: the hook was removed, or its channel archived. */
export class HookGone extends Error {
  override readonly name = "HookGone";
}

/** Posts into a team's chat. Throws when a post was not accepted, `HookGone` when none ever will be. */
export interface ChatProvider {
  readonly name: string;
  post(post: ChatPost, options: { readonly signal: AbortSignal }): Promise<void>;
}
