// Shows the buttons that copy a text; data-copy names the field. Without this, the text is marked and copied by hand.
(() => {
  const select = field => { field.focus(); field.select(); };

  document.querySelectorAll("button[data-copy]").forEach(button => {
    const field = document.getElementById(button.dataset.copy);
    const status = button.parentElement.querySelector("[role=status]");
    if (!field) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        status.textContent = "Copied.";
      } catch {
        select(field);
        status.textContent = "Marked; please copy it with the keyboard.";
      }
    });
  });
})();
