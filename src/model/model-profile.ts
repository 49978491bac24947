// Which kind of server stands behind an address, and what may be sent to it beyond the fields that every server knows. Pure;
// it looks at the address only.

/** `generic`: anything that speaks chat completions; it gets model, messages and tools, nothing else. */
export type ModelProfile = 'openai' | 'azure' | 'generic';

/** Hosts: platform.openai.com/docs/api-reference; learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle */
const AZURE_HOSTS = ['.openai.azure.com', '.cognitiveservices.azure.com', '.services.ai.azure.com'];

export function profileOf(baseUrl: string): ModelProfile {
  const { hostname } = new URL(baseUrl);
  if (hostname === 'api.openai.com') return 'openai';
  return AZURE_HOSTS.some((end) => hostname.endsWith(end)) ? 'azure' : 'generic';
}

/** Room for an answer and the model's own reasoning before it, in tokens. */
const ANSWER_TOKENS = 8192;

export interface Extras {
  readonly max_completion_tokens?: number;
  readonly store?: boolean;
  readonly prompt_cache_key?: string;
}

/**
 * What a server of the profile gets besides the common fields. Conversations are never kept at the server. Nothing is said of
 * `parallel_tool_calls`: several calls at once are what servers do by themselves, and reasoning models refuse the field.
 */
export function extrasOf(profile: ModelProfile): Extras {
  if (profile === 'generic') return {};
  return {
    max_completion_tokens: ANSWER_TOKENS,
    // Requests of one desk begin alike; the key keeps them where that beginning is cached.
    ...(profile === 'openai' ? { store: false, prompt_cache_key: 'deskhand' } : {}),
  };
}

export interface ServerAddress {
  /** Without credentials; the client adds `/chat/completions`. */
  readonly baseUrl: string;
  /** Of credentials in the address, for a proxy in front of a server that asks for no key. */
  readonly basic?: string | undefined;
  /** Azure's dated interface, which puts the deployment into the path; undefined everywhere else. */
  readonly apiVersion?: string | undefined;
}

/**
 * Takes an address apart. Azure's v1 interface speaks plain chat completions under `/openai/v1`, so a bare resource address
 * gets that path; one with `api-version` keeps to the dated interface.
 */
export function readAddress(baseUrl: string): ServerAddress {
  const url = new URL(baseUrl);
  const { username, password } = url;
  const basic = username === '' && password === '' ? undefined : basicOf(username, password);
  url.username = '';
  url.password = '';
  url.hash = '';
  if (profileOf(baseUrl) !== 'azure') return { baseUrl: url.href, basic };
  const apiVersion = url.searchParams.get('api-version') ?? undefined;
  const bare = /^\/(?:openai\/?)?$/.test(url.pathname);
  if (apiVersion === undefined) {
    if (bare) url.pathname = '/openai/v1';
    return { baseUrl: url.href, basic };
  }
  url.search = '';
  if (bare) url.pathname = '/openai';
  url.pathname = url.pathname.replace(/\/chat\/completions\/?$/, '');
  return { baseUrl: url.href, basic, apiVersion };
}

function basicOf(username: string, password: string): string {
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
