"""Settings, read from the environment; `.env.example` lists every variable."""

from pathlib import Path

import environ
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from publishing import languages
from tracker.api.settings import REST_FRAMEWORK, SPECTACULAR_SETTINGS  # noqa: F401
from tracker.browser_policies import (  # noqa: F401
    CONTENT_SECURITY_POLICY,
    PERMISSIONS_POLICY,
)

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def read_required(variable: str) -> str:
    """The value of a variable without which nothing starts: missing and empty are the same."""
    if value := env(variable, default=""):
        return value
    raise ImproperlyConfigured(f"Set the environment variable {variable} (see .env.example).")


def read_surface() -> str:
    """What this process serves: `public`, `staff`, or `both` on one port, as in the demo.

    A public process that held the staff's login would give it to whoever broke into the process.
    """
    surface = env("SURFACE", default="both")
    if surface not in ("public", "staff", "both"):
        raise ImproperlyConfigured(f"SURFACE is public, staff or both, and not {surface!r}.")
    if surface == "public" and env("DATABASE_URL", default=""):
        raise ImproperlyConfigured("With SURFACE=public, set PUBLIC_DATABASE_URL alone.")
    return surface


SURFACE = read_surface()
SERVES_STAFF = SURFACE != "public"
SECRET_KEY = read_required("SECRET_KEY")
DEBUG = env.bool("DEBUG", default=False)
HTTPS = env.bool("HTTPS", default=True)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# --- What it is made of

#: What knows who asks. A public process has none of it, and sets no cookie.
STAFF_APPS = [
    "tracker.apps.StaffDoor",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_otp_webauthn",
]
STAFF_MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tracker.login.sessions.end_long_sessions",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
STAFF_CONTEXT = [
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
]

INSTALLED_APPS = [
    # The rooms, lowest first: what the database holds of them is built in this order.
    "publishing",
    "publishing.published",
    "sources",
    "people",
    "support",
    "releases",
    "tracker",
    *(STAFF_APPS if SERVES_STAFF else ()),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
]

MIDDLEWARE = [
    "tracker.api.middleware.answer_errors_as_problems",
    # What a browser is told with every answer stands outside whatever may answer or refuse.
    "tracker.middleware.nothing_is_kept",
    "tracker.middleware.nothing_is_shared",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    *(["tracker.addresses.refuse_strange_hosts"] if SURFACE == "staff" else ()),
    "django.middleware.security.SecurityMiddleware",
    "tracker.middleware.language_of_the_address",
    "tracker.kept_answers.KeptAnswers",
    # Pages hold no secret beside what a reader typed, and Django masks the tokens of the staff's.
    "django.middleware.gzip.GZipMiddleware",
    "tracker.api.middleware.refuse_large_bodies",
    "tracker.addresses.refuse_hostile_addresses",
    "tracker.addresses.StrangeMethods",
    "tracker.static_files.StaticFiles",
    "tracker.middleware.DatabaseTimeouts",
    "tracker.middleware.Slashes",
    *(STAFF_MIDDLEWARE if SERVES_STAFF else ()),
]

ROOT_URLCONF = f"tracker.urls.{SURFACE}"
WSGI_APPLICATION = "tracker.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "tracker.context.describe_shell",
                *(STAFF_CONTEXT if SERVES_STAFF else ()),
            ],
        },
    }
]

# --- The two doors. Each is entered as its role, whatever login its address names: a superuser's
# --- address serves nobody as a superuser.


def read_door(variable: str, role: str, *, options: str = "", **more: object) -> dict[str, object]:
    """The database at the address in `variable` (else DATABASE_URL), entered as `role`.

    A login that is the role itself brings its own settings (ALTER ROLE … SET, see bootstrap.sql).
    So nothing is added to its address, and a connection pooler has nothing to refuse.
    """
    address = env(variable, default="") or read_required(
        "DATABASE_URL" if SERVES_STAFF else variable
    )
    config = env.db_url_config(address)
    config |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}
    config["OPTIONS"] = config.get("OPTIONS", {}) | more
    if config["USER"] != role:
        said = str(config["OPTIONS"].get("options", ""))
        config["OPTIONS"]["options"] = f"{said} -c role={role} {options}".strip()
    return config


