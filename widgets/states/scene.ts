import { type WidgetState } from "../src/base/widget-state.ts";
import { type Answers, type Path, type Refusal } from "../test/fake-api.ts";

/** What somebody does in a widget, by selectors inside it. */
export type Step =
  | { readonly press: string }
  | { readonly write: string; readonly into: string }
  /** Brings files by these names to a place. */
  | { readonly drop: readonly string[]; readonly onto: string }
  /** Waits until something is there. */
  | { readonly see: string };

/** One state of a widget, and how it comes about on the fake API. */
export interface Scene {
  /** What is to be seen, in a few words. */
  readonly title: string;
  /** The widget's `state` attribute once it is there. */
  readonly state: WidgetState;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the API answers beside the usual; made anew for each page, so that answers may change while it lives. */
  readonly answers?: () => Answers;
  /** What becomes of files that are uploaded: never answered, or refused; they are accepted unless told. */
  readonly uploads?: Refusal | "never";
  /** Whether a member is signed in. */
  readonly isSignedIn?: boolean;
  /** What the page's address ends with. */
  readonly address?: `?${string}` | `#${string}`;
  readonly steps?: readonly Step[];
}

/** Every state of a widget. */
export interface WidgetScenes {
  readonly tag: string;
  readonly scenes: readonly Scene[];
}

/** What all widgets have in common: the states in which one call, without which there is nothing to show, goes wrong. */
export function troubles(call: Path, usual: Partial<Scene> = {}): Scene[] {
  const answering = (answer: () => Refusal | "never" | "down") => () => ({
    ...usual.answers?.(),
    [call]: answer,
  });
  return [
    {
      ...usual,
      title: "Loading",
      state: "loading",
      answers: () => ({ ...usual.answers?.(), "tenancy.getSite": () => "never" }),
    },
    {
      ...usual,
      title: "Slow: still loading after four seconds",
      state: "slow",
      answers: answering(() => "never"),
    },
    { ...usual, title: "Error, to be tried again", state: "error", answers: answering(() => broken) },
    { ...usual, title: "Offline; goes on by itself", state: "offline", answers: answering(() => "down") },
    { ...usual, title: "Forbidden", state: "forbidden", answers: answering(() => suspended) },
    {
      ...usual,
      title: "Not licensed by the site",
      state: "unlicensed",
      answers: answering(() => unlicensed),
    },
  ];
}

/** The answer of an API that has a fault. */
export const broken: Refusal = {
  status: 500,
  code: "request.internal",
  message: "Something went wrong on our side. Try again.",
};

const suspended: Refusal = {
  status: 403,
  code: "request.tenant_suspended",
  message: "This site is suspended.",
};

const unlicensed: Refusal = {
  status: 402,
  code: "request.module_inactive",
  message: "This part is not active on this site.",
};

/** The answer to a call that only members may make. */
export const signedOut: Refusal = {
  status: 401,
  code: "request.unauthenticated",
  message: "Sign in, or send a valid key.",
};
