/* Says to a screen reader what each field that searches is for. All of them work without this. */
(() => {
  const select_of = (element) => element.closest(".select2-container").previousElementSibling;

  const name_all = () => {
    for (const box of document.querySelectorAll(".select2-selection[aria-labelledby]")) {
      const label = select_of(box)?.labels?.[0];
      if (!label || box.dataset.named) continue;
      label.id ||= `${label.htmlFor}_label`;
      box.setAttribute("aria-labelledby", `${label.id} ${box.getAttribute("aria-labelledby")}`);
      box.firstElementChild.setAttribute("aria-labelledby", label.id);
      box.dataset.named = "yes";
    }
  };

  const name_search = (event) => {
    const search = document.querySelector(".select2-container--open .select2-search__field");
    search?.setAttribute("aria-label", event.target.labels?.[0]?.textContent.trim() ?? "");
  };

  django.jQuery(() => {
    name_all();
    django.jQuery(document).on("select2:open", name_search);
  });
  document.addEventListener("formset:added", () => setTimeout(name_all));
})();
