SwaggerUIBundle({ url: "../openapi", dom_id: "#swagger-ui", tryItOutEnabled: true });
