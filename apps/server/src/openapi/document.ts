/** The OpenAPI document of a router, as text. */
export const openApiText = (_router: object, version: string) =>
  JSON.stringify({ openapi: '3.1.0', info: { version } });
