"""What Django REST framework and its document are told."""

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["publishing.api.renderers.JSONRenderer"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "publishing.api.negotiation.FormatNegotiation",
    "DEFAULT_SCHEMA_CLASS": "publishing.api.schema.PublicSchema",
    "DEFAULT_METADATA_CLASS": None,  # no OPTIONS: the document says what there is
    # Public data needs no key, and a staff session sees no more here than anybody.
    "DEFAULT_AUTHENTICATION_CLASSES": ["publishing.api.authentication.KeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_PARSER_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "EXCEPTION_HANDLER": "publishing.api.problems.handle_exception",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Release tracker",
    "DESCRIPTION": "Releases of political prisoners: what happened, who says so, what is not known."
    " The data is free to use with credit (CC BY 4.0).",
    "VERSION": "1.0.0",
    "LICENSE": {
        "name": "CC BY 4.0",
        "identifier": "CC-BY-4.0",
    },
    "OAS_VERSION": "3.1.0",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "POSTPROCESSING_HOOKS": [],  # closed lists stand where they are used, each with its labels
    "COMPONENT_SPLIT_REQUEST": False,
    "SERVE_INCLUDE_SCHEMA": False,
}