DATABASES = {
    # Without an address, Django refuses every use of it.
    "default": read_door("DATABASE_URL", "tracker_app") if SERVES_STAFF else {},
    "public": {
        **read_door(
            "PUBLIC_DATABASE_URL",
            "tracker_public",
            options="-c default_transaction_read_only=on -c statement_timeout=2000 -c jit=off"
            " -c plan_cache_mode=force_generic_plan -c synchronize_seqscans=off",
            # PostgreSQL takes longer to plan a public view than to read it, so it keeps its plans.
            server_side_binding=True,
            prepare_threshold=1,
        ),
        "TEST": {"MIRROR": "default"},
    },
}
# `migrate` alone enters as the role that owns the tables.
OWNER_DATABASE = read_door("OWNER_DATABASE_URL", "tracker_owner") if SERVES_STAFF else {}

# --- What is made once for each edition of what is public: in the memory of the process alone

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    "answers": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "answers",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}

# --- People who log in

AUTH_USER_MODEL = "publishing.Account"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "django_otp_webauthn.backends.WebAuthnBackend",
]
LOGIN_URL = "admin:login"
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
LOGIN_REDIRECT_URL = "admin:index"
#: A session ends half an hour after its last request, and with the browser.
SESSION_COOKIE_AGE = 30 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = SESSION_SAVE_EVERY_REQUEST = True
#: Nothing of the staff's door stays on the disk of whoever used it.
CSRF_USE_SESSIONS = True

#: Off in a demo alone: there a password opens the staff's door.
SECOND_FACTOR = env.bool("SECOND_FACTOR", default=True)
if HTTPS and not SECOND_FACTOR:
    raise ImproperlyConfigured("SECOND_FACTOR=off is for a demo, and this is none: HTTPS is on.")
#: What limits wrong codes is `tracker.login.limits`: a wait that grows would lock out their owner.
OTP_TOTP_THROTTLE_FACTOR = OTP_STATIC_THROTTLE_FACTOR = 0
OTP_TOTP_ISSUER = OTP_WEBAUTHN_RP_NAME = "Release tracker"
#: The name that passkeys are bound to, and the origins that they answer.
OTP_WEBAUTHN_RP_ID = ALLOWED_HOSTS[0]
OTP_WEBAUTHN_ALLOWED_ORIGINS = CSRF_TRUSTED_ORIGINS or [f"https://{OTP_WEBAUTHN_RP_ID}"]

# --- Whom to tell of a mistake and of a leak: readers are served by nobody who can't be told

DEMO_CONTACT = _("This is a demo: nobody answers here.")
ABOUT_CONTACT = env("ABOUT_CONTACT", default="") or ("" if HTTPS else DEMO_CONTACT)
SECURITY_CONTACT = env("SECURITY_CONTACT", default="")

#: Of the marks of who was forgotten, and what it was before: marks can't be made anew. A process
#: that serves readers needs none.
FORGOTTEN_KEY = env("FORGOTTEN_KEY", default="") or ("" if HTTPS else "of a demo")
FORGOTTEN_KEY_FALLBACKS = env.list("FORGOTTEN_KEY_FALLBACKS", default=[])

# A wave of hundreds is one form with some fields for each member; a crowd of names is still a 400.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- Languages and time

LANGUAGES = [(code, LANG_INFO[code]["name_local"]) for code in languages.LANGUAGES]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "tracker.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Static files: collected where STATIC_ROOT says, else read straight from their sources

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "tracker.stylesheet.JoinedSheet",
]
STATIC_ROOT = env("STATIC_ROOT", default="") or None
_static = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if STATIC_ROOT
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static},
}
WHITENOISE_USE_FINDERS = not STATIC_ROOT
WHITENOISE_MAX_AGE = None
WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- What the log holds: no addresses of readers, no words of an error

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "tracker.logs.WithoutWords",
            "format": "{levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["terminal"], "level": "ERROR", "propagate": False}},
}

# --- What a browser is told

SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60
    #: Binds a name and all below it for years, where an operator may have to leave it.
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
    SESSION_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
