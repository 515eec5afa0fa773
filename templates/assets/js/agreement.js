// What only the agreement's page needs.
document.documentElement.classList.add("agreement-ready");
