import { type Middleware } from "koa";
import { type z } from "zod";
import { type ErrorDefinition } from "./errors.ts";
import { type FieldSentences } from "./field-sentences.ts";
import { type ModuleFlow } from "./flow/flow-kind.ts";
import { type Job } from "./jobs/job.ts";
import { type Indexed } from "./providers/search/port.ts";
import { type Access } from "./rpc/procedure.ts";
import { type Scope } from "./scope/scope.ts";
import { type SettingsDefinition, type Tenant } from "./scope/tenant.ts";
import { type Timer } from "./timers/timer.ts";

/** What somebody outside the house is told of an event. */
export interface Told<Fact = never> {
  readonly view: z.ZodType;
  /** What there is to tell this tenant's people now; null when there is nothing any more. */
  readonly present: (scope: Scope, fact: Fact) => Promise<object | null>;
}

/** One event a module announces and who hears of it outside the house. */
export interface EventDefinition<Fact = never> {
  readonly fact: z.ZodType;
  /** The members who get a live frame; computed from the fact alone. */
  readonly recipients: (fact: Fact) => readonly string[];
  /** What a recipient's page receives; null keeps it off the stream. */
  readonly frame: Told<Fact> | null;
  /** The body of the tenant's webhook; null when it is not offered as one. */
  readonly webhook: Told<Fact> | null;
}

/** A route outside the dispatcher: a pay page, an inbound hook, a file. The handler gets the whole Koa context. */
export interface HttpRoute {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Under the server's root, with `:name` parameters. */
  readonly path: string;
  readonly handler: Middleware;
}

/** A person's data in a module, for export and erasure (GDPR articles 15 and 17). */
export interface PersonalData {
  /** Everything the module holds about a member, ready for JSON. */
  readonly export: (scope: Scope, memberId: string) => Promise<object>;
  /** Removes or anonymises it. What law or money requires to keep stays, without names. */
  readonly erase: (scope: Scope, memberId: string) => Promise<void>;
  /** Reasons why erasing must wait, such as an open order; empty when none. */
  readonly blockers: (scope: Scope, memberId: string) => Promise<readonly string[]>;
  /** Days after which rows are deleted by themselves, by kind of row. */
  readonly retentionDays: Readonly<Record<string, number>>;
}

/** What a module adds to the house. Every part is named, so that leaving one out is a decision; empty is written as empty. */
export interface Module {
  readonly name: string;
  /** The tenant's settings of this module; null when it has none. */
  readonly settings: SettingsDefinition | null;
  /** What staff and secret keys can be allowed to do: permission and the sentence the admin app shows. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, ErrorDefinition>>;
  /** What the module says at single fields, in the languages besides English; left out by one that says nothing there. */
  readonly fieldSentences?: FieldSentences;
  /** Roles a member asks for and has only once this module approves them, on a site; left out by one that approves none. */
  readonly rolesToApprove?: (tenant: Tenant) => readonly string[];
  readonly events: Readonly<Record<string, EventDefinition>>;
  readonly jobs: readonly Job[];
  readonly timers: readonly Timer[];
  readonly flows: readonly ModuleFlow[];
  readonly http: readonly HttpRoute[];
  /** Kinds of uploads and their limits. */
  readonly files: readonly FilePurpose[];
  /** What a plan may limit, by the name of its metric such as `gigs.gigs`; left out by one that limits nothing. */
  readonly limits?: Readonly<Record<string, UsageLimit>>;
  /** Kinds of documents the search finds. */
  readonly search: readonly SearchKind[];
  /** Kinds of content that can be reported to moderators. */
  readonly reportables: readonly Reportable[];
  /** Things a conversation can be about. */
  readonly conversationContexts: readonly ConversationContext[];
  /** Numbers for `/metrics`, read at scrape time. */
  readonly metrics: readonly Metric[];
  readonly personalData: PersonalData;
  /** Hands a visitor's rows (quiz, holds, carts) to the member they turn out to be, in the transaction that signs them in; null when it keeps none. */
  readonly claim: ((scope: Scope, claim: Claim) => Promise<void>) | null;
  /** What of a member waits or lies ahead, by the name it has in `identity.getDashboard`. */
  readonly counts: Readonly<Record<string, MemberCount>>;
  /** What a member did that the team sees on their page, by the name of its kind; left out by one that has nothing to tell. */
  readonly activity?: Readonly<Record<string, ActivitySource>>;
  /** What the admin app's command palette finds. */
  readonly admin: readonly AdminEntity[];
  /** Fills a demo tenant; null when there is nothing to show. */
  readonly demo: ((scope: Scope, random: () => number) => Promise<void>) | null;
}

/** A visitor who signed in, and the member they are. */
export interface Claim {
  readonly visitorId: string;
  readonly memberId: string;
}

