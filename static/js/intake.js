/* The keys of release-day intake. The page is complete without them: radio buttons and Tab.
   A single key acts only while a line has the focus, so that nobody meets one by accident. */
(() => {
  const form = document.querySelector("form.intake");
  const lines = [...form.querySelectorAll("li.line")];
  if (!form.querySelector("[name=act]")) return;
  const at = form.querySelector("[name=at]");
  const unsaved = form.querySelector(".unsaved");
  const progress = form.querySelector("progress");
  const next = form.querySelector("a.next");

  const line_of = (element) => element.closest?.("li.line");
  const focus = (line) => { if (line) { line.focus(); at.value = line.dataset.line; } };
  const beside = (line, step) => lines[lines.indexOf(line) + step];
  const is_open = (line) => {
    const checked = line.querySelector("input[type=radio]:checked");
    return "open" in line.dataset && checked?.value === "";
  };
  const next_open = (line) => {
    const here = lines.indexOf(line);
    return [...lines.slice(here + 1), ...lines.slice(0, here + 1)].find(is_open);
  };

  const choose = (line, key) => {
    const radio = line.querySelector(`input[data-key="${key}"]`);
    if (!radio) return;
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    focus(next_open(line) ?? line);
  };

  const look_for = (line) => {
    const details = line.querySelector("details");
    if (!details) return;
    details.open = true;
    details.querySelector("input").focus();
  };

  const save = () => form.requestSubmit(form.querySelector("button[value=save]"));

  const act = (line, key) => {
    if (key === "j" || key === "ArrowDown") focus(beside(line, 1));
    else if (key === "k" || key === "ArrowUp") focus(beside(line, -1));
    else if (key === "g") focus(next_open(line));
    else if (key === "/") look_for(line);
    else if (key === "s") save();
    else if ("12345niu".includes(key)) choose(line, key);
    else return false;
    return true;
  };

  form.addEventListener("keydown", (event) => {
    const line = line_of(event.target);
    if (!line || event.ctrlKey || event.altKey || event.metaKey || event.key.length > 9) return;
    if (event.target.matches("input[type=text]")) {
      if (event.key === "Escape") focus(line);
      return;
    }
    // The arrow keys of a radio button are its own.
    if (event.key.startsWith("Arrow") && event.target !== line) return;
    if (event.key.length > 1 && !event.key.startsWith("Arrow")) return;
    if (act(line, event.key)) event.preventDefault();
  });

  form.addEventListener("change", (event) => {
    const line = line_of(event.target);
    if (!line || !event.target.matches("input[type=radio]")) return;
    unsaved.hidden = false;
    line.classList.toggle("chosen", event.target.value !== "");
    progress.value = progress.max - lines.filter(is_open).length;
  });

  form.addEventListener("focusin", (event) => {
    const line = line_of(event.target);
    if (line) at.value = line.dataset.line;
  });

  next?.addEventListener("click", (event) => {
    event.preventDefault();
    focus(next_open(lines.find((line) => line.dataset.line === at.value)));
  });

  // What is not saved is not lost by a slip of the hand.
  let is_sent = false;
  form.addEventListener("submit", () => { is_sent = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!unsaved.hidden && !is_sent) event.preventDefault();
  });

  if (location.hash.startsWith("#line-")) focus(document.getElementById(location.hash.slice(1)));
})();
