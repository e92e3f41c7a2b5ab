from playwright.sync_api import Page

from publishing.enums import Role

PASSWORD = "a long enough password"


def log_in(page: Page, role: Role) -> None:
    """Enter the staff door by its form; `people` made the accounts."""
    page.context.clear_cookies()
    page.goto("/admin/login/?next=/admin/")
    page.get_by_label("Username").fill(role.value)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
