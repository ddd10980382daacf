// Puts the colour that stands after the address's # on the widget, and follows it while somebody chooses.
const { style } = document.documentElement;

function wear() {
  const [, colour, ink] = /^#([0-9a-f]{6})-([0-9a-f]{6})$/.exec(location.hash) ?? [];
  if (colour === undefined) return;
  style.setProperty("--tessera-accent", `#${colour}`);
  style.setProperty("--tessera-on-accent", `#${ink}`);
}

wear();
addEventListener("hashchange", wear);
