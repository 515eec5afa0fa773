// Opens a sealed page: AES-256-GCM through the browser's WebCrypto, then
// inflate. What package seal wrote is the nonce (12 bytes), the ciphertext and
// its tag; inside are the text's length (4 bytes), the text and padding.
import { fragment } from "../agreement/fragment.js";
import { agreementPage } from "../agreement/page.js";

export function openSealed(root) {
  if (!root) return;
  attempt(root);
  document.addEventListener("click", within);
  // Another link to the same page changes the fragment only.
  window.addEventListener("hashchange", () => root.isConnected && attempt(root));
}

async function attempt(root) {
  const status = root.querySelector("[data-sealed-status]");
  const text = (key) => root.querySelector(`[data-text="${key}"]`).textContent;
  status.hidden = false;
  try {
    show(root, await unseal(root));
  } catch (problem) {
    status.textContent = text(problem instanceof Problem ? problem.key : "sealed.changed");
  }
}

// A link within the page leaves the key in the address, so that the page can be reloaded.
function within(event) {
  const to = event.target.closest('a[href^="#"]');
  const place = to && document.getElementById(decodeURIComponent(to.hash.slice(1)));
  if (!place || event.defaultPrevented) return;
  event.preventDefault();
  place.scrollIntoView();
  if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

class Problem extends Error {
  constructor(key) {
    super(key);
    this.key = key;
  }
}

async function unseal(root) {
  const given = keyInFragment();
  const { name, check, version } = root.dataset;
  if (!window.crypto?.subtle || typeof DecompressionStream === "undefined" || version !== "1") throw new Problem("sealed.no-crypto");
  if (!(await fits(given, check))) throw new Problem("sealed.wrong-key");
  const sealed = bytesOf(root.querySelector("[data-sealed-text]").textContent.trim());
  const key = await crypto.subtle.importKey("raw", given, "AES-GCM", false, ["decrypt"]);
  const algorithm = { name: "AES-GCM", iv: sealed.subarray(0, 12), additionalData: new TextEncoder().encode(`mentorbook ${version} ${name}`) };
  const plain = new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(12)));
  const length = new DataView(plain.buffer).getUint32(0);
  const inflated = new Blob([plain.subarray(4, 4 + length)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(inflated).text();
}

function keyInFragment() {
  const text = fragment().get("k");
  if (!text) throw new Problem("sealed.no-key");
  if (!/^[\w-]{43}$/.test(text)) throw new Problem("sealed.bad-key");
  const key = bytesOf(text.replace(/-/g, "+").replace(/_/g, "/") + "=");
  if (key.length !== 32) throw new Problem("sealed.bad-key");
  return key;
}

// fits tells a wrong key from a page that was changed.
async function fits(key, check) {
  const prefix = new TextEncoder().encode("mentorbook check\0");
  const all = new Uint8Array(prefix.length + key.length);
  all.set(prefix);
  all.set(key, prefix.length);
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", all));
  return [...sum.subarray(0, 8)].map((b) => b.toString(16).padStart(2, "0")).join("") === check;
}

function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

// show puts the agreement into the page. Its HTML was authenticated with the
// key; the page's policy forbids any script in it all the same.
function show(root, html) {
  const inner = new DOMParser().parseFromString(html, "text/html");
  root.replaceWith(...inner.body.childNodes);
  document.body.classList.add("page-agreement", "opened");
  agreementPage(document);
  const main = document.getElementById("ui:main");
  main?.focus({ preventScroll: true });
}
