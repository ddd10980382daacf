import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { member, offer as shownOffer, session, site } from "../../test/coach.ts";
import { type Answers, type OutputOf } from "../../test/fake-api.ts";
import { me } from "../../test/member.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraProfile } from "./profile.ts";

type Profile = OutputOf<"people.getProfile">;
type Offer = OutputOf<"scheduling.listHostOffers">["items"][number];

const empty: Profile = {
  id: member.id,
  name: member.name,
  headline: "",
  bio: "",
  expertise: [],
  languages: [],
  countries: [],
  socials: {},
  photoUrl: null,
  isHidden: false,
  fromPrice: null,
  rating: null,
  ratingCount: 0,
  answerMinutes: null,
  isListed: false,
  isPhotoInWork: false,
  version: 3,
  completeness: {
    percent: 0,
    missing: ["photo", "headline", "bio", "languages", "countries", "expertise", "offer"],
  },
};

const whole: Profile = {
  ...empty,
  headline: "Career coach",
  bio: "I walk with people who change their work. ".repeat(3),
  expertise: ["Career change", "Leadership"],
  languages: ["de", "en"],
  countries: ["DE"],
  socials: { website: "https://ada.example/", mastodon: "https://social.example/@ada" },
  isListed: true,
  completeness: { percent: 100, missing: [] },
};

const offer: Offer = {
  ...shownOffer,
  hostId: member.id,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  stepMinutes: null,
  noticeMinutes: 60,
  horizon: null,
  limits: {},
  isActive: true,
  isHidden: false,
  version: 1,
};

const having = (profile: Profile = whole, more: Answers = {}): Answers => ({
  "people.getProfile": () => profile,
  "people.updateProfile": (change) => ({
    ...profile,
    headline: change.headline ?? profile.headline,
    bio: change.bio ?? profile.bio,
    languages: change.languages ?? profile.languages,
    version: profile.version + 1,
  }),
  "identity.updateMe": ({ name = me.name }) => ({ ...me, name }),
  "scheduling.listHostOffers": () => ({ items: [offer], nextCursor: null }),
  ...more,
});

const opened = (answers: Answers = having(), options: StageOptions = {}) =>
  stage("tessera-profile", {
    before: ({ session: current }) => current.begin(session),
    answers,
    attributes: { view: "provider" },
    ...options,
  });

const ready = async (answers?: Answers, options?: StageOptions) => {
  const set = await opened(answers, options);
  await set.until(() => set.find("[data-edit]") && set.find("[data-add-offer]"));
  return set;
};

type Set = Awaited<ReturnType<typeof opened>>;

