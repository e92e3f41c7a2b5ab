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
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext_lazy as _

from publishing import rules
from publishing.admin.base import DeclaredFiltersMixin
from publishing.admin.labels import get_admin_url
from publishing.admin.signed_in import get_account
from publishing.fresh_login import require_fresh_login
from publishing.models import Account

admin.site.unregister(Group)  # Roles are fixed: `publishing.enums.Role`.


class InvitationForm(forms.ModelForm):
    """A new account has no password: a link lets its owner set one."""

    class Meta:
        model = Account
        fields = ("username",)

    def save(self, commit: bool = True) -> Account:
        self.instance.set_unusable_password()
        self.instance.is_staff = True
        return super().save(commit)


@admin.register(Account)
class AccountAdmin(DeclaredFiltersMixin, UserAdmin):
    list_display = ("username", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff", "groups")
    filter_horizontal = ()
    add_form = InvitationForm
    add_fieldsets = ((None, {"fields": ("username",)}),)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Name"), {"fields": ("first_name", "last_name", "email")}),
        (_("Roles"), {"fields": ("is_active", "is_staff", "groups")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def user_change_password(
        self,
        request: HttpRequest,
        id: str,  # noqa: A002  # so Django calls it
        form_url: str = "",
    ) -> HttpResponse:
        """In place of a form for the password of somebody else: a link, for them alone."""
        account = self.get_object(request, id)
        if account is None or not self.has_change_permission(request, account):
            raise PermissionDenied
        if refusal := rules.cannot_make_link(account, get_account(request)):
            messages.error(request, refusal)
            return redirect(get_admin_url(account))
        if request.method == "POST":
            require_fresh_login(request)
        context = self.admin_site.each_context(request) | {
            "title": _("One-time link"),
            "subtitle": account.username,
            "link": self.make_link(request, account) if request.method == "POST" else "",
        }
        return TemplateResponse(request, "admin/account_link.html", context)

    def make_link(self, request: HttpRequest, account: Account) -> str:
        self.log_change(request, account, rules.LINK_MADE)
        token = default_token_generator.make_token(account)
        uid = urlsafe_base64_encode(force_bytes(account.pk))
        return request.build_absolute_uri(reverse("admin:redeem_link", args=[uid, token]))

    def save_model(self, request: HttpRequest, obj: Account, form: Any, change: bool) -> None:
        """Who works here, and what they may do, is said by somebody who is there."""
        require_fresh_login(request)
        super().save_model(request, obj, form, change)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and rules.cannot_touch(obj, get_account(request)):
            return False
        return super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What an account may do is told where it cannot be given."""
        if obj is not None and rules.cannot_give_roles(obj, get_account(request)):
            return (*self.readonly_fields, "groups")
        return self.readonly_fields

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # The history names who acted: an account is closed, not deleted.
