// The engine's own sign-in page is never shown: the page is asked for again, and our sign-in comes before it.
function leaveForSignIn() {
  if (/^#!?\/login\b/.test(window.location.hash)) {
    window.location.replace(window.location.pathname);
  }
}

window.addEventListener('hashchange', leaveForSignIn);
leaveForSignIn();
