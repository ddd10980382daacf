import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { type IncomingMessage } from "node:http";
import { signMemberToken } from "@tessera/sdk";
import { readBody } from "./body.ts";

/** Somebody the site knows by a password of its own. */
export interface SiteMember {
  /** The person's id in the site's own database. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface Known {
  readonly member: SiteMember;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** The site's own sign-in, as it was before Tessera: passwords, and a cookie for whoever is signed in. */
export class MemberDesk {
  readonly #known: readonly Known[];
  readonly #sessions = new Map<string, SiteMember>();

  constructor(members: readonly SiteMember[]) {
    this.#known = members.map((member) => {
      const salt = randomBytes(16);
      return { member, salt, hash: scryptSync(member.password, salt, 32) };
    });
  }

  /** Checks the form's password. Answers what was typed, and the cookie of the new session; null when the password is wrong. */
  async signIn(request: IncomingMessage): Promise<{ email: string; cookie: string | null }> {
    const body = await readBody(request, 10_000);
    const form = new URLSearchParams(new TextDecoder().decode(body ?? new Uint8Array()));
    const email = (form.get("email") ?? "").trim();
    const found = this.#known.find(({ member }) => member.email === email.toLowerCase());
    const isRight =
      found && timingSafeEqual(found.hash, scryptSync(form.get("password") ?? "", found.salt, 32));
    if (!found || !isRight) return { email, cookie: null };
    const session = randomBytes(32).toString("base64url");
    this.#sessions.set(session, found.member);
    return { email, cookie: cookieOf(session) };
  }

  /** Who is signed in on the site; null for nobody. */
  memberOf(request: IncomingMessage): SiteMember | null {
    return this.#sessions.get(sessionOf(request)) ?? null;
  }

  /** Ends the session. Answers the cookie that takes the old one away. */
  signOut(request: IncomingMessage): string {
    this.#sessions.delete(sessionOf(request));
    return `${cookieOf("")}; Max-Age=0`;
  }

  /**
   * The token that tells Tessera who is signed in here. It goes into the page, in `data-member-token`; the widgets exchange it once,
   * within five minutes. `emailVerified` may be true only because this site has seen the person read that mailbox.
   */
  tokenFor({ id, name, email }: SiteMember, secretKey: string): Promise<string> {
    return signMemberToken({ subject: id, name, email, emailVerified: true }, { secretKey });
  }
}

// The site's own cookie, for the site alone. On a site with TLS add `Secure`.
const cookieOf = (session: string) => `site_session=${session}; Path=/members; HttpOnly; SameSite=Lax`;

const sessionOf = ({ headers }: IncomingMessage): string =>
  /(?:^|; )site_session=([\w-]+)/.exec(headers.cookie ?? "")?.[1] ?? "";
