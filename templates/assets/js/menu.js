// Closes the menu of a narrow screen when the focus leaves it: what it covers would be out of sight.
export function menu() {
  const list = document.querySelector(".menu[popover]");
  list?.addEventListener("focusout", ({ relatedTarget: to }) => {
    if (to && !list.contains(to) && list.matches(":popover-open")) list.hidePopover();
  });
}
