// Keeps what is typed in this browser until it is saved. A form names its draft in data-draft; data-keep marks hidden
// fields that belong to the text, such as the version that it started from; data-echo="true" says that the page itself
// brings back what was typed. An element with data-draft-done names a draft that has been saved.
(() => {
  const PREFIX = "postmortem-flow ";

  const read = key => {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  };
  const forget = key => {
    try { localStorage.removeItem(key); } catch { /* a browser that keeps nothing has nothing to forget */ }
  };
  const keep = (key, draft) => {
    try { localStorage.setItem(key, JSON.stringify(draft)); } catch { /* full or forbidden: typing goes on */ }
  };

  const fieldsOf = form => [...form.elements].filter(one =>
    one.name && !one.disabled && !["submit", "button", "file", "password"].includes(one.type)
      && (one.type !== "hidden" || one.hasAttribute("data-keep")));

  const isBox = field => field.type === "checkbox" || field.type === "radio";
  const nameOf = field => isBox(field) ? field.name + " = " + field.value : field.name;
  const valueOf = field => isBox(field) ? field.checked : field.value;

  const valuesOf = form => Object.fromEntries(fieldsOf(form).map(field => [nameOf(field), valueOf(field)]));

  const fill = (form, values) => fieldsOf(form).forEach(field => {
    const value = values[nameOf(field)];
    if (value === undefined) return;
    if (isBox(field)) field.checked = value; else field.value = value;
  });

  // only what people typed counts as a difference: a newer version alone is no draft
  const differs = (form, values) => fieldsOf(form).some(field => field.type !== "hidden"
    && values[nameOf(field)] !== undefined && values[nameOf(field)] !== valueOf(field));

  const tell = (form, key, at) => {
    const notice = document.createElement("p");
    notice.className = "notice calm";
    notice.id = "draft-notice";
    notice.setAttribute("role", "status");
    notice.append("What you typed here on " + new Date(at).toLocaleString() + " was not saved. It is back in the form. ");
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "second";
    drop.textContent = "Drop it and show what is saved";
    drop.addEventListener("click", () => { forget(key); location.reload(); });
    notice.append(drop);
    form.before(notice);
  };

  document.querySelectorAll("[data-draft-done]").forEach(done => forget(PREFIX + done.dataset.draftDone));

  document.querySelectorAll("form[data-draft]").forEach(form => {
    const key = PREFIX + form.dataset.draft;
    const draft = read(key);
    if (draft && form.dataset.echo !== "true") {
      if (differs(form, draft.values)) {
        fill(form, draft.values);
        tell(form, key, draft.at);
        form.dispatchEvent(new Event("input", { bubbles: true }));
      } else {
        forget(key);
      }
    }
    let typed = false;
    let waiting = 0;
    const save = () => {
      clearTimeout(waiting);
      if (typed) keep(key, { at: Date.now(), values: valuesOf(form) });
    };
    form.addEventListener("input", event => {
      if (event.target === form) return;
      typed = true;
      clearTimeout(waiting);
      waiting = setTimeout(save, 300);
    });
    form.addEventListener("submit", save);
    window.addEventListener("pagehide", save);
  });
})();
