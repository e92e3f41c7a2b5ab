/* Shows who is known already by a name like the one being typed. The form works without this. */
document.addEventListener("DOMContentLoaded", () => {
  const PAUSE = 250; // milliseconds without a key before the server is asked
  const ASKED = /^(csrfmiddlewaretoken|birth|names-\d+-(text|given|family|language|DELETE)|identifiers-\d+-(scheme|value))$/;
  const region = document.getElementById("likely");
  if (!region) return;
  const form = region.closest("form");
  const [status, list] = region.children;
  let timer, asking, question, answered;

  const typed = () => {
    const fields = [...new FormData(form)].filter(([name]) => ASKED.test(name));
    return new URLSearchParams([...fields, ["person", region.dataset.person]]);
  };

  const ask = async () => {
    const body = typed();
    if (String(body) === question) return;
    question = String(body);
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(region.dataset.url, { method: "POST", body, signal: asking.signal });
      if (answer.ok) show(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") question = undefined; // asked again at the next key
    }
  };

  // The same answer changes nothing, so that neither focus nor what was ticked is lost.
  const show = (answer) => {
    if (answer === answered) return;
    answered = answer;
    list.replaceChildren(...new DOMParser().parseFromString(answer, "text/html").body.childNodes);
    status.textContent = list.querySelector("h2")?.textContent ?? "";
  };

  question = String(typed());
  form.addEventListener("input", (event) => {
    if (!ASKED.test(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
});
