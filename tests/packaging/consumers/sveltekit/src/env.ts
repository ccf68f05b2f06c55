import { defineEnvVars } from "@sveltejs/kit/env";

const optional = (value: string | undefined) => value;

export const variables = defineEnvVars({
  INTERAKT_API_KEY: { schema: optional },
  INTERAKT_URL: { schema: optional },
});
