// Signing out of the site signs out of the widgets too, in all tabs.
const form = document.querySelector("form");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const loader = import(document.querySelector("script[data-key]").src);
  void loader.then(({ signOut }) => signOut()).finally(() => form.submit());
});
