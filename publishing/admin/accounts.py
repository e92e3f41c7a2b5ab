"""Who works here, and in which roles."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext_lazy as _

from publishing import actions, rules
from publishing.actions import Refused
from publishing.admin.base import DeclaredFiltersMixin
from publishing.admin.labels import get_admin_url
from publishing.admin.signed_in import get_account
from publishing.enums import Role
from publishing.fresh_login import require_fresh_login
from publishing.models import Account

admin.site.unregister(Group)  # Roles are fixed: `publishing.enums.Role`.


#: What the log of the admin says of a link that lets somebody in.
LINK_MADE = "One-time link"


class AskForm(forms.Form):
    """Why an account should be opened, or have a role that it has not."""

    role = forms.ChoiceField(label=_("Role"), choices=Role, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Why"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Who this is, and why: another administrator reads it and decides."),
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not account.is_active:
            del self.fields["role"]


class InvitationForm(forms.ModelForm):
    """A new account is closed and has no password: another administrator opens it."""

    note = AskForm.base_fields["note"]

    class Meta:
        model = Account
        fields = ("username",)

    def save(self, commit: bool = True) -> Account:
        self.instance.set_unusable_password()
        return super().save(commit)


def make_link(account: Account) -> str:
    """The path that lets the account's owner set a password, once and within a day."""
    uid = urlsafe_base64_encode(force_bytes(account.pk))
    return reverse("admin:redeem_link", args=[uid, default_token_generator.make_token(account)])


@admin.register(Account)
class AccountAdmin(DeclaredFiltersMixin, UserAdmin):
    """One administrator closes accounts and takes roles away, and asks for what two give."""

    list_display = ("username", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    filter_horizontal = ()
    add_form = InvitationForm
    add_form_template = None
    change_form_template = "admin/account/change_form.html"
    add_fieldsets = ((None, {"fields": ("username", "note")}),)
    fieldsets = (
        (None, {"fields": ("username",)}),
        (_("Name"), {"fields": ("first_name", "last_name", "email")}),
        (_("Access"), {"fields": ("is_active", "groups")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    def get_urls(self) -> list[URLPattern]:
        ask = self.admin_site.admin_view(self.ask_for_access)
        return [path("<id>/ask/", ask, name="publishing_account_ask"), *super().get_urls()]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        if roles := form.base_fields.get("groups"):
            roles.queryset = obj.groups.all()  # type: ignore[attr-defined]  # a choice of rows
        return form

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs["widget"] = forms.CheckboxSelectMultiple
        kwargs["label"] = _("Roles")
        kwargs["help_text"] = _("One person takes a role away. Two administrators give it.")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Whether an account is open is told where one alone cannot change it."""
        is_closed = obj is not None and not obj.is_active
        return (*self.readonly_fields, "is_active") if is_closed else self.readonly_fields

    def save_model(self, request: HttpRequest, obj: Account, form: Any, change: bool) -> None:
        """Who works here, and what they may do, is said by somebody who is there."""
        require_fresh_login(request)
        super().save_model(request, obj, form, change)
        if not change:
            actions.ask_for_access(obj, by=get_account(request), note=form.cleaned_data["note"])

    def ask_for_access(self, request: HttpRequest, id: str) -> HttpResponse:  # noqa: A002
        account = self._find_account(request, id)
        by = get_account(request)
        form = AskForm(request.POST or None, account=account)
        if form.is_valid():
            require_fresh_login(request)
            try:
                actions.ask_for_access(account, by=by, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, refused)
            else:
                said = _("Another administrator decides.")
                self.message_user(request, said, messages.SUCCESS)
                return redirect(get_admin_url(account))
        context = self._describe_page(request, account) | {
            "title": _("Ask for access"),
            "form": form,
        }
        return TemplateResponse(request, "admin/account/ask.html", context)

    def user_change_password(
        self,
        request: HttpRequest,
        id: str,  # noqa: A002  # so Django calls it
        form_url: str = "",
    ) -> HttpResponse:
        """In place of a form for the password of somebody else: a link, for them alone."""
        account = self._find_account(request, id)
        if refusal := rules.cannot_make_link(account, get_account(request)):
            messages.error(request, refusal)
            return redirect(get_admin_url(account))
        context = self._describe_page(request, account) | {"title": _("One-time link"), "link": ""}
        if request.method == "POST":
            require_fresh_login(request)
            self.log_change(request, account, LINK_MADE)
            context["link"] = request.build_absolute_uri(make_link(account))
        return TemplateResponse(request, "admin/account/link.html", context)

    def _find_account(self, request: HttpRequest, key: str) -> Account:
        account = self.get_object(request, key)
        if account is None or not self.has_change_permission(request, account):
            raise PermissionDenied
        return account

    def _describe_page(self, request: HttpRequest, account: Account) -> dict[str, Any]:
        return self.admin_site.each_context(request) | {
            "subtitle": account.username,
            "opts": self.opts,
            "original": account,
        }

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and rules.cannot_touch(obj, get_account(request)):
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # The history names who acted: an account is closed, not deleted.
