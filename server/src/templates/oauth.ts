import type { ArcticMajor, TemplateParams } from './params';
import { PROVIDERS } from './providers.generated';
import type { ProviderSignatures } from './providers.generated';

/** How a sign-in with one provider is written for one major of arctic. */
export interface ProviderFacts {
  /** Arguments of the constructor, of createAuthorizationURL and of validateAuthorizationCode, as source text. */
  readonly create: string;
  readonly authorize: string;
  readonly exchange: string;
  readonly pkce: boolean;
  readonly scopes: boolean;
  /** The exchange needs the scopes again. */
  readonly scopesInExchange: boolean;
  /** createAuthorizationURL takes no state: the block adds it to the address. */
  readonly addState: boolean;
  /** The provider comes back with a form post from its own site. */
  readonly formPost: boolean;
  /** The profile is in the id token. */
  readonly idToken: boolean;
}

/** The providers of an arctic major, in order of the alphabet. */
export function providersOf(major: ArcticMajor): string[] {
  return Object.keys(PROVIDERS[major]);
}

export function providerFacts(provider: string, major: ArcticMajor): ProviderFacts {
  const signatures: ProviderSignatures | undefined = PROVIDERS[major][provider];
  if (!signatures) throw new Error(`arctic ${major} has no provider ${provider}`);
  const authorize = signatures.authorize.map(argument).filter((text) => text !== undefined);
  const exchange = signatures.exchange.map(argument).filter((text) => text !== undefined);
  const prefix = environmentPrefix(provider);
  return {
    create: signatures.create
      .map((parameter) => setting(parameter, prefix))
      .filter((text) => text !== undefined)
      .join(', '),
    authorize: authorize.join(', '),
    exchange: exchange.join(', '),
    pkce: authorize.includes('codeVerifier'),
    scopes: authorize.some((text) => text.includes('scopes')),
    scopesInExchange: exchange.includes('scopes'),
    addState: !authorize.includes('state'),
    formPost: provider === 'Apple',
    idToken: provider === 'Apple' || provider === 'MicrosoftEntraId',
  };
}

function argument(parameter: string): string | undefined {
  if (parameter.startsWith('state')) return 'state';
  if (parameter.startsWith('codeVerifier')) return parameter.includes('null') ? 'null' : 'codeVerifier';
  if (parameter.startsWith('code:')) return 'code';
  if (parameter.startsWith('scopes')) return 'scopes';
  return parameter.includes('scopes') ? '{ scopes }' : undefined;
}

function setting(parameter: string, prefix: string): string | undefined {
  const [name = '', type = ''] = parameter.split(/\??: (.*)/s);
  if (name === 'credentials') {
    const fields = ['clientId', 'teamId', 'keyId', 'certificate'];
    return `{ ${fields.map((field) => `${field}: requiredEnv('${prefix}_${upperSnake(field)}')`).join(', ')} }`;
  }
  if (name === 'options')
    return type.includes('redirectURI') ? `{ redirectURI: requiredEnv('${prefix}_REDIRECT_URI') }` : undefined;
  if (type === 'Uint8Array') {
    return `Uint8Array.from(atob(requiredEnv('${prefix}_PRIVATE_KEY')), (char) => char.charCodeAt(0))`;
  }
  if (name === '_ignore' || name === 'authorizationServerId') return 'null';
  return `requiredEnv('${prefix}_${upperSnake(name)}')`;
}

function upperSnake(name: string): string {
  return name
    .replace('URI', 'Uri')
    .replace('URL', 'Url')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase();
}

/** `GitHub` is `github`, `MicrosoftEntraId` is `microsoft-entra-id`, `FortyTwo` is `forty-two`. */
export function providerSlug(provider: string): string {
  const whole = [
    'GitHub',
    'GitLab',
    'LinkedIn',
    'TikTok',
    'AniList',
    'VK',
    'WorkOS',
    'KeyCloak',
    'StartGG',
    'MyAnimeList',
  ];
  if (whole.includes(provider)) return provider.toLowerCase();
  return provider.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

function environmentPrefix(provider: string): string {
  return providerSlug(provider).replace(/-/g, '_').toUpperCase();
}

/** What stands for the marks of a block source that depend on the provider. */
export function providerSlots(params: TemplateParams): Readonly<Record<string, string>> {
  const facts = providerFacts(params.provider, params.arcticMajor);
  const slug = providerSlug(params.provider);
  const token = facts.idToken ? 'idToken' : 'accessToken';
  return {
    client: slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    fetchProfile: `fetch${params.provider}Profile`,
    Provider: params.provider,
    Env: environmentPrefix(params.provider),
    slug,
    cookie: slug.replace(/-/g, '_'),
    clientArguments: facts.create,
    authorizeArguments: facts.authorize,
    exchangeArguments: facts.exchange,
    scopesImport: facts.scopesInExchange ? ', scopes' : '',
    profileToken: params.arcticMajor === 1 ? `tokens.${token}` : `tokens.${token}()`,
  };
}
