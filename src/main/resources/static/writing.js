// Beside a section's form: the preview follows the typing, and others are told who writes here. The page works without it.
(() => {
  const form = document.getElementById("writing");
  if (!form) return;
  const preview = document.querySelector("#preview > .written");
  const others = document.getElementById("others");
  const send = part => fetch(form.dataset.address + "/" + part, {
    method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error",
  }).then(answer => {
    if (!answer.ok) throw new Error("Not now");
    return answer;
  });

  let waiting = 0;
  let asked = 0;
  const show = () => {
    const mine = ++asked;
    send("preview").then(answer => answer.text()).then(html => {
      // an answer that was overtaken by a later one is old
      if (mine === asked) preview.innerHTML = html;
    }).catch(() => { /* the draft is kept; the next typing tries again */ });
  };
  if (preview) {
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(show, 400);
    });
    if (document.getElementById("draft-notice")) show();
  }

  const beat = () => {
    if (document.visibilityState !== "visible") return;
    send("editing").then(answer => answer.json()).then(answer => {
      if (!others || others.textContent === answer.others) return;
      others.textContent = answer.others;
      others.classList.toggle("nobody", !answer.others);
    }).catch(() => { /* signed out, or no network: saving will say so */ });
  };
  setInterval(beat, 20000);
})();
