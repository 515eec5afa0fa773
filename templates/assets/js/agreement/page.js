// An agreement that can be filled in: the page's controls brought to life.
export function agreementPage() {
  document.documentElement.classList.add("agreement-ready");
}
