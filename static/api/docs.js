"use strict";

SwaggerUIBundle({
  url: "/api/v1/schema/?format=json",
  dom_id: "#api",
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  deepLinking: true,
  validatorUrl: null,
});
