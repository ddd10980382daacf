// The switches and the copy buttons of the widgets page. Without this script the switches are links that load the page anew.
const frames = () => [...document.querySelectorAll<HTMLIFrameElement>("iframe")];

for (const link of document.querySelectorAll<HTMLAnchorElement>(".switches a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const { searchParams } = new URL(link.href);
    const name = link.dataset["switch"] ?? "";
    const here = new URL(location.href);
    here.searchParams.set(name, searchParams.get(name) ?? "");
    history.replaceState(null, "", here);
    for (const other of document.querySelectorAll(`[data-switch="${name}"]`))
      other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    if (name === "width")
      document.documentElement.dataset["width"] = here.searchParams.get("width") ?? "full";
    else for (const frame of frames()) frame.src = `${new URL(frame.src).pathname}${here.search}`;
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button.copy")) {
  button.addEventListener("click", () => {
    void navigator.clipboard
      .writeText(button.parentElement?.querySelector("code")?.textContent ?? "")
      .then(() => {
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = "Copy"), 2_000);
      });
  });
  button.hidden = false;
}
