// Opens the search, by its button, by / or by Ctrl+K. The search itself is
// loaded when it is first asked for.
export function searching() {
  const button = document.querySelector("[data-search]");
  if (!button || typeof HTMLDialogElement !== "function") return;
  let loaded;
  let said;
  const open = () => {
    loaded ??= load(button.dataset);
    loaded.then(() => window.mentorbookSearch.open()).then(() => said?.remove(), (error) => {
      console.warn(error);
      loaded = undefined;
      said ??= Object.assign(document.createElement("p"), { className: "search-failed", role: "status" });
      button.closest("header").append(said);
      said.textContent = button.dataset.failed;
    });
  };
  button.addEventListener("click", open);
  document.addEventListener("keydown", (e) => {
    const slash = e.key === "/" && !e.ctrlKey && !e.metaKey && !e.altKey && !typing(e.target) && slashWanted();
    const k = e.key === "k" && (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey;
    if (e.defaultPrevented || !(slash || k)) return;
    e.preventDefault();
    open();
  });
  button.hidden = false;
}

const typing = (e) => e.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName);

function slashWanted() {
  try {
    return localStorage.getItem("mentorbook-search-key") !== "off";
  } catch {
    return true;
  }
}

function load({ search, sheet, index, root }) {
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheet });
  const script = Object.assign(document.createElement("script"), { src: search });
  Object.assign(script.dataset, { index, root });
  return Promise.all([style, script].map((e) => new Promise((resolve, reject) => {
    e.onload = resolve;
    e.onerror = reject;
    document.head.append(e);
  })));
}
