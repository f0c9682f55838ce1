import { MicrosoftEntraId } from 'arctic';

const config = useRuntimeConfig();

export const entra = new MicrosoftEntraId(
  config.entraTenant,
  config.entraClientId,
  config.entraClientSecret,
  `${config.public.baseUrl}/api/auth/entra/callback`,
);