const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const inputOf = ({ api }: Set, path: string) => api.calls.findLast((call) => call.path === path)?.input;
const fill = (set: Set, values: Record<string, string>) => {
  for (const [id, value] of Object.entries(values)) Object.assign(set.find(`#${id}`), { value });
};
const submit = (set: Set) =>
  set.find("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true, bubbles: true }));
const editing = async (answers?: Answers) => {
  const set = await ready(answers);
  set.find("[data-edit]").focus();
  await sendKeys({ press: "Enter" });
  await set.until(() => focused(set)?.id === "name");
  return set;
};

describe("<tessera-profile view=provider>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  it("asks who is not signed in to do so, inside", async () => {
    const set = await opened(having(), { before: () => undefined });
    await set.until(() => set.find("#email"));
    assert.instanceOf(set.widget, TesseraProfile);
    assert.equal(set.widget.getAttribute("state"), "signed-out");
    await assertAccessible(set.widget);
  });

  it("shows the profile as others see it", async () => {
    const set = await ready();
    for (const words of ["Ada Byron", "Career coach", "Leadership", "German", "Germany", "Website"])
      assert.include(set.text(), words);
    assert.include(set.text(), "Your profile is complete.");
    await assertAccessible(set.widget);
  });

  it("says that the site's team took it from sight", async () => {
    const set = await opened(having({ ...whole, isListed: false, isHidden: true }));
    await set.until(() => set.text().includes("took your profile from sight"));
    assert.notInclude(set.text(), "Others do not see your profile at the moment.");
    await assertAccessible(set.widget);
  });

  it("says what is missing, and leads to it", async () => {
    const set = await ready(having(empty));
    assert.include(set.text(), "Your profile is 0% complete");
    assert.include(set.text(), "Others do not see your profile");
    assert.deepEqual(
      set.all("[data-missing]").map(({ dataset }) => dataset["missing"]),
      empty.completeness.missing,
    );
    await assertAccessible(set.widget);
    for (const [item, place] of [
      ["photo", "photo"],
      ["headline", "headline"],
      ["expertise", "expertise"],
      ["languages", "languages"],
      ["bio", "bio"],
    ] as const) {
      set.find(`[data-missing=${item}]`).focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => focused(set)?.id === place);
    }
    set.find("[data-missing=offer]").focus();
    await sendKeys({ press: "Enter" });
    await set.until(() => focused(set)?.matches("[data-add-offer]"));
  });

  it("saves what was changed on the version it was made on, and says so after the answer", async () => {
    const set = await editing();
    const saved: unknown[] = [];
    set.widget.addEventListener("tessera-profile-saved", ({ detail }) => saved.push(detail));
    await assertAccessible(set.widget);
    fill(set, { headline: "Coach for engineers", linkedin: "linkedin.com/in/ada" });
    set.find("#languages").focus();
    await sendKeys({ type: "arab" });
    await sendKeys({ press: "Enter" });
    set.find("#expertise").focus();
    await sendKeys({ type: "Hiring," });
    await set.until(() => set.text().includes("Hiring"));
    submit(set);
    await set.until(() => saved.length === 1);
    assert.deepEqual(saved, [{ memberId: member.id, version: 4 }]);
    assert.deepEqual(inputOf(set, "people.updateProfile"), {
      version: 3,
      headline: "Coach for engineers",
      bio: whole.bio.trim(),
      socials: {
        mastodon: "https://social.example/@ada",
        website: "https://ada.example/",
        linkedin: "https://linkedin.com/in/ada",
      },
      expertise: ["Career change", "Leadership", "Hiring"],
      languages: ["de", "en", "ar"],
      countries: ["DE"],
    });
    await set.until(() => set.text().includes("Coach for engineers"));
    await set.until(() => focused(set)?.matches("[data-edit]"));
    assert.include(set.text(), "Your profile is saved.");
    assert.equal(set.api.paths.includes("identity.updateMe"), false);
    await assertAccessible(set.widget);
  });

  it("changes the name where names are kept", async () => {
    const set = await editing();
    fill(set, { name: "Ada Lovelace" });
    submit(set);
    await set.until(() => set.find("h2").innerText.includes("Ada Lovelace"));
    assert.deepEqual(inputOf(set, "identity.updateMe"), { name: "Ada Lovelace" });
    assert.equal(set.page.session.member?.name, "Ada Lovelace");
  });

  for (const link of ["javascript:alert(1)", "data:text/html,x", "ftp://ada.example", "ada"]) {
    it(`refuses ${link} in place, before anything is sent`, async () => {
      const set = await editing();
      fill(set, { website: link });
      submit(set);
      await set.until(() => focused(set)?.id === "website");
      assert.include(set.text(), "Write a link that starts with https://.");
      assert.equal(set.api.paths.includes("people.updateProfile"), false);
      await assertAccessible(set.widget);
    });
  }

  it("tells what the API did not accept at its field", async () => {
    const set = await editing(
      having(whole, {
        "people.updateProfile": () => ({
          status: 400,
          code: "request.invalid_input",
          fields: [{ path: ["socials", "website"], message: "No." }],
        }),
      }),
    );
    submit(set);
    await set.until(() => focused(set)?.id === "website");
    assert.include(set.text(), "This was not accepted.");
  });

  it("says that it was changed elsewhere, keeps what was written, and saves on the newest version then", async () => {
    let version = 3;
    const set = await editing({
      ...having(),
      "people.getProfile": () => ({ ...whole, version }),
      "people.updateProfile": ({ version: on, headline = "" }) =>
        on === version ? { ...whole, headline, version: 8 } : { status: 409, code: "request.conflict" },
    });
    version = 7;
    fill(set, { headline: "Mine" });
    submit(set);
    await set.until(() => set.text().includes("changed somewhere else"));
    await assertAccessible(set.widget);
    assert.equal(Reflect.get(set.find("#headline"), "value"), "Mine");
    await set.until(() => set.api.paths.filter((path) => path === "people.getProfile").length === 2);
    submit(set);
    await set.until(() => set.text().includes("Your profile is saved."));
    assert.include(set.text(), "Mine");
  });

  it("saves without a connection as soon as it is back", async () => {
    let isDown = true;
    const set = await editing(
      having(whole, {
        "people.updateProfile": ({ headline = "" }) =>
          isDown ? { status: 0, code: "network.unreachable" } : { ...whole, headline },
      }),
    ).catch(() => null);
    assert.isOk(set);
    if (!set) return;
    set.api.answers["people.updateProfile"] = () => (isDown ? "down" : { ...whole, headline: "Later" });
    Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
    fill(set, { headline: "Later" });
    submit(set);
    await set
      .until(() => set.text().includes("saved as soon as it is back"))
      .finally(() => Reflect.deleteProperty(navigator, "onLine"));
    isDown = false;
    dispatchEvent(new Event("online"));
    await set.until(() => set.text().includes("Your profile is saved."));
  });

  it("leaves the form as it was on cancel", async () => {
    const set = await editing();
    fill(set, { headline: "Never" });
    set.find("form button.quiet").click();
    await set.until(() => focused(set)?.matches("[data-edit]"));
    assert.notInclude(set.text(), "Never");
  });

  for (const [state, answer] of [
    ["error", { status: 500, code: "request.internal" }],
    ["offline", "down"],
    ["unlicensed", { status: 402, code: "request.module_inactive" }],
    ["forbidden", { status: 403, code: "request.forbidden" }],
  ] as const) {
    it(`${state}: says what is wrong`, async () => {
      const set = await opened(having(whole, { "people.getProfile": () => answer }));
      await set.until(() => set.widget.getAttribute("state") === state && set.find(".notice"));
      await assertAccessible(set.widget);
    });
  }

  for (const locale of ["zh-CN", "ar"]) {
    it(`speaks ${locale}: what is missing, the form, an offer`, async () => {
      const set = await ready(having(empty), { locale });
      await assertAccessible(set.widget);
      set.find("[data-edit]").click();
      await set.until(() => set.find("#headline"));
      set.find("[data-add-offer]").click();
      await set.until(() => set.find("#offer-title"));
      await assertAccessible(set.widget);
      assert.notMatch(set.find(".completeness").innerText, /[A-Za-z]{3,}/);
    });
  }

  describe("the photo", () => {
    const drop = (set: Set, ...files: File[]) => {
      const dataTransfer = new DataTransfer();
      for (const file of files) dataTransfer.items.add(file);
      set
        .find(".drop")
        .dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    };
    const picture = async () => {
      const canvas = new OffscreenCanvas(60, 40);
      canvas.getContext("2d")?.fillRect(0, 0, 60, 40);
      return new File([await canvas.convertToBlob({ type: "image/png" })], "me.png", { type: "image/png" });
    };

    it("that is too large, no picture, or damaged is refused in place, before a byte is sent", async () => {
      const set = await ready();
      const head = [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 0, 0];
      for (const [file, sentence] of [
        [new File([new Uint8Array(5 * 1024 * 1024 + 1)], "big.png", { type: "image/png" }), "at most 5 MB"],
        [new File(["<script>alert(1)</script>"], "me.png", { type: "image/png" }), "no JPEG, PNG or WebP"],
        [new File([new Uint8Array(head)], "me.png", { type: "image/png" }), "cannot be read"],
      ] as const) {
        drop(set, file);
        await set.until(() => set.find("#photo-note").innerText.includes(sentence));
        await assertAccessible(set.widget);
      }
      assert.equal(set.api.paths.includes("files"), false);
    });

    it("is looked at, sent, and shown when its squares are ready", async () => {
      let profile: Profile = { ...whole };
      const set = await ready({
        ...having(),
        "people.getProfile": () => profile,
        "people.setPhoto": () => {
          profile = { ...whole, isPhotoInWork: true };
          return { state: "processing" };
        },
      });
      set.find("#photo").focus();
      drop(set, await picture());
      await set.until(() => focused(set)?.matches("[data-use-photo]"));
      await assertAccessible(set.widget);
      const request = XMLHttpRequest;
      // Without it the SDK sends by the page's `fetch`, which is the test's.
      Reflect.deleteProperty(globalThis, "XMLHttpRequest");
      await sendKeys({ press: "Enter" });
      await set
        .until(() => set.text().includes("being prepared"))
        .finally(() => Object.assign(globalThis, { XMLHttpRequest: request }));
      assert.deepEqual(inputOf(set, "files"), { purpose: "people.photo", name: "me.png" });
      assert.deepEqual(inputOf(set, "people.setPhoto"), { fileId: "0195a000-0000-7000-8000-0000000000f9" });
      profile = { ...whole, photoUrl: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" };
      await set.until(() => set.find(".photo img"));
      await assertAccessible(set.widget);
    });

    it("is removed", async () => {
      let photoUrl: string | null = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
      const set = await ready({
        ...having(),
        "people.getProfile": () => ({ ...whole, photoUrl }),
        "people.setPhoto": () => {
          photoUrl = null;
          return { state: "none" };
        },
      });
      set.find("[data-remove-photo]").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find(".photo .none"));
      assert.deepEqual(inputOf(set, "people.setPhoto"), { fileId: null });
      await set.until(() => focused(set)?.id === "photo");
    });
  });

  describe("offers", () => {
    it("are listed with length, price and buffers", async () => {
      const set = await ready();
      for (const words of [offer.title, "50 minutes", "€90", "10 minutes after"])
        assert.include(set.text(), words);
    });

    it("are added, with errors in place", async () => {
      const set = await ready(
        having(whole, {
          "scheduling.listHostOffers": () => ({ items: [], nextCursor: null }),
          "scheduling.createOffer": ({ title, minutes, price }) => ({ ...offer, title, minutes, price }),
        }),
      );
      assert.include(set.text(), "You offer no session yet.");
      set.find("[data-add-offer]").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => focused(set)?.id === "offer-title");
      fill(set, { minutes: "3" });
      submit(set);
      await set.until(() => set.all(".wrong").length === 3);
      await assertAccessible(set.widget);
      fill(set, { "offer-title": "First talk", minutes: "30" });
      set.find("#price").focus();
      await sendKeys({ type: "45.5" });
      submit(set);
      await set.until(() => set.text().includes("First talk"));
      assert.deepEqual(inputOf(set, "scheduling.createOffer"), {
        title: "First talk",
        description: "",
        minutes: 30,
        price: { amountMinor: 4550, currency: "EUR" },
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        isActive: true,
      });
      await set.until(() => focused(set)?.matches("[data-edit-offer], [data-add-offer]"));
    });

    it("may cost credits, where the site has them", async () => {
      const set = await ready(
        having(whole, {
          "tenancy.getSite": () => ({ ...site, modules: [...site.modules, "wallet"] }),
          "scheduling.createOffer": () => offer,
        }),
      );
      set.find("[data-add-offer]").click();
      await set.until(() => set.find("#offer-title"));
      fill(set, { "offer-title": "Exchange", minutes: "60" });
      const select = set.find(".money select");
      assert.instanceOf(select, HTMLSelectElement);
      select.value = "credits";
      select.dispatchEvent(new Event("input", { bubbles: true }));
      assert.equal(select.selectedOptions[0]?.text, "Credits");
      set.find("#price").focus();
      await sendKeys({ type: "10" });
      submit(set);
      await set.until(() => inputOf(set, "scheduling.createOffer"));
      assert.deepEqual(inputOf(set, "scheduling.createOffer")?.["price"], {
        amountMinor: 10,
        currency: "credits",
      });
    });

    it("are changed", async () => {
      const set = await ready(
        having(whole, {
          "scheduling.updateOffer": ({ title = "" }) => ({ ...offer, title, isActive: false }),
        }),
      );
      set.find("[data-edit-offer]").click();
      await set.until(() => set.find("#offer-title"));
      fill(set, { "offer-title": "Clarity" });
      set.find("[name=bookable]").click();
      submit(set);
      await set.until(() => set.text().includes("Not bookable"));
      assert.equal(inputOf(set, "scheduling.updateOffer")?.["isActive"], false);
      assert.deepEqual(inputOf(set, "scheduling.updateOffer")?.["price"], offer.price);
    });

    it("are deleted after a question", async () => {
      const set = await ready(having(whole, { "scheduling.deleteOffer": ({ id }) => ({ id }) }));
      set.find(".offer .quiet").click();
      await set.until(() => set.find("dialog[open]"));
      await assertAccessible(set.widget);
      await sendKeys({ press: "Escape" });
      await set.until(() => set.all("dialog").length === 0);
      set.find(".offer .quiet").click();
      await set.until(() => set.find("dialog[open]"));
      set.find("dialog .yes").click();
      await set.until(() => set.text().includes("You offer no session yet."));
    });

    it("are no part of a site without bookings", async () => {
      const set = await opened(
        having(whole, {
          "tenancy.getSite": () => ({
            name: "Bright",
            slug: "bright",
            isSandbox: false,
            locale: "en",
            locales: ["en"],
            currency: "EUR",
            timeZone: "Europe/Berlin",
            brand: { colour: "#3457d5", logoUrl: null, productName: "Bright" },
            poweredBy: false,
            modules: ["core"],
          }),
        }),
      );
      await set.until(() => set.find("[data-edit]"));
      assert.equal(set.all(".offers").length, 0);
    });
  });
});