/** One metric that a plan may limit; consumed by `consumeLimit` of tenancy. */
export interface UsageLimit {
  /** The licensed module that consumes it, or `core`. */
  readonly module: string;
  /** Whether it counts what happens within a calendar month of the site, or what is there at a time. */
  readonly period: "month" | "always";
}

/** One number about a member: as many as the list it leads to holds. */
export interface MemberCount {
  /** The licensed module without which there is no such list. */
  readonly module: string;
  readonly read: (scope: Scope, memberId: string) => Promise<number>;
}

/** A place in the order of what somebody did, the latest first. */
export interface ActivityPlace {
  readonly at: Date;
  readonly id: string;
}

/** One thing somebody did, or that happened to them; never a text they wrote. */
export interface Activity extends ActivityPlace {
  /** The thing itself, such as a booking. */
  readonly subjectId?: string;
  /** How it stands now. */
  readonly state?: string;
  /** What it is called. */
  readonly title?: string;
  readonly amountMinor?: number;
  readonly currency?: string;
  /** How many, where several stand for one. */
  readonly count?: number;
}

/** One kind of what a member does. */
export interface ActivitySource {
  /** What the team has to be allowed to see it, beside seeing members; null is nothing more. */
  readonly permission: string | null;
  /** The latest before a place, at most `limit`, ordered by `at` and then `id`, both falling. */
  readonly read: (
    scope: Scope,
    asked: { readonly memberId: string; readonly before: ActivityPlace; readonly limit: number },
  ) => Promise<Activity[]>;
}

/** One purpose of an upload. */
export interface FilePurpose {
  /** `module.what`, such as `people.photo`. */
  readonly name: string;
  /** Who may upload for it. */
  readonly access: Pick<Access, "audience" | "module" | "permission">;
  readonly maxBytes: number;
  /** Content types accepted, judged by content. */
  readonly accepts: readonly string[];
  /** Widths in which everybody may see it as a square picture, once it is attached; empty for anything that is not public. */
  readonly widths: readonly number[];
  /** Who may read the file itself, beside its uploader. */
  readonly mayRead: (
    scope: Scope,
    file: { readonly ownerId: string; readonly subjectId: string | null },
  ) => Promise<boolean>;
}

/** One kind of things that can be searched for. */
export interface SearchKind {
  /** Small letters, such as `people`. */
  readonly kind: string;
  /** What the search may know of a thing now; `gone` for one that is no more. */
  readonly document: (scope: Scope, id: string) => Promise<Indexed>;
  /** All things of the kind for a rebuild, in the order of their ids: at most `limit` after one. */
  readonly ids: (
    scope: Scope,
    page: { readonly after: string | null; readonly limit: number },
  ) => Promise<readonly string[]>;
  /** Keeps what the caller searched for in a history of their own, in the transaction that notes the search; null where none is kept. */
  readonly keep: ((scope: Scope, search: NotedSearch) => Promise<void>) | null;
}

/** Something somebody searched for. */
export interface NotedSearch {
  /** As it was typed. */
  readonly text: string;
  /** Its words in the one form by which equal searches are told. */
  readonly words: string;
}

/** Content as it is now, and the member whose it is. */
export interface Snapshot {
  readonly authorId: string;
  readonly content: object;
}

/** One kind of reportable content. */
export interface Reportable {
  readonly kind: string;
  /** The content as a member sees it who reports it, or whole when nobody does (null); null when there is none that they may see. */
  readonly snapshot: (scope: Scope, id: string, reporterId: string | null) => Promise<Snapshot | null>;
  readonly hide: (scope: Scope, id: string) => Promise<void>;
  readonly restore: (scope: Scope, id: string) => Promise<void>;
}

/** What is shown above a conversation of the thing it is about. */
export interface ConversationCard {
  readonly title: string;
  /** As the thing's own module names it, such as `confirmed`. */
  readonly state: string;
  /** When it takes place or is due; null when it has no such time. */
  readonly at: Date | null;
  /** Null when it costs nothing. */
  readonly price: { readonly amountMinor: number; readonly currency: string } | null;
}

/** One kind of thing a conversation can be tied to. */
export interface ConversationContext {
  readonly kind: string;
  /** With which permission the team reads what is written about it; left out where nobody of the team does. */
  readonly teamPermission?: string;
  /** The members who talk about it: two or more, or null when it is gone. */
  readonly authorise: (scope: Scope, id: string) => Promise<readonly string[] | null>;
  /** Null when it is gone. */
  readonly card: (scope: Scope, id: string) => Promise<ConversationCard | null>;
}

/** One gauge of the module. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly read: () => Promise<number>;
}

/** One kind of thing the palette opens. */
export interface AdminEntity {
  readonly kind: string;
  readonly find: (
    scope: Scope,
    text: string,
  ) => Promise<readonly { readonly id: string; readonly title: string }[]>;
}
