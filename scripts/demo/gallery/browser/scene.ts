// In the page of one state: stands for the network, goes to the state, and gives the frame the height of what is shown.
import { allScenes } from "../../../../widgets/states/all.ts";
import { walk } from "../../../../widgets/states/walk.ts";
import { goodAnswers, present, session } from "../../../../widgets/test/coach.ts";
import { FakeApi } from "../../../../widgets/test/fake-api.ts";

const { tag = "", scene: at } = document.documentElement.dataset;
const scene = allScenes.find((widget) => widget.tag === tag)?.scenes[Number(at)];
const openedAt = Date.now();

/** Signed in as if it were just now, by the clock of this machine. */
const signedIn = () => ({
  ...session,
  accessExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
});

const fit = () => {
  const dialog = document.querySelector(tag)?.shadowRoot?.querySelector("dialog[open]");
  const height = Math.max(document.body.scrollHeight, dialog ? dialog.scrollHeight + 64 : 0);
  window.frameElement?.setAttribute("height", String(height));
};
new ResizeObserver(fit).observe(document.body);

if (scene) {
  const answers = {
    ...goodAnswers,
    "identity.exchangeToken": signedIn,
    "identity.refresh": signedIn,
    "identity.signInWithCode": signedIn,
    ...scene.answers?.(),
  };
  const api = new FakeApi(answers, () => present + Date.now() - openedAt);
  api.fileRefusal = scene.uploads ?? null;
  window.fetch = (address, init) => api.fetch(address, init);
  if (scene.address) history.replaceState(null, "", scene.address);

  await customElements.whenDefined(tag);
  const shadow = document.querySelector(tag)?.shadowRoot;
  if (shadow && scene.steps) await walk(shadow, scene.steps);
  fit();
}
